//! Shows text of models in messages, where it must not end its quotes or its line, or turn the order of reading around.

/// At most so many characters are shown.
const LONGEST: usize = 80;

/// Text of a model between backquotes, cut if it is long.
pub fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(LONGEST).collect();
    let more = if shown.len() < text.len() { "..." } else { "" };
    format!("`{}{more}`", printable(&shown).replace('`', "\\u{60}"))
}

/// One line of text in which every character can be seen: others are escaped.
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for own in text.chars() {
        match own {
            '"' | '\'' | '\\' => out.push(own),
            _ => out.extend(own.escape_debug()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(printable("a \"b\" \\ 'ü'"), "a \"b\" \\ 'ü'");
        assert_eq!(printable("\u{1b}[31m\r\n\u{202e}\u{2066}\u{200b}"), "\\u{1b}[31m\\r\\n\\u{202e}\\u{2066}\\u{200b}");
        assert_eq!(printable("\u{2028}\u{feff}\u{0}"), "\\u{2028}\\u{feff}\\0");
    }

    #[test]
    fn quotes_hold_one_text() {
        assert_eq!(quoted("a`b"), "`a\\u{60}b`");
        assert_eq!(quoted(""), "``");
        assert_eq!(quoted(&"x".repeat(81)), format!("`{}...`", "x".repeat(80)));
    }
}
