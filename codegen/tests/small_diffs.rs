//! A small change of a model is a small diff of the generated code, in the place where a reviewer looks for it.

use codegen::diagnostic::Source;
use codegen::resolve::{Operations, Selection};
use codegen::{Request, Tree, api, generate};
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;
use std::fmt::Write;

const MODEL: &str = include_str!("small_diffs/model.json");

/// Each edit: what it is, and a text of the model with what takes its place.
const EDITS: &[(&str, &[(&str, &str)])] = &[
    (
        "optional member",
        &[(
            r#""Kind": { "target": "t#Kind" }"#,
            r#""Kind": { "target": "t#Kind" }, "Pages": { "target": "smithy.api#Integer" }"#,
        )],
    ),
    ("optional member of an input", &[(r#""Isbn": {"#, r#""Library": { "target": "smithy.api#String" }, "Isbn": {"#)]),
    (
        "optional member with two lines of documentation",
        &[(
            r#""Kind": { "target": "t#Kind" }"#,
            r#""Kind": { "target": "t#Kind" }, "Written": { "target": "smithy.api#Timestamp", "traits": {
               "smithy.api#documentation": "The day on which the author put the pen down, as far as that is known to us. It may well be wrong, since few of them told anybody." } }"#,
        )],
    ),
    ("enum value", &[(r#""POEMS": {"#, r#""PLAYS": { "target": "smithy.api#Unit" }, "POEMS": {"#)]),
    (
        "error",
        &[
            (r#"{ "target": "t#NotFound" }"#, r#"{ "target": "t#NotFound" }, { "target": "t#Closed" }"#),
            (
                r#""t#Isbn": {"#,
                r#""t#Closed": { "type": "structure", "members": { "Message": { "target": "smithy.api#String" } },
                   "traits": { "smithy.api#error": "client", "smithy.api#documentation": "Come back later." } }, "t#Isbn": {"#,
            ),
        ],
    ),
    (
        "operation",
        &[
            (r#"{ "target": "t#GetBook" }"#, r#"{ "target": "t#GetBook" }, { "target": "t#LendBook" }"#),
            (
                r#""t#Isbn": {"#,
                r#""t#LendBook": { "type": "operation", "input": { "target": "t#GetBookInput" } }, "t#Isbn": {"#,
            ),
        ],
    ),
    ("sentence of documentation", &[("What is on the cover.", "What is on the cover. Never empty.")]),
    ("documentation of a structure", &[("A book.", "A book or a leaflet.")]),
    ("documentation of an operation", &[("Finds a book.", "Finds a book by its number.")]),
    ("documentation of the service", &[("Lends books.", "Lends books and records.")]),
    ("renamed member", &[(r#""Title": {"#, r#""Name": {"#)]),
    (
        "member becomes required",
        &[(
            r#""Kind": { "target": "t#Kind" }"#,
            r#""Kind": { "target": "t#Kind", "traits": { "smithy.api#required": {} } }"#,
        )],
    ),
    ("changed constraint", &[(r#""max": 13"#, r#""max": 17"#)]),
    (
        "new nested structure",
        &[
            (
                r#""Kind": { "target": "t#Kind" }"#,
                r#""Kind": { "target": "t#Kind" }, "Shelf": { "target": "t#Shelf" }"#,
            ),
            (
                r#""t#Isbn": {"#,
                r#""t#Shelf": { "type": "structure", "members": { "Floor": { "target": "smithy.api#String" } } }, "t#Isbn": {"#,
            ),
        ],
    ),
    (
        "inert trait",
        &[(
            r#""traits": { "smithy.api#error": "client" }"#,
            r#""traits": { "smithy.api#error": "client", "smithy.api#tags": ["a"] }"#,
        )],
    ),
    ("shape that nothing reaches", &[(r#""t#Isbn": {"#, r#""t#Odd": { "type": "string" }, "t#Isbn": {"#)]),
];

/// What one edit changes.
struct Change {
    edit: &'static str,
    /// Files that change, with the lines added and removed in each.
    changed: Vec<(String, usize, usize)>,
    added: Vec<String>,
    /// Whether no line but documentation changes.
    only_docs: bool,
    api: usize,
}

impl Change {
    fn of(edit: &'static str, before: &Tree, after: &Tree) -> Self {
        let mut change = Change { edit, changed: Vec::new(), added: Vec::new(), only_docs: true, api: 0 };
        for path in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
            match (before.get(path), after.get(path)) {
                (Some(old), Some(new)) if old != new => {
                    let (plus, minus, docs) = lines(old, new);
                    change.only_docs &= docs;
                    change.changed.push((path.clone(), plus, minus));
                }
                (None, _) => change.added.push(path.clone()),
                _ => assert!(after.contains_key(path), "{edit}: {path} vanishes"),
            }
        }
        let (plus, minus, _) = lines(&api::listing("m", before), &api::listing("m", after));
        change.api = plus + minus;
        change
    }

    fn lines(&self) -> usize {
        self.changed.iter().map(|(_, plus, minus)| plus + minus).sum()
    }
}

/// Lines added and removed, and whether all of them are documentation.
fn lines(old: &str, new: &str) -> (usize, usize, bool) {
    let diff = TextDiff::from_lines(old, new);
    let count = |tag| diff.iter_all_changes().filter(|change| change.tag() == tag).count();
    let mut changes = diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
    let docs = changes.all(|change| change.value().trim_start().starts_with("//"));
    (count(ChangeTag::Insert), count(ChangeTag::Delete), docs)
}

fn tree(model: String) -> Tree {
    let source = Source { path: "model.json".to_owned(), text: model };
    let selection = Selection { service: None, operations: Operations::All };
    let request =
        Request { source: &source, model: "model.json", selection: &selection, package: "library", page: None };
    generate(&request).unwrap_or_else(|faults| panic!("{}", faults.render(&source, false)))
}

fn changes() -> Vec<Change> {
    let before = tree(MODEL.to_owned());
    let change = |(edit, replacements): &(&'static str, &[(&str, &str)])| {
        let model = replacements.iter().fold(MODEL.to_owned(), |model, (old, new)| {
            assert_eq!(MODEL.matches(old).count(), 1, "{edit}: {old}");
            model.replacen(old, new, 1)
        });
        Change::of(edit, &before, &tree(model))
    };
    EDITS.iter().map(change).collect()
}

#[test]
fn every_edit_changes_what_it_must() {
    let mut text = String::new();
    for change in changes() {
        let files = change.changed.len();
        writeln!(
            text,
            "{}: {} lines in {files} files, {} new files, {} lines of api.txt",
            change.edit,
            change.lines(),
            change.added.len(),
            change.api
        )
        .unwrap();
        for (path, plus, minus) in &change.changed {
            writeln!(text, "    {path} +{plus} -{minus}").unwrap();
        }
        change.added.iter().for_each(|path| writeln!(text, "    {path} (new)").unwrap());
    }
    insta::assert_snapshot!(text);
}

/// The limits that the reviewers were promised. Counted apart are support files that a crate begins to need.
#[test]
fn edits_stay_within_their_limits() {
    for change in changes() {
        let named = |name: &str| change.edit.starts_with(name);
        let ours = |path: &&String| !path.starts_with("support/");
        let new_files = change.added.iter().filter(ours).count();
        let changed: Vec<_> = change.changed.iter().filter(|(path, ..)| path != "support.rs").collect();
        let lines: usize = changed.iter().map(|(_, plus, minus)| plus + minus).sum();
        let files = changed.len();
        let limit = match () {
            () if named("optional member") => (15, 1, 0),
            () if named("enum value") => (4, 1, 0),
            () if named("error") => (6, 3, 1),
            () if named("operation") => (2, 1, 1),
            () if named("new nested structure") => (6, 2, 1),
            () if named("renamed member") || named("member becomes required") => (15, 1, 0),
            // The row of `validate()`.
            () if named("changed constraint") => (2, 1, 0),
            () if named("sentence") || named("documentation") => (4, 1, 0),
            () => (0, 0, 0),
        };
        assert!(
            lines <= limit.0 && files <= limit.1 && new_files <= limit.2,
            "{}: {lines} lines in {files} files, {new_files} new",
            change.edit
        );
        if named("sentence") || named("documentation") {
            assert!(change.only_docs && change.api == 0, "{}", change.edit);
        }
    }
}
