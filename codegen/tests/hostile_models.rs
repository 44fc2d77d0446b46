//! No text makes the front half panic, overflow the stack or take long: it gives a model or faults.

use codegen::ast;
use codegen::diagnostic::Source;
use codegen::resolve::{Operations, Selection, resolve};
use proptest::prelude::*;
use std::fmt::Write;

/// Gives the faults, printed, or nothing.
fn run(text: String) -> Option<String> {
    let source = Source { path: "model.json".to_owned(), text };
    let selection = Selection { service: None, operations: Operations::All };
    let faults = match ast::parse(&source) {
        Ok(ast) => resolve(&ast, &selection).err()?,
        Err(faults) => faults,
    };
    Some(faults.render(&source, false))
}

/// Runs with the stack of a thread that a build tool may give.
fn on_a_small_stack(text: String) -> Option<String> {
    let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024);
    thread.spawn(|| run(text)).unwrap().join().unwrap()
}

fn model(shapes: &str) -> String {
    format!(
        r#"{{ "smithy": "2.0", "shapes": {{
            "t#S": {{ "type": "service", "version": "1", "operations": [{{ "target": "t#Get" }}] }},
            "t#Get": {{ "type": "operation", "input": {{ "target": "t#S0" }} }},
            {shapes} "t#S10000": {{ "type": "structure", "traits": {{ "smithy.api#mixin": {{}} }} }} }} }}"#
    )
}

/// 10,000 shapes, each made from its number and the number of the next one.
fn chain(shape: impl Fn(usize, usize) -> String) -> String {
    (0..10_000).fold(String::new(), |mut text, at| {
        write!(text, "{},", shape(at, at + 1)).unwrap();
        text
    })
}

/// Trap 33.
/// Trap 33: types that are nested without end are refused, not followed until the stack ends.
#[test]
fn deeply_nested_collections() {
    let list = |at: usize| {
        let target = if at < 20_000 { format!("a#L{}", at + 1) } else { "smithy.api#String".to_owned() };
        format!(r#""a#L{at}": {{ "type": "list", "member": {{ "target": "{target}" }} }}"#)
    };
    let lists: Vec<String> = (0..=20_000).map(list).collect();
    let text = format!(
        r#"{{ "smithy": "2.0", "shapes": {{
            "a#S": {{ "type": "service", "operations": [{{ "target": "a#O" }}], "traits": {{ "aws.protocols#awsJson1_0": {{}} }} }},
            "a#O": {{ "type": "operation", "input": {{ "target": "a#I" }} }},
            "a#I": {{ "type": "structure", "members": {{ "x": {{ "target": "a#L0" }} }} }}, {} }} }}"#,
        lists.join(",")
    );
    let source = Source { path: "model.json".to_owned(), text };
    let selection = Selection { service: None, operations: Operations::All };
    let request =
        codegen::Request { source: &source, model: "model.json", selection: &selection, package: "deep", page: None };
    let faults = codegen::generate(&request).expect_err("a fault");
    assert!(faults.render(&source, false).contains("nested deeper than 32 levels"));
}

#[test]
fn deep_json() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    for text in [
        deep.clone(),
        format!(r#"{{ "smithy": "2.0", "metadata": {{ "deep": {deep} }}, "shapes": {{}} }}"#),
        model(&format!(r#""t#S0": {{ "type": "structure", "traits": {{ "smithy.api#documentation": {deep} }} }},"#)),
    ] {
        assert!(on_a_small_stack(text).unwrap().contains("SM0004"));
    }
    assert!(on_a_small_stack("[".repeat(100_000)).unwrap().contains("SM0001"));
}

/// Trap 33.
#[test]
fn long_chains() {
    let members = chain(|at, next| {
        format!(r#""t#S{at}": {{ "type": "structure", "members": {{ "next": {{ "target": "t#S{next}" }} }} }}"#)
    });
    let ring = members.replace("t#S10000", "t#S0");
    assert_eq!(on_a_small_stack(model(&ring)), None);
    let mixins = chain(|at, next| {
        let marker = if at == 0 { "" } else { r#""smithy.api#mixin": {}"# };
        format!(
            r#""t#S{at}": {{ "type": "structure", "mixins": [{{ "target": "t#S{next}" }}], "traits": {{ {marker} }} }}"#
        )
    });
    assert_eq!(on_a_small_stack(model(&mixins)), None);
}

/// What is told of a chain grows with the chain, not with its square.
#[test]
fn reasons_of_a_long_chain_are_short() {
    let shapes = chain(|at, next| {
        format!(r#""t#S{at}": {{ "type": "structure", "members": {{ "next": {{ "target": "t#S{next}" }} }} }}"#)
    });
    let source =
        Source { path: "model.json".to_owned(), text: model(&shapes.replace("t#S10000", "smithy.api#String")) };
    let selection = Selection { service: None, operations: Operations::All };
    let inspection = codegen::inspect::inspect(&source, &selection).expect("a sound model");
    let last = inspection.shapes.iter().find(|shape| shape.name == "S9999").expect("the last structure");
    assert!(last.reason.starts_with("Get → S0$next → S1$next → "), "{}", last.reason);
    assert!(last.reason.ends_with(" → … 9984 more … → S9991$next → S9992$next → S9993$next → S9994$next → S9995$next → S9996$next → S9997$next → S9998$next"), "{}", last.reason);
    assert!(inspection.shapes.iter().all(|shape| shape.reason.len() < 300));
}

#[test]
fn many_faults() {
    let dangling = chain(|at, _| {
        format!(
            r#""t#S{at}": {{ "type": "structure", "members": {{ "a": {{ "target": "t#S{at}x" }}, "b": {{ "target": "t#S{}" }} }} }}"#,
            at + 1
        )
    });
    let printed = on_a_small_stack(model(&dangling)).unwrap();
    assert_eq!(printed.matches("no such shape").count(), 10_000);
}

/// A model that has a bit of everything.
const SEED: &str = include_str!("hostile_models/seed.json");

#[test]
fn the_seed_is_sound() {
    assert_eq!(run(SEED.to_owned()), None);
}

#[test]
fn every_truncation() {
    for end in 0..SEED.trim_end().len() {
        if SEED.is_char_boundary(end) {
            assert!(run(SEED[..end].to_owned()).is_some());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_text(text in any::<String>()) {
        run(text);
    }

    #[test]
    fn any_tokens(tokens in prop::collection::vec(prop::sample::select(TOKENS), 0..40)) {
        run(tokens.concat());
    }

    /// Strings, braces and numbers of the model change places.
    #[test]
    fn any_exchange(exchanges in prop::collection::vec(any::<(prop::sample::Index, prop::sample::Index)>(), 1..6)) {
        let mut words: Vec<&str> = SEED.split_inclusive([' ', '\n']).collect();
        for (a, b) in exchanges {
            let (a, b) = (a.index(words.len()), b.index(words.len()));
            words[a] = words[b];
        }
        run(words.concat());
    }

    /// Whole values of the model are replaced: the text stays JSON.
    #[test]
    fn any_value(place in any::<prop::sample::Index>(), value in prop::sample::select(VALUES)) {
        let quotes: Vec<usize> = SEED.match_indices(": \"").map(|(at, _)| at + 2).collect();
        let start = quotes[place.index(quotes.len())];
        let end = start + 1 + SEED[start + 1..].find('"').unwrap() + 1;
        run(format!("{}{value}{}", &SEED[..start], &SEED[end..]));
    }
}

const TOKENS: &[&str] =
    &["{", "}", "[", "]", ":", ",", "\"smithy\"", "\"2.0\"", "\"shapes\"", "\"t#S\"", "1e999", "null", "\u{feff}"];

const VALUES: &[&str] = &[
    "null",
    "true",
    "-0",
    "1e400",
    "[]",
    "{}",
    "[{}]",
    "\"\"",
    "\"#\"",
    "\"t#In\"",
    "\"t#S\"",
    "\"\\ud800\"",
    "\"apply\"",
    "\"list\"",
];
