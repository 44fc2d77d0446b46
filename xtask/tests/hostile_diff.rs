//! Whatever two models say, the comment on a pull request keeps its form, and a terminal its colors.

use pulldown_cmark::{Event, Options, Parser, Tag};
use std::fs;
use std::process::Command;

/// Text that is markup in Markdown, in HTML, in tables or on a terminal.
const TEXTS: [&str; 14] = [
    "plain",
    "",
    " ",
    "a`b",
    "``` `",
    "`[click](https://evil.example)`",
    "![x](https://evil.example/x.png)",
    "<img src=x onerror=alert(1)>`<script>",
    "a | b",
    r"a\| b\",
    r"\`|\`",
    "one\n\n# two\n\n| a |\n| --- |",
    "\u{202e}\u{2066}@everyone\u{200b}\u{2028}",
    "\u{1b}[2J\u{9b}31m\u{7}",
];

/// A model in which everything that may be any text is that text.
fn model(text: &str, limit: u8) -> String {
    let text = serde_json::Value::from(text).to_string();
    format!(
        r##"{{
    "smithy": "2.0", "metadata": {{ {text}: {limit} }},
    "shapes": {{
        "t#S": {{
            "type": "service", "version": "1", "operations": [{{ "target": "t#Get" }}],
            "traits": {{ "aws.protocols#awsJson1_0": {{}}, "t#told": {{ {text}: "{limit}" }} }}
        }},
        "t#Get": {{ "type": "operation", "input": {{ "target": "t#In" }} }},
        "t#In": {{
            "type": "structure",
            "members": {{
                "A": {{ "target": "smithy.api#String", "traits": {{ "smithy.api#default": {text} }} }},
                "C": {{ "target": "t#Color" }}, "O": {{ "target": "t#Old" }}
            }}
        }},
        "t#Color": {{
            "type": "enum",
            "members": {{ "C": {{ "target": "smithy.api#Unit", "traits": {{ "smithy.api#enumValue": {text} }} }} }}
        }},
        "t#Old": {{ "type": "string", "traits": {{
            "smithy.api#enum": [{{ "value": {text} }}], "smithy.api#length": {{ "max": {limit} }}
        }} }},
        "t#told": {{
            "type": "map", "key": {{ "target": "smithy.api#String" }}, "value": {{ "target": "t#Word" }},
            "traits": {{ "smithy.api#trait": {{}} }}
        }},
        "t#Word": {{ "type": "string", "traits": {{ "smithy.api#tags": ["diff.error.const"] }} }}
    }}
}}"##
    )
}

fn diff(old: &str, new: &str, format: &str) -> String {
    let root = tempfile::tempdir().expect("a directory");
    fs::write(root.path().join("old.json"), old).expect("a file");
    fs::write(root.path().join("new.json"), new).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(["diff", "old.json", "new.json", "--all", "--format", format]).current_dir(root.path());
    let output = command.output().expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// All pairs of the plain text and another one, with the name of what is compared.
fn pairs() -> impl Iterator<Item = (String, String)> {
    let plain = model(TEXTS[0], 9);
    TEXTS[1..].iter().flat_map(move |text| {
        let hostile = model(text, 8);
        [(plain.clone(), hostile.clone()), (hostile, plain.clone())]
    })
}

#[test]
fn comments_keep_their_form() {
    for (old, new) in pairs() {
        let text = diff(&old, &new, "markdown");
        let events = serde_json::from_str::<serde_json::Value>(&diff(&old, &new, "json")).expect("JSON")["events"]
            .as_array()
            .expect("events")
            .len();
        assert!(events >= 6, "{text}");
        let (mut rows, mut cells, mut headings) = (0, 0, 0);
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::TableRow) => rows += 1,
                Event::Start(Tag::TableCell) => cells += 1,
                Event::Start(Tag::Heading { .. }) => headings += 1,
                Event::Start(Tag::Table(_) | Tag::TableHead | Tag::Paragraph | Tag::Strong) | Event::End(_) => {}
                Event::InlineHtml(own) => assert!(["<br>", "<code>", "</code>"].contains(&&*own), "{own}: {text}"),
                Event::Text(_) | Event::Code(_) => {}
                other => panic!("{other:?} in {text}"),
            }
        }
        assert_eq!((headings, rows), (1, text.lines().filter(|line| line.starts_with("| ")).count() - 2), "{text}");
        assert_eq!(cells, 4 * (rows + 1), "{text}");
        assert!(rows >= events, "{text}");
        assert_visible(&text);
    }
}

/// GitHub takes no comment of more than 65,536 characters.
#[test]
fn comments_are_short_enough() {
    let model = |shapes: &str| format!(r#"{{"smithy": "2.0", "shapes": {{{shapes}}}}}"#);
    let shapes: Vec<String> = (0..2_000).map(|at| format!(r#""t#Shape{at}": {{"type": "structure"}}"#)).collect();
    let text = diff(&model(&shapes.join(",")), &model(""), "markdown");
    let rows = text.lines().filter(|line| line.starts_with("| ERROR")).count();
    assert!(text.len() < 60_000 && rows > 300, "{} bytes, {rows} rows", text.len());
    let rest =
        format!("\n\nLeft out here, for want of room: {} more changes; the text form shows all.\n", 2_000 - rows);
    assert!(text.ends_with(&rest), "{}", &text[text.len() - 500..]);
}

#[test]
fn terminals_show_what_is_there() {
    for (old, new) in pairs() {
        assert_visible(&diff(&old, &new, "text"));
    }
}

/// Nothing moves the cursor or turns the order of reading around.
#[track_caller]
fn assert_visible(text: &str) {
    let hidden = |own: char| own != '\n' && own.is_control() || ('\u{200b}'..='\u{206f}').contains(&own);
    assert!(!text.contains(hidden), "{text:?}");
}
