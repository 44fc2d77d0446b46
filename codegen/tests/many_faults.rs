//! A big model with many faults: all of them are found at once, and what is printed stays short.

use codegen::Request;
use codegen::diagnostic::{Diagnostics, Source};
use codegen::resolve::{Operations, Selection};
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
    let selection = Selection { service: None, operations: Operations::All };
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
