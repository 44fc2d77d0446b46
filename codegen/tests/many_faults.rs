//! Models with many faults: all of them are found at once, however big the model is, and what is printed stays short.

use codegen::Request;
use codegen::diagnostic::{Code, Diagnostics, Source};
use codegen::resolve::{Operations, Selection};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const FAULTS: usize = 50;

/// More than 3 MB, in which 50 members have this fault each, with this between values.
fn model(fault: &str, space: &str) -> String {
    let good = r#"{"target": "smithy.api#String", "traits": {"smithy.api#documentation": "Words about the member."}}"#;
    let (mut shapes, mut members) = (String::new(), String::new());
    let mut at = 0;
    while shapes.len() < 3_000_000 || at < FAULTS {
        let odd = if at < FAULTS { fault } else { good };
        write!(members, r#"{space}, "M{at}": {{"target": "t#S{at}"}}"#).unwrap();
        write!(
            shapes,
            r#",{space}"t#S{at}": {{"type": "structure",{space}"members": {{{space}"A": {good},{space}"B": {odd},{space}"C": {good}}}}}"#
        )
        .unwrap();
        at += 1;
    }
    format!(
        r#"{{"smithy": "2.0", "shapes": {{
        "t#Service": {{"type": "service", "version": "1", "operations": [{{"target": "t#Get"}}],
                       "traits": {{"aws.protocols#awsJson1_0": {{}}}}}},
        "t#Get": {{"type": "operation", "input": {{"target": "t#In"}}}},
        "t#In": {{"type": "structure", "members": {{"Name": {{"target": "smithy.api#String"}}{members}}}}}{shapes}}}}}"#
    )
}

fn faults(source: &Source) -> Diagnostics {
    faults_of(source, Operations::All)
}

fn faults_of(source: &Source, operations: Operations) -> Diagnostics {
    let selection = Selection { service: None, operations };
    let request = Request { source, model: &source.path, selection: &selection, package: "example", page: None };
    codegen::generate(&request).expect_err("the model has no fault")
}

#[track_caller]
fn assert_all_found(fault: &str, code: &str, space: &str) {
    let source = Source { path: "model.json".to_owned(), text: model(fault, space) };
    assert!(source.text.len() > 3_000_000);
    let text = faults(&source).render(&source, false);
    assert_eq!(text.matches(&format!("error[{code}]")).count(), FAULTS, "{fault}");
    assert_eq!(text.matches("error[").count(), FAULTS, "{fault}");
    assert!(text.len() < FAULTS * 1_000, "{fault}: {} bytes", text.len());
}

/// Each is found in another step of the generator.
const FAULTS_OF_STAGES: &[(&str, &str)] = &[
    (r#"{"target": "no id"}"#, "SM0009"),
    (r#"{"target": "t#Nowhere"}"#, "SM0030"),
    (r#"{"target": "smithy.api#Timestamp", "traits": {"smithy.api#timestampFormat": "odd"}}"#, "SM0042"),
    (r#"{"target": "smithy.api#Byte", "traits": {"smithy.api#default": 1000}}"#, "SM0043"),
    (r#"{"target": "smithy.api#Byte"}, "b": {"target": "smithy.api#String"}"#, "SM0052"),
];

#[test]
fn all_faults_are_found() {
    FAULTS_OF_STAGES.iter().for_each(|(fault, code)| assert_all_found(fault, code, "\n"));
}

/// A model in one line has a line of 3 MB.
#[test]
fn lines_are_cut() {
    assert_all_found(r#"{"target": "t#Nowhere"}"#, "SM0030", "");
}

/// A fault of one stage does not hide those of others, be it in the same structure.
#[test]
fn faults_of_all_stages_are_found_at_once() {
    let members = FAULTS_OF_STAGES.iter().enumerate().map(|(at, (fault, _))| format!(r#""X{at}": {fault}"#));
    let all = members.collect::<Vec<_>>().join(", ");
    let fault = format!(r#"{{"target": "smithy.api#String"}}, {all}"#);
    let source = Source { path: "model.json".to_owned(), text: model(&fault, "\n") };
    let text = faults(&source).render(&source, false);
    for (fault, code) in FAULTS_OF_STAGES {
        assert_eq!(text.matches(&format!("error[{code}]")).count(), FAULTS, "{fault}");
    }
    assert_eq!(text.matches("error[").count(), FAULTS * FAULTS_OF_STAGES.len());
}

/// What is wrong in one way, as `many_faults/kinds.txt` has it: the code of each fault and the shape that has it, and then
/// what makes them.
///
/// `%` is a number that no other fault of the model has, `<Name, ...>` a target with traits. Shapes `t#F%` become members
/// of an input and `t#Op%` operations of the service. What is not a shape begins with its place in the model.
struct Kind<'t> {
    faults: Vec<(&'t str, &'t str)>,
    parts: Vec<(&'t str, String)>,
}

fn kinds() -> Vec<Kind<'static>> {
    let blocks = include_str!("many_faults/kinds.txt").split("\n\n");
    blocks.map(kind).filter(|kind| !kind.faults.is_empty()).collect()
}

fn kind(block: &str) -> Kind<'_> {
    let lines = block.lines().filter(|line| !line.starts_with("//"));
    let (faults, lines): (Vec<_>, Vec<_>) = lines.partition(|line| line.starts_with("SM"));
    let mut parts: Vec<(&str, String)> = Vec::new();
    for line in lines {
        let place = line.split_once(": ").filter(|(place, _)| place.bytes().all(|byte| byte.is_ascii_lowercase()));
        match (place, parts.last_mut()) {
            (Some((place, text)), _) => parts.push((place, text.to_owned())),
            (None, Some((_, text))) if line.starts_with(' ') => text.push_str(line),
            (None, _) => parts.push(("shapes", line.to_owned())),
        }
    }
    parts.iter_mut().for_each(|(_, text)| *text = with_targets(text));
    Kind { faults: faults.iter().map(|line| line.split_once(' ').unwrap()).collect(), parts }
}

fn with_targets(text: &str) -> String {
    let mut parts = text.split('<');
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| {
        let (target, rest) = part.split_once('>').unwrap();
        let (name, traits) = target.split_once(", ").unwrap_or((target, ""));
        let id = if name.contains('#') { name.to_owned() } else { format!("smithy.api#{name}") };
        let traits = if traits.is_empty() { String::new() } else { format!(r#", "traits": {{{traits}}}"#) };
        format!(r#"{text}{{"target": "{id}"{traits}}}{rest}"#)
    })
}

/// A model that has the faults of all of these kinds, each with its number, and nothing else wrong.
fn model_with(kinds: &[(usize, &Kind<'_>)]) -> String {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (number, kind) in kinds {
        for (place, text) in &kind.parts {
            let text = text.replace('%', &number.to_string());
            if text.starts_with(&format!(r#""t#Op{number}":"#)) {
                places.entry("operations").or_default().push(format!(r#"{{"target": "t#Op{number}"}}"#));
            } else if text.starts_with(&format!(r#""t#F{number}":"#)) {
                places.entry("members").or_default().push(format!(r#""M{number}": {{"target": "t#F{number}"}}"#));
            }
            places.entry(place).or_default().push(text);
        }
    }
    let at = |place: &str| places.get(place).map(|texts| texts.join(", "));
    let more = |place: &str| at(place).map(|text| format!(", {text}")).unwrap_or_default();
    let deep =
        |level| format!(r#", "t#Deep{level}": {{"type": "list", "member": {{"target": "t#Deep{}"}}}}"#, level + 1);
    let deep: String = (0..40).filter(|_| more("shapes").contains("t#Deep")).map(deep).collect();
    format!(
        r#"{{"smithy": {version}, "shapes": {{
        "t#S": {{"type": "service", "version": "1", "operations": [{{"target": "t#Get"}}{operations}],
            "rename": {{"t#Unused": "Used"{renames}}}, "traits": {{{protocol}{traits},
                "smithy.rules#endpointRuleSet": {{"version": "1.0",
                    "parameters": {{"Name": {{"type": "string"}}{parameters}}},
                    "rules": [{{"type": "error", "conditions": [], "error": "a"}}{rules}]}},
                "smithy.rules#endpointTests": {{"version": "1.0",
                    "testCases": [{{"params": {{"Name": "a"}}, "expect": {{"error": "a"}}}}{cases}]}}}}}},
        "t#Get": {{"type": "operation", "input": {{"target": "t#In"}}}},
        "t#In": {{"type": "structure", "members": {{"Name": {{"target": "smithy.api#String"}}{members}}}}},
        "t#Page": {{"type": "structure", "members": {{"Token": {{"target": "smithy.api#String"}}}}}},
        "t#Names": {{"type": "list", "member": {{"target": "smithy.api#String"}}}},
        "t#Deep40": {{"type": "string"}}{deep}{shapes}}}}}"#,
        version = at("version").unwrap_or(r#""2.0""#.to_owned()),
        protocol = at("protocol").unwrap_or(r#""aws.protocols#awsJson1_0": {}"#.to_owned()),
        operations = more("operations"),
        renames = more("renames"),
        traits = more("traits"),
        parameters = more("parameters"),
        rules = more("rules"),
        cases = more("cases"),
        members = more("members"),
        shapes = more("shapes"),
    )
}

/// Checks that exactly these faults are found in a model that has them.
fn assert_found(kinds: &[(usize, &Kind<'_>)]) {
    let text = model_with(kinds);
    let source = Source { path: "model.json".to_owned(), text };
    let found = faults(&source);
    let shape = |shape: &Option<String>| shape.clone().unwrap_or("-".to_owned());
    let mut found: Vec<_> = found.sorted().iter().map(|fault| (fault.code.to_string(), shape(&fault.shape))).collect();
    let expected = |(number, kind): &(usize, &Kind<'_>)| {
        let number = number.to_string();
        kind.faults.iter().map(|(code, shape)| ((*code).to_owned(), shape.replace('%', &number))).collect::<Vec<_>>()
    };
    let mut expected: Vec<_> = kinds.iter().flat_map(expected).collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

/// Each kind is found on its own, and what it leads to is none.
#[test]
fn every_kind_is_found() {
    kinds().iter().for_each(|kind| assert_found(&[(1, kind)]));
}

/// No kind hides another one, and none leads to further faults.
#[test]
fn no_kind_hides_another() {
    let kinds = kinds();
    for (at, kind) in kinds.iter().enumerate() {
        kinds[..at].iter().for_each(|other| assert_found(&[(1, kind), (2, other)]));
    }
}

/// A model with all of them at once has as many faults.
#[test]
fn all_kinds_are_found_at_once() {
    let kinds = kinds();
    let codes: BTreeSet<_> = kinds.iter().flat_map(|kind| &kind.faults).map(|(code, _)| code).collect();
    assert!(kinds.len() > FAULTS && codes.len() > 25);
    assert_found(&kinds.iter().enumerate().collect::<Vec<_>>());
}

/// What is wrong with the selection does not depend on what is wrong elsewhere.
#[test]
fn wrong_selections_are_found_beside_other_faults() {
    let kinds = kinds();
    let unreadable = kinds.iter().position(|kind| kind.faults == [("SM0008", "t#F%$A")]).unwrap();
    let source = Source { path: "model.json".to_owned(), text: model_with(&[(1, &kinds[unreadable])]) };
    let found = |name: &str| {
        let found = faults_of(&source, Operations::Named(vec!["Get".to_owned(), name.to_owned()]));
        found.sorted().iter().map(|fault| fault.code.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found("Get"), ["SM0008"]);
    assert_eq!(found("Nowhere"), ["SM0023", "SM0008"]);
}

/// That there is nothing to select is what follows.
#[test]
fn an_operation_that_is_not_there_is_one_fault() {
    let text = r#"{ "smithy": "2.0", "shapes": { "t#S": { "type": "service", "version": "1",
        "traits": { "aws.protocols#awsJson1_0": {} }, "operations": [{ "target": "t#Gone" }] } } }"#;
    let source = Source { path: "model.json".to_owned(), text: text.to_owned() };
    for operations in [Operations::All, Operations::Named(vec!["Gone".to_owned()])] {
        let faults = faults_of(&source, operations);
        let codes: Vec<_> = faults.sorted().iter().map(|fault| fault.code).collect();
        assert_eq!(codes, [Code::Dangling], "{}", faults.render(&source, false));
    }
}
