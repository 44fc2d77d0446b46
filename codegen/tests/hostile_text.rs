//! Text of a model stays in the literal or comment that it is put in: whatever documentation, enum values, defaults and
//! titles say, the generated code has the same items.

use codegen::diagnostic::Source;
use codegen::resolve::{Operations, Selection};
use codegen::{Request, Tree, api, generate};
use proc_macro2::{TokenStream, TokenTree};
use proptest::prelude::*;
use std::sync::LazyLock;

/// A model with `TEXT` wherever a model has text, as a JSON string.
const MODEL: &str = r#"{
    "smithy": "2.0",
    "shapes": {
        "t#S": {
            "type": "service", "version": "1", "operations": [{ "target": "t#Get" }],
            "traits": {
                "aws.protocols#awsJson1_0": {}, "smithy.api#title": TEXT, "smithy.api#documentation": TEXT,
                "aws.api#service": { "sdkId": TEXT, "endpointPrefix": TEXT }, "aws.auth#sigv4": { "name": TEXT }
            }
        },
        "t#Get": {
            "type": "operation", "input": { "target": "t#In" }, "output": { "target": "t#Out" },
            "errors": [{ "target": "t#Bad" }],
            "traits": {
                "smithy.api#documentation": TEXT, "smithy.api#deprecated": { "message": TEXT, "since": TEXT },
                "smithy.api#http": { "method": TEXT, "uri": TEXT }
            }
        },
        "t#In": {
            "type": "structure",
            "members": {
                "a": {
                    "target": "smithy.api#String",
                    "traits": {
                        "smithy.api#documentation": TEXT, "smithy.api#pattern": PATTERN, "smithy.api#jsonName": TEXT,
                        "smithy.api#default": TEXT, "smithy.api#deprecated": { "message": TEXT }
                    }
                },
                "b": { "target": "t#Color", "traits": { "smithy.api#required": {} } }
            },
            "traits": { "smithy.api#documentation": TEXT }
        },
        "t#Out": {
            "type": "structure",
            "members": { "nested": { "target": "t#Nested" } },
            "traits": { "smithy.api#documentation": TEXT, "smithy.api#tags": [TEXT] }
        },
        "t#Nested": {
            "type": "structure",
            "members": {
                "c": { "target": "smithy.api#String", "traits": { "smithy.api#default": TEXT, "smithy.api#documentation": TEXT } },
                "d": { "target": "t#Old" }
            },
            "traits": { "smithy.api#documentation": TEXT }
        },
        "t#Color": {
            "type": "enum",
            "members": {
                "RED": {
                    "target": "smithy.api#Unit",
                    "traits": { "smithy.api#enumValue": TEXT, "smithy.api#documentation": TEXT }
                },
                "BLUE": { "target": "smithy.api#Unit" }
            },
            "traits": { "smithy.api#documentation": TEXT }
        },
        "t#Old": {
            "type": "string",
            "traits": {
                "smithy.api#enum": [
                    { "value": TEXT, "name": "ONE", "documentation": TEXT },
                    { "value": "fixed", "name": "TWO" }
                ]
            }
        },
        "t#Bad": {
            "type": "structure",
            "members": { "message": { "target": "smithy.api#String", "traits": { "smithy.api#documentation": TEXT } } },
            "traits": { "smithy.api#error": "client", "smithy.api#documentation": TEXT }
        }
    }
}"#;

/// The generated files, nothing if the text makes the model bad.
fn tree(text: &str, pattern: &str) -> Option<Tree> {
    let quoted = |text| serde_json::to_string(text).expect("a JSON string");
    let text = MODEL.replace("PATTERN", &quoted(pattern)).replace("TEXT", &quoted(text));
    let source = Source { path: "model.json".to_owned(), text };
    let selection = Selection { service: None, operations: Operations::All };
    generate(&Request { source: &source, model: "model.json", selection: &selection, package: "hostile", page: None })
        .ok()
}

/// The tokens of a file without documentation and without what literals say.
fn skeleton(text: &str) -> String {
    let mut output = String::new();
    let file: TokenStream = text.parse().expect("tokens");
    syn::parse2::<syn::File>(file.clone()).expect("Rust");
    walk(file, &mut output);
    output
}

fn walk(tokens: TokenStream, output: &mut String) {
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let is_attribute = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '#');
        if is_attribute {
            // `#!` of an inner attribute.
            trees.next_if(|next| matches!(next, TokenTree::Punct(punct) if punct.as_char() == '!'));
            let group = trees.next().expect("an attribute");
            let text = group.to_string();
            if text.starts_with("[deprecated") {
                deprecated(group);
            } else if !text.starts_with("[doc = ") && !text.starts_with("[doc=") {
                output.push_str(&text);
            }
            continue;
        }
        match tree {
            // A line that is broken ends with one more comma.
            TokenTree::Punct(punct) if punct.as_char() == ',' && trees.peek().is_none() => {}
            TokenTree::Group(group) => {
                output.push_str(&format!(" {:?}(", group.delimiter()));
                walk(group.stream(), output);
                output.push(')');
            }
            TokenTree::Literal(_) => output.push_str(" _"),
            // Where a literal is long, the layout puts a comma behind the last argument.
            TokenTree::Punct(punct) if punct.as_char() == ',' && trees.peek().is_none() => {}
            tree => output.push_str(&format!(" {tree}")),
        }
    }
}

/// The attribute says what it may say, each at most once.
fn deprecated(attribute: TokenTree) {
    let mut inside = String::new();
    walk(attribute.into(), &mut inside);
    let says =
        inside.strip_prefix(" Bracket( deprecated").and_then(|inside| inside.strip_suffix(')')).expect("an attribute");
    let known = ["", " Parenthesis( note = _)", " Parenthesis( since = _)", " Parenthesis( note = _ , since = _)"];
    assert!(known.contains(&says), "{says}");
}

/// Characters that turn the direction of what a reviewer sees, or that no text file should have.
fn is_unfit(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn check(text: &str) {
    let Some(hostile) = tree(text, text) else { return };
    // A pattern that cannot be compiled, such as `(`, is not checked, and then the files that check it are not there.
    static PLAIN: LazyLock<[Tree; 2]> =
        LazyLock::new(|| ["plain", "("].map(|pattern| tree("plain", pattern).expect("a model")));
    let plain = PLAIN.iter().find(|plain| hostile.keys().eq(plain.keys())).expect("the files of a plain text");
    for (path, file) in hostile.iter().filter(|(path, file)| plain[*path] != **file) {
        assert_eq!(skeleton(file), skeleton(&plain[path]), "{path}\n{file}");
        if let Some(c) = file.chars().find(|c| is_unfit(*c)) {
            panic!("{path} has the character {c:?}");
        }
    }
}

const PARTS: &[&str] = &[
    "*/",
    "/*",
    "//",
    "///",
    "//!",
    "\"",
    "\\\"",
    "\\",
    "\"#",
    "r#\"",
    "'",
    "\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{85}",
    "\u{0}",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "```",
    "~~~",
    "`",
    "]",
    "[",
    "#[",
    "#![",
    "}",
    "{",
    "(",
    ")",
    ";",
    "$x",
    "{0}",
    "<p>",
    "</p>",
    "<!--",
    "-->",
    "<script>",
    "<![CDATA[",
    "&#10;",
    "&lt;",
    "&#x202e;",
    "pub fn evil() {}",
    "\npub fn evil() {}\n",
    "*/ pub fn evil() {} /*",
    "\"; pub fn evil() {} //",
    "macro_rules! x {}",
    "    code",
    "\t",
    "a",
    " ",
    "é",
    "🦀",
    "include_str!(\"/etc/passwd\")",
    "![x](http://x)",
    "](javascript:x)",
    "%",
    "AWS_",
    "1",
    "-",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn any_text_stays_where_it_is_put(parts in prop::collection::vec(prop::sample::select(PARTS), 1..8)) {
        check(&parts.concat());
    }

    #[test]
    fn any_characters_stay_where_they_are_put(text in any::<String>()) {
        check(&text);
    }
}

/// Each part for itself, and between letters.
#[test]
fn every_part_stays_where_it_is_put() {
    for part in PARTS {
        check(part);
        check(&format!("a{part}b"));
    }
}

/// The name of the file stands in the first line of every generated file.
#[test]
fn the_name_of_a_model_ends_no_comment() {
    let source = Source {
        path: "model.json".to_owned(),
        text: MODEL.replace("PATTERN", "\"plain\"").replace("TEXT", "\"plain\""),
    };
    let selection = Selection { service: None, operations: Operations::All };
    let model = "a\n#![evil]\u{202e}\r\"\\é.json";
    let request = Request { source: &source, model, selection: &selection, package: "hostile", page: None };
    let files = generate(&request).expect("files");
    let first = "// @generated by `cargo xtask codegen` from a\\n#![evil]\\u{202e}\\r\"\\é.json (t#S). Do not edit.";
    assert_eq!(files["lib.rs"].lines().next(), Some(first));
    assert!(files["lib.rs"].lines().all(|line| !line.starts_with("#![evil]")));
    for text in [codegen::manifest(&request, &files), api::listing(model, &files)] {
        assert!(
            text.starts_with("# @generated by `cargo xtask codegen` from a\\n#![evil]\\u{202e}\\r\"\\é.json."),
            "{text}"
        );
    }
}
