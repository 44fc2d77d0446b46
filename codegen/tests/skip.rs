//! What cannot be generated is left out when that is asked for, and nothing else is.

use codegen::diagnostic::Source;
use codegen::resolve::{Operations, Selection};
use codegen::skip::supported;

const ALL: Selection = Selection { service: None, operations: Operations::All };

/// A service with the operations `Dig` and `Listen`, whose input has this trait.
fn source(listen: &str) -> Source {
    let text = format!(
        r#"{{ "smithy": "2.0", "shapes": {{
            "a#Garden": {{ "type": "service", "version": "1", "traits": {{ "aws.protocols#awsJson1_0": {{}} }},
                "operations": [{{ "target": "a#Dig" }}, {{ "target": "a#Listen" }}] }},
            "a#Dig": {{ "type": "operation" }},
            "a#Listen": {{ "type": "operation", "input": {{ "target": "a#ListenInput" }} }},
            "a#ListenInput": {{ "type": "structure", "members": {{ "bytes": {{ "target": "a#Bytes" }} }} }},
            "a#Bytes": {{ "type": "blob", "traits": {{ "{listen}": {{}} }} }}
        }} }}"#
    );
    Source { path: "model.json".to_owned(), text }
}

fn names(selection: &Selection) -> &[String] {
    match &selection.operations {
        Operations::All | Operations::None => &[],
        Operations::Named(names) => names,
    }
}

#[test]
fn what_is_not_supported_is_left_out_with_its_reason() {
    let narrowed = supported(&source("smithy.api#streaming"), &ALL).unwrap();
    assert_eq!(names(&narrowed.selection), ["a#Dig"]);
    let [skipped] = &narrowed.skipped[..] else { panic!("one operation is left out") };
    assert_eq!(skipped.operation, "Listen");
    assert!(skipped.reason.contains("smithy.api#streaming"), "{}", skipped.reason);
}

#[test]
fn a_selection_that_can_be_had_stays_as_it_is() {
    let narrowed = supported(&source("smithy.api#sensitive"), &ALL).unwrap();
    assert!(matches!(narrowed.selection.operations, Operations::All) && narrowed.skipped.is_empty());
}

#[test]
fn faults_are_not_left_out() {
    let narrowed = supported(&source("smithy.api#unheardOf"), &ALL).unwrap();
    assert!(matches!(narrowed.selection.operations, Operations::All) && narrowed.skipped.is_empty());
}

#[test]
fn nothing_left_is_a_fault() {
    let only = Operations::Named(vec!["Listen".to_owned()]);
    assert!(supported(&source("smithy.api#streaming"), &Selection { service: None, operations: only }).is_err());
}
