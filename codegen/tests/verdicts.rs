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

/// What becomes of the crate of `t#S` if this part of the model is that.
#[track_caller]
fn change(before: &str, after: &str) -> Report {
    assert_eq!(MODEL.matches(before).count(), 1, "{before}");
    let source = |text: &str| Source { path: "model.json".to_owned(), text: text.to_owned() };
    let scope = Scope::Selection(Selection { service: Some("t#S".to_owned()), operations: Operations::All });
    compare(&source(MODEL), &source(&MODEL.replace(before, after)), &scope)
        .unwrap_or_else(|faults| panic!("{}", faults.new.render(&source(&MODEL.replace(before, after)), false)))
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
        (r#""outputToken": "Next" }"#, r#""outputToken": "Next", "pageSize": "Max" }"#, "finds pages in another way"),
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
