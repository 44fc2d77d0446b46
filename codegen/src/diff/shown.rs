//! Shows text of models in messages, where it must not end its quotes or its line, or turn the order of reading around.

use crate::docs::one_line;

/// At most so many characters are shown.
const LONGEST: usize = 80;

/// Text of a model between backquotes, cut if it is long.
pub fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(LONGEST).collect();
    let more = if shown.len() < text.len() { "..." } else { "" };
    format!("`{}{more}`", one_line(&shown).replace('`', "\\u{60}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_one_text() {
        assert_eq!(quoted("a`b\n\"\\"), "`a\\u{60}b\\n\"\\`");
        assert_eq!(quoted("\u{1b}\u{202e}\u{2028}"), "`\\u{1b}\\u{202e}\\u{2028}`");
        assert_eq!(quoted(""), "``");
        assert_eq!(quoted(&"x".repeat(81)), format!("`{}...`", "x".repeat(80)));
    }
}
