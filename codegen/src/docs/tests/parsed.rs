//! Reads the Markdown back with the parser and the extensions of rustdoc, and looks for what it must not say.

use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::super::{escape, markdown};

/// What rustdoc makes of some lines: every event, checked, and the text that is seen.
fn seen(lines: &[String]) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let markdown = lines.join("\n");
    let mut text = String::new();
    for event in Parser::new_ext(&markdown, options) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::Start(tag) => start(&tag, &markdown),
            Event::End(_) => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    text
}

fn start(tag: &Tag<'_>, markdown: &str) {
    let fine = match tag {
        Tag::Paragraph | Tag::Heading { .. } | Tag::List(_) | Tag::Item | Tag::Emphasis | Tag::Strong => true,
        Tag::CodeBlock(CodeBlockKind::Fenced(language)) => &**language == "text",
        Tag::Link { dest_url, .. } => {
            ["https://", "http://", "mailto:"].iter().any(|scheme| dest_url.starts_with(scheme))
        }
        _ => false,
    };
    assert!(fine, "{tag:?} in {markdown}");
}

/// Checks what holds for every input and returns the text that is seen.
fn check(documentation: &str) -> String {
    let lines = markdown(documentation, 80);
    for line in &lines {
        assert!(line.chars().all(|c| c == ' ' || !c.is_whitespace() && escape::clean(c) == Some(c)), "{line:?}");
        assert!(!line.ends_with(' '), "{line:?}");
    }
    assert!(lines.first().is_none_or(|line| !line.is_empty()));
    assert!(lines.last().is_none_or(|line| !line.is_empty()));
    seen(&lines)
}

/// A text as it is seen: cleaned, with single spaces.
fn plain(text: &str) -> String {
    let text: String = text.chars().filter_map(escape::clean).collect();
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Text in HTML.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('\0', "").replace('\r', "\n")
}

const SCRAPS: &str = r"(</?(p|b|i|code|ul|ol|li|a|pre|br|dl|dt|dd|note|h2|table|tr|td|T|x-y)>|<a href='https://a\.b/c'>|[-+*_#>=~|`\\\[\](){}!&.:1a <\n]|https?://a\.b|&amp;|    ){0,24}";

proptest! {
    // A test run writes nothing, not even what failed.
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_is_safe(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn scraps_are_safe(text in SCRAPS) {
        check(&text);
    }

    #[test]
    fn text_is_seen_as_it_was(text in r"[-+*_#>=~|`\\\[\](){}!&.:1a <\n]{0,30}") {
        prop_assert_eq!(check(&format!("<p>{}</p>", html(&text))), plain(&text));
    }

    #[test]
    fn any_text_is_seen_as_it_was(text in any::<String>()) {
        prop_assert_eq!(check(&format!("<p>{}</p>", html(&text))), plain(&text));
    }

    #[test]
    fn code_is_seen_as_it_was(text in "[-+*_#>=~|`\\\\\\[\\]&.:1a <\n]{0,40}") {
        prop_assert_eq!(check(&format!("<p><code>{}</code></p>", html(&text))), plain(&text));
    }
}
