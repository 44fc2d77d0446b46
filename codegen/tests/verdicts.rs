//! Changes that consumers of the generated crate feel though smithy-diff reports little or nothing: what is changed in a
//! small model, the verdict, and a part of the reason.

use codegen::diagnostic::Source;
use codegen::diff::{Report, Scope, Verdict, compare};
use codegen::resolve::{Operations, Selection};

const MODEL: &str = r#"{ "smithy": "2.0", "shapes": {
    "t#S": { "type": "service", "version": "1", "operations": [{ "target": "t#Get" }], "traits": {
        "aws.protocols#awsJson1_0": {}, "aws.auth#sigv4": { "name": "s" },
        "smithy.rules#clientContextParams": { "Zone": { "type": "string" }, "Far": { "type": "boolean" } },
        "smithy.rules#endpointRuleSet": { "version": "1.0", "rules": [{ "type": "error", "conditions": [], "error": "" }],
            "parameters": { "Zone": { "type": "string" }, "Far": { "type": "boolean" } } } } },
    "t#Other": { "type": "service", "version": "1", "operations": [{ "target": "t#Get" }], "errors": [{ "target": "t#Err" }],
        "traits": { "aws.protocols#awsJson1_0": {} } },
    "t#Get": { "type": "operation", "input": { "target": "t#Both" }, "output": { "target": "t#Both" },
        "errors": [{ "target": "t#Err" }], "traits": { "smithy.api#paginated": { "inputToken": "Next", "outputToken": "Next" } } },
    "t#Both": { "type": "structure", "members": {
        "Must": { "target": "smithy.api#String", "traits": { "smithy.api#required": {} } },
        "May": { "target": "smithy.api#String" }, "Max": { "target": "smithy.api#Integer" },
        "Next": { "target": "smithy.api#String" }, "Sub": { "target": "t#Sub" } } },
    "t#Sub": { "type": "structure", "members": { "At": { "target": "smithy.api#Timestamp" } } },
    "u#Sub": { "type": "structure", "members": { "At": { "target": "smithy.api#Timestamp",
        "traits": { "smithy.api#timestampFormat": "date-time" } } } },
    "t#Err": { "type": "structure", "traits": { "smithy.api#error": "client" }, "members": {
        "message": { "target": "smithy.api#String", "traits": { "smithy.api#required": { } } } } }
} }"#;

/// Another one, with more kinds of shapes.
const KINDS: &str = r#"{ "smithy": "2.0", "shapes": {
    "t#S": { "type": "service", "version": "1", "operations": [{ "target": "t#Do" }, { "target": "t#List" }], "traits": {
        "aws.protocols#awsJson1_0": {}, "aws.api#service": { "sdkId": "S", "arnNamespace": "s" },
        "smithy.rules#endpointRuleSet": { "version": "1.0", "rules": [{ "type": "error", "conditions": [], "error": "" }],
            "parameters": { "Zone": { "type": "string", "required": false } } } } },
    "t#Do": { "type": "operation", "input": { "target": "t#In" }, "errors": [{ "target": "t#Err" }] },
    "t#List": { "type": "operation", "input": { "target": "t#Page" }, "output": { "target": "t#Page" }, "traits": {
        "smithy.api#paginated": { "inputToken": "Next", "outputToken": "Next", "items": "Items", "pageSize": "Max" },
        "smithy.waiters#waitable": { "Done": { "acceptors": [{ "state": "success", "matcher": { "success": true } }] } } } },
    "t#In": { "type": "structure", "members": { "Word": { "target": "t#Word" }, "Part": { "target": "t#Part" } } },
    "t#Page": { "type": "structure", "members": {
        "Next": { "target": "smithy.api#String" }, "Items": { "target": "t#Words" },
        "Max": { "target": "smithy.api#Integer" } } },
    "t#Words": { "type": "list", "member": { "target": "smithy.api#String" } },
    "t#Part": { "type": "structure", "members": { "At": { "target": "t#Time" }, "Kind": { "target": "t#Kind" },
        "P": { "target": "smithy.api#String", "traits": { "smithy.api#private": {} } }, "Count": { "target": "t#Count" } } },
    "t#Word": { "type": "string" }, "t#Secret": { "type": "string", "traits": { "smithy.api#sensitive": {} } },
    "t#Time": { "type": "timestamp" },
    "t#Kind": { "type": "enum", "members": {
        "ONE": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "one" } } } },
    "t#Count": { "type": "intEnum", "members": {
        "ONE": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": 1 } } } },
    "t#Err": { "type": "structure", "traits": { "smithy.api#error": "client" }, "members": {
        "message": { "target": "smithy.api#String" } } }
} }"#;

/// What becomes of the crate of `t#S` if this part of the model is that.
#[track_caller]
fn change(before: &str, after: &str) -> Report {
    let model = [MODEL, KINDS].into_iter().find(|model| model.contains(before)).expect(before);
    assert_eq!(model.matches(before).count(), 1, "{before}");
    compared(model, &model.replace(before, after))
}

#[track_caller]
fn compared(old: &str, new: &str) -> Report {
    let source = |text: &str| Source { path: "model.json".to_owned(), text: text.to_owned() };
    let scope = Scope::Selection(Selection { service: Some("t#S".to_owned()), operations: Operations::All });
    compare(&source(old), &source(new), &scope)
        .unwrap_or_else(|faults| panic!("{}", faults.new.render(&source(new), false)))
}

/// The verdict on several changes at once, in both directions, and a part of what is said of it.
#[track_caller]
fn expect_both_ways(changes: &[(&str, &str)], verdict: Verdict, said: &str) {
    let new = changes.iter().fold(KINDS.to_owned(), |model, (before, after)| {
        assert!(model.contains(before), "{before}");
        model.replace(before, after)
    });
    for report in [compared(KINDS, &new), compared(&new, KINDS)] {
        assert_eq!(report.verdict, verdict, "{report:#?}");
        let mut events = report.events.iter().chain(&report.unreported);
        assert!(events.any(|event| event.verdict == verdict && event.message.contains(said)), "{report:#?}");
    }
}

#[track_caller]
fn expect(before: &str, after: &str, verdict: Verdict, reason: &str) {
    let report = change(before, after);
    assert_eq!(report.verdict, verdict, "{report:#?}");
    assert!(report.reason.contains(reason), "{report:#?}");
}

#[test]
fn traits_without_an_event() {
    let sigv4 = r#""aws.auth#sigv4": { "name": "s" },"#;
    for (before, after, reason) in [
        (sigv4, r#""aws.auth#sigv4": { "name": "z" },"#, "signed for another name"),
        (sigv4, r#""aws.auth#sigv4": { "name": "s" }, "smithy.api#httpBearerAuth": {},"#, "one more way"),
        (r#""outputToken": "Next" }"#, r#""outputToken": "Next", "pageSize": "Max" }"#, "gains `page_size`"),
        (
            r#""traits": { "smithy.api#paginated""#,
            r#""traits": { "smithy.api#optionalAuth": {}, "smithy.api#paginated""#,
            "authenticated",
        ),
        (
            r#""smithy.api#error": "client" }"#,
            r#""smithy.api#error": "client", "smithy.api#retryable": {} }"#,
            "tried again",
        ),
        (
            r#""May": { "target": "smithy.api#String" }"#,
            r#""May": { "target": "smithy.api#String", "traits": { "smithy.api#idempotencyToken": {} } }"#,
            "a token is made up",
        ),
    ] {
        expect(before, after, Verdict::Minor, reason);
    }
}

/// Every error has a message, but not always an optional one.
/// A warning of the compiler breaks nothing, be the item in the crate's own words or not.
#[test]
fn deprecated_items_stay() {
    for (place, marked) in [
        (r#""traits": { "smithy.api#paginated""#, r#""traits": { "smithy.api#deprecated": {}, "smithy.api#paginated""#),
        (
            r#""May": { "target": "smithy.api#String" }"#,
            r#""May": { "target": "smithy.api#String", "traits": { "smithy.api#deprecated": {} } }"#,
        ),
    ] {
        let report = change(place, marked);
        assert_eq!(report.verdict, Verdict::Minor, "{report:#?}");
    }
}

#[test]
fn messages_of_errors() {
    let message = r#""message": { "target": "smithy.api#String", "traits": { "smithy.api#required": { } } } "#;
    expect(message, "", Verdict::Major, "`String` and `Option<String>`");
}

/// As output it is another type than as input.
#[test]
fn structures_that_are_input_and_output() {
    expect(r#", "traits": { "smithy.api#required": {} } }"#, " }", Verdict::Major, "`String` to `Option<String>`");
    expect(
        r#""Max": { "target": "smithy.api#Integer" }"#,
        r#""Max": { "target": "smithy.api#Integer", "traits": { "smithy.api#default": 1 } }"#,
        Verdict::Major,
        "`Option<i32>` to `i32`",
    );
}

#[test]
fn shapes_of_the_same_name() {
    expect(r#""Sub": { "target": "t#Sub" }"#, r#""Sub": { "target": "u#Sub" }"#, Verdict::Major, "in another form");
    expect(
        r#""output": { "target": "t#Both" }"#,
        r#""output": { "target": "t#Sub" }"#,
        Verdict::Major,
        "it loses `Must`",
    );
}

#[test]
fn parameters_have_methods() {
    expect(
        r#""parameters": { "Zone": { "type": "string" }, "#,
        r#""parameters": { "#,
        Verdict::Major,
        "no longer these parameters: `Zone`",
    );
    expect(
        r#"Params": { "Zone": { "type": "string" }, "Far": { "type": "boolean" } }"#,
        r#"Params": { "Zone": { "type": "string" } }"#,
        Verdict::Major,
        "no longer these settings: `Far`",
    );
}

/// What another service of the model has is nothing to this one.
#[test]
fn other_services_do_not_count() {
    let get = r#""operations": [{ "target": "t#Get" }], "traits""#;
    expect(get, r#""operations": [], "traits""#, Verdict::Major, "the method `get` is gone");
    let error = r#""errors": [{ "target": "t#Err" }], "traits": { "smithy.api#paginated""#;
    expect(
        error,
        r#""traits": { "smithy.api#paginated""#,
        Verdict::Major,
        "the variant and the question for it are gone",
    );
}

#[test]
fn what_is_selected_counts() {
    let source = Source { path: "model.json".to_owned(), text: MODEL.to_owned() };
    let selection = |operations| Selection { service: Some("t#S".to_owned()), operations };
    let [all, none] = [selection(Operations::All), selection(Operations::None)];
    let verdict = |old: &Selection, new: &Selection| {
        compare(&source, &source, &Scope::Selections(old.clone(), new.clone())).unwrap().verdict
    };
    assert_eq!((verdict(&all, &none), verdict(&none, &all)), (Verdict::Major, Verdict::Minor));
    assert_eq!(verdict(&all, &all), Verdict::Patch);
}

/// What can be generated no more is no new field, and a field that must be boxed now has another type.
#[test]
fn the_crates_themselves_count() {
    let member = |text: &str| format!(r#""May": {{ "target": "smithy.api#String" }}, {text}"#);
    let before = r#""May": { "target": "smithy.api#String" },"#;
    expect(
        before,
        &member(r#""may": { "target": "smithy.api#String" },"#),
        Verdict::Major,
        "cannot be generated any more",
    );
    expect(
        r#""At": { "target": "smithy.api#Timestamp" } }"#,
        r#""At": { "target": "smithy.api#Timestamp" }, "Back": { "target": "t#Both" } }"#,
        Verdict::Major,
        "the crate has no longer",
    );
}

/// Secrets are kept from `Debug` alone, but for messages of errors and what telemetry has of inputs.
#[test]
fn secrets_are_not_shown() {
    let message = r#""message": { "target": "smithy.api#String" }"#;
    let error = r#""smithy.api#error": "client" }, "members": {
        "message": { "target": "smithy.api#String" }"#;
    let secret_error = error.replace("\"client\"", "\"client\", \"smithy.api#sensitive\": {}");
    let secret_message = r#""message": { "target": "t#Secret" }"#;
    for changes in [(error, &*secret_error), (message, secret_message)] {
        expect_both_ways(&[changes], Verdict::Minor, "`Display` and `meta()`");
    }
    let old = KINDS.replace(message, "");
    assert_eq!(compared(&old, &KINDS.replace(message, secret_message)).verdict, Verdict::Minor);
    assert_eq!(compared(&old, KINDS).verdict, Verdict::Patch);
    let (word, secret) = (
        r#""t#Word": { "type": "string" }"#,
        r#""t#Word": { "type": "string", "traits": { "smithy.api#sensitive": {} } }"#,
    );
    expect_both_ways(&[(word, secret)], Verdict::Patch, "`Debug` prints changes, and telemetry");
    expect_both_ways(&[(r#""target": "t#Word""#, r#""target": "t#Secret""#)], Verdict::Patch, "and telemetry");
    let kind = r#""traits": { "smithy.api#enumValue": "one" } } }"#;
    let secret = format!("{kind}, {}", r#""traits": { "smithy.api#sensitive": {} }"#);
    expect_both_ways(&[(kind, &secret)], Verdict::Patch, "`Debug` prints and what is logged");
}

/// The same field or variant under another name on the wire.
#[test]
fn names_on_the_wire() {
    let private = r#""P": { "target": "smithy.api#String", "traits": { "smithy.api#private": {} } }"#;
    for (after, reason) in [
        (r#""p": { "target": "smithy.api#String" }"#, "`p` goes over the wire as `p`, no longer as `P`"),
        (r#""Q": { "target": "smithy.api#String" }"#, "the field `p` and its builder methods are gone"),
    ] {
        expect(private, after, Verdict::Major, reason);
    }
    let message = |name: &str| format!(r#""{name}": {{ "target": "smithy.api#String" }} }} }}"#);
    let renamed = [message("message"), message("MESSAGE"), message("Message")];
    expect_both_ways(&[(&renamed[0], &renamed[1])], Verdict::Major, "`message` goes over the wire as");
    expect_both_ways(&[(&renamed[0], &renamed[2])], Verdict::Patch, "every error of the crate has a message");
    let one = r#""ONE": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "one" } }"#;
    expect_both_ways(&[(one, &one.replace("ONE", "One"))], Verdict::Patch, "the variant `One` stays");
}

/// Types keep their names though the shapes that they are made from have others.
#[test]
fn names_of_types() {
    expect_both_ways(&[("t#In\"", "t#DoRequest\"")], Verdict::Patch, "go with its operation");
    let renamed = KINDS.replace("t#In\"", "t#DoRequest\"");
    let deprecated =
        renamed.replace(r#""t#DoRequest": {"#, r#""t#DoRequest": { "traits": { "smithy.api#deprecated": {} },"#);
    let report = compared(KINDS, &deprecated);
    assert!(report.verdict == Verdict::Minor && report.reason.contains("compiler warns"), "{report:#?}");
    let rename = (r#""version": "1","#, r#""version": "1", "rename": { "t#Part2": "Part" },"#);
    expect_both_ways(&[("t#Part\"", "t#Part2\""), rename], Verdict::Patch, "the type stays");
    let at = (r#""At": { "target": "t#Time" }"#, r#""At": { "target": "smithy.api#String" }"#);
    expect_both_ways(&[("t#Part\"", "t#Part2\""), rename, at], Verdict::Major, "`At` changes from");
    expect(
        r#""t#Part": { "type": "structure""#,
        r#""t#Part2": { "type": "structure", "members": {} }, "t#Part": { "type": "structure""#,
        Verdict::Patch,
        "nothing",
    );
    let nested =
        (r#""Word": { "target": "t#Word" }"#, r#""Word": { "target": "t#Word" }, "Self": { "target": "t#In" }"#);
    let old = KINDS.replace(nested.0, nested.1);
    let report = compared(&old, &old.replace("t#In\"", "t#DoRequest\""));
    assert_eq!(report.verdict, Verdict::Major, "{report:#?}");
}

/// What an operation takes from the service and what it says itself are the same to it.
#[test]
fn pages_in_the_end() {
    let moved = r#", "items": "Items", "pageSize": "Max" }"#;
    let service = r#""aws.api#service": { "#;
    let paginated = |rest: &str| format!(r#""smithy.api#paginated": {{ {rest} }}, {service}"#);
    let both = paginated(r#""items": "Items", "pageSize": "Max""#);
    expect_both_ways(&[(moved, " }"), (service, &both)], Verdict::Patch, "found as before");
    let less = paginated(r#""items": "Items""#);
    expect(service, &paginated(r#""pageSize": "Other", "inputToken": "Other""#), Verdict::Patch, "nothing");
    let old = KINDS.replace(moved, " }").replace(service, &both);
    let report = compared(&old, &old.replace(&both, &less));
    assert!(report.verdict == Verdict::Major && report.reason.contains("loses `page_size`"), "{report:#?}");
}

#[test]
fn what_changes_nothing() {
    let count = r#""smithy.api#enumValue": 1"#;
    expect_both_ways(&[(count, r#""smithy.api#enumValue": 7"#)], Verdict::Patch, "plain numbers");
    let time = r#""t#Time": { "type": "timestamp" }"#;
    let format = |name: &str| {
        format!(r#""t#Time": {{ "type": "timestamp", "traits": {{ "smithy.api#timestampFormat": "{name}" }} }}"#)
    };
    expect_both_ways(&[(time, &format("epoch-seconds"))], Verdict::Patch, "the form that the time has anyway");
    expect_both_ways(&[(time, &format("date-time"))], Verdict::Major, "in another form");
    let at = (
        r#""At": { "target": "t#Time" }"#,
        r#""At": { "target": "t#Time", "traits": { "smithy.api#timestampFormat": "epoch-seconds" } }"#,
    );
    expect_both_ways(&[at], Verdict::Patch, "the form that the time has anyway");
    let paginated = r#""smithy.api#paginated": { "inputToken": "Next", "outputToken": "Next", "items""#;
    let discovery =
        |required| format!(r#""aws.api#clientDiscoveredEndpoint": {{ "required": {required} }}, {paginated}"#);
    expect_both_ways(&[(paginated, &discovery(false))], Verdict::Patch, "does not change");
    expect(paginated, &discovery(true), Verdict::Major, "cannot be generated");
    expect_both_ways(
        &[(r#""arnNamespace": "s""#, r#""arnNamespace": "z", "endpointPrefix": "z""#)],
        Verdict::Patch,
        "`sdkId`, which stays",
    );
    expect_both_ways(&[(r#""sdkId": "S""#, r#""sdkId": "Z""#)], Verdict::Minor, "logged");
    let waiter = r#""Done": { "acceptors""#;
    expect_both_ways(
        &[(waiter, r#""Done": { "deprecated": true, "documentation": "Old.", "acceptors""#)],
        Verdict::Patch,
        "only what is said",
    );
    expect_both_ways(&[(waiter, r#""Done": { "minDelay": 5, "acceptors""#)], Verdict::Minor, "its waiters change");
}

/// Whose fault an error is matters to nothing but how it is tried again.
#[test]
fn faults() {
    let error = r#""smithy.api#error": "client" }, "members": {
        "message": { "target": "smithy.api#String" }"#;
    let server = error.replace("client", "server");
    expect_both_ways(&[(error, &server)], Verdict::Patch, "whose fault");
    for (retryable, verdict) in [("{}", Verdict::Minor), (r#"{ "throttling": true }"#, Verdict::Patch)] {
        let of = |error: &str| {
            error.replace(" }, \"members", &format!(r#", "smithy.api#retryable": {retryable} }}, "members"#))
        };
        let report = compared(&KINDS.replace(error, &of(error)), &KINDS.replace(error, &of(&server)));
        assert_eq!(report.verdict, verdict, "{report:#?}");
    }
}

#[test]
fn parameters_are_asked_for() {
    let zone = r#""Zone": { "type": "string", "required": false }"#;
    let asked = zone.replace("false", "true");
    expect(zone, &asked, Verdict::Major, "now asks for `Zone`");
    expect(zone, &format!("{zone}, {}", asked.replace("Zone", "Far")), Verdict::Major, "now asks for `Far`");
    expect(zone, &asked.replace("true", r#"true, "default": "a""#), Verdict::Minor, "other hosts");
}

/// Nobody knows what becomes of a crate that there never was.
#[test]
fn old_crates_that_cannot_be_generated() {
    let report = compared(&KINDS.replace("aws.protocols#awsJson1_0", "aws.protocols#restXml"), KINDS);
    assert!(report.reason.ends_with("as far as events tell: the old crate cannot be generated"), "{report:#?}");
    assert!(!compared(KINDS, &KINDS.replace("\"Max\"", "\"Most\"")).reason.contains("as far as"));
}
