//! Holds the code to its plan: each stage knows only its own things, and files and functions stay small.
//!
//! It reads the sources as text, as rustfmt lays them out; comments may say anything.

use std::fs;
use std::path::{Path, PathBuf};

/// Words that may stand only in some rooms: paths that begin with one of these.
struct Rule {
    words: &'static [&'static str],
    rooms: &'static [&'static str],
    why: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        words: &["quote!", "quote::"],
        // `api` takes emitted tokens apart again.
        rooms: &["codegen/src/emit", "codegen/src/protocol", "codegen/src/api"],
        why: "tokens are made in `emit` and `protocol`",
    },
    Rule { words: &["std::fs", "fs::"], rooms: &["xtask/"], why: "`codegen` never touches the disk" },
    Rule {
        words: &["smithy.api#", "smithy.rules#", "smithy.test#", "\"smithy.", "\"aws.", "aws.api#", "aws.auth#"],
        rooms: &[
            "codegen/src/traits",
            // The namespace of the prelude's shapes, which are no traits.
            "codegen/src/ast/id.rs",
            // Explanations for users.
            "codegen/src/diagnostic/code.rs",
            // Functions of endpoint rules, whose names look alike.
            "codegen/src/endpoint/functions.rs",
            // Ids of protocols: what is spoken is the protocol's to say.
            "codegen/src/protocol",
            // The table of what a change of each trait does to a crate.
            "codegen/src/diff/effect.rs",
        ],
        why: "trait ids stop at `traits`",
    },
    Rule {
        words: &["Verdict"],
        rooms: &["codegen/src/diff", "xtask/"],
        why: "what a change does to a crate is for `diff` to say",
    },
    Rule {
        words: &["serde_json", "RawValue"],
        // What Cargo prints about the workspace is JSON too.
        // So are the partitions of AWS, which are no part of a model, and what `cargo xtask diff` says to programs.
        // `xtask/bench` reads no models; it is held to the sizes only, and to `HashMap`.
        rooms: &[
            "codegen/src/ast",
            "codegen/src/endpoint/partitions.rs",
            "xtask/bench",
            "xtask/src/codegen.rs",
            "xtask/src/manifest.rs",
            "xtask/src/report.rs",
            "xtask/src/workspace.rs",
        ],
        why: "JSON stops at `ast`",
    },
    Rule {
        words: &["HashMap", "HashSet"],
        // The type of a map, as text of the generated crate, of its first test or of a message.
        rooms: &["codegen/src/diff/part.rs", "codegen/src/emit/value.rs", "codegen/src/scaffold/sample.rs"],
        why: "their order differs from run to run",
    },
    Rule {
        words: &["Ident::new", "format_ident!"],
        rooms: &["codegen/src/names", "codegen/src/api"],
        why: "identifiers are made in `names`",
    },
];

const FILE: usize = 300;
const FUNCTION: usize = 45;

#[test]
fn every_room_keeps_to_its_own() {
    let files = files();
    assert!(files.len() > 60, "the sources are not where they were: {files:?}");
    let offences: Vec<String> = files.iter().flat_map(|(path, text)| offences(path, text)).collect();
    assert!(offences.is_empty(), "{}", offences.join("\n"));
}

/// A rule that finds nothing would be no rule.
#[test]
fn offences_are_found() {
    let found = |text: &str| offences("codegen/src/resolve.rs", &format!("//! Text.\n{text}\n"));
    assert_eq!(found("// quote! smithy.api#enum"), [""; 0]);
    for rule in RULES {
        for word in rule.words {
            let line = format!("    let x = {word};");
            assert_eq!(found(&line), [format!("codegen/src/resolve.rs:2: `{word}`: {}", rule.why)]);
            for room in rule.rooms {
                assert_eq!(offences(&format!("{room}/x.rs"), &format!("//! Text.\n{line}\n")), [""; 0]);
            }
        }
    }
    assert_eq!(offences("a.rs", "use std::fmt;\n"), ["a.rs:1: does not open with `//!`"]);
    assert_eq!(found(&"\n".repeat(FILE)).len(), 1);
    let function = |lines| format!("    pub(super) const fn long() {{\n{}    }}", "        0;\n".repeat(lines));
    assert_eq!(found(&function(FUNCTION - 2)), [""; 0]);
    assert_eq!(found(&function(FUNCTION - 1)), ["codegen/src/resolve.rs:2: a function of 46 lines, more than 45"]);
}

fn offences(path: &str, text: &str) -> Vec<String> {
    let mut offences = Vec::new();
    let mut offence = |at: usize, what: String| offences.push(format!("{path}:{at}: {what}"));
    if !text.starts_with("//! ") {
        offence(1, "does not open with `//!`".to_owned());
    }
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() > FILE {
        offence(FILE, format!("a file of {} lines, more than {FILE}", lines.len()));
    }
    for (at, line) in lines.iter().enumerate() {
        let code = line.split("// ").next().filter(|_| !line.trim_start().starts_with("//")).unwrap_or_default();
        for rule in RULES.iter().filter(|rule| !rule.rooms.iter().any(|room| path.starts_with(room))) {
            let words = rule.words.iter().filter(|word| stands_in(code, word));
            words.take(1).for_each(|word| offence(at + 1, format!("`{word}`: {}", rule.why)));
        }
        if let Some(length) = function(&lines[at..]).filter(|length| *length > FUNCTION) {
            offence(at + 1, format!("a function of {length} lines, more than {FUNCTION}"));
        }
    }
    offences
}

/// Whether the word stands in the code, and not as the end of a longer one.
fn stands_in(code: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(is_part) || !word.starts_with(is_part))
}

/// How many lines the function has that begins in the first line, if one does.
fn function(lines: &[&str]) -> Option<usize> {
    let code = lines[0].trim_start();
    let indent = &lines[0][..lines[0].len() - code.len()];
    let mut words = code.split(' ').skip_while(|word| {
        word.starts_with("pub") || word.ends_with(')') || ["const", "async", "unsafe"].contains(word)
    });
    let end = format!("{indent}}}");
    let length = lines.iter().position(|line| *line == end)? + 1;
    (words.next() == Some("fn") && !code.ends_with('}')).then_some(length)
}

/// Path and text of every source file of the generator and its commands.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut folders: Vec<PathBuf> =
        ["codegen/src", "xtask/src", "xtask/bench/src"].map(|folder| root.join(folder)).into();
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                files.push((below, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}
