//! Makes single characters harmless: what the source must not hold, and what Markdown would act on.
//!
//! Whether a word at the beginning of a line means something is left to [`super::wrap`].

use super::link;
use super::work::look;

/// What becomes of a character of running text: kept, a space, or nothing.
///
/// Goes: control characters, and those that turn or hide text (rustc refuses `U+202A` to `U+202E` and
/// `U+2066` to `U+2069` in comments; the others only confuse). Line ends and tabs are spaces.
pub fn clean(c: char) -> Option<char> {
    match c {
        _ if c.is_whitespace() => Some(' '),
        _ if c.is_control() => None,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => None,
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}' => None,
        _ => Some(c),
    }
}

/// Text of one style to Markdown that shows exactly this text, with web addresses made clickable.
///
/// Runs of spaces become one. `in_link` says that the text stands in a link, where there can be no other.
pub fn text(text: &str, in_link: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        look("");
        if !in_link && let Some(address) = link::bare(rest) {
            out.push('<');
            out.push_str(address);
            out.push('>');
            rest = &rest[address.len()..];
            before = 'x';
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if acts(before, c, rest.chars().next().unwrap_or(' ')) {
            out.push('\\');
        }
        if c != ' ' || before != ' ' {
            out.push(c);
        }
        before = c;
    }
    out
}

/// Whether Markdown would read `c` as more than itself between these two.
fn acts(before: char, c: char, after: char) -> bool {
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
        '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
        '&' => after.is_ascii_alphanumeric() || after == '#',
        // Two dashes would be shown as one long one.
        '-' => before == '-',
        _ => false,
    }
}

/// Code in a line, fenced by more backticks than it holds. A space that must not become a line end is NUL.
///
/// Lines may end before a word that cannot be taken for the beginning of a list, heading or the like.
pub fn code(code: &str) -> String {
    let fence = "`".repeat(longest_fence(code) + 1);
    // Markdown takes one space off both ends, if it finds one at both.
    let padding = if code.starts_with('`') || code.ends_with('`') { "\0" } else { "" };
    let mut out = format!("{fence}{padding}");
    for (at, word) in look(code).split(' ').filter(|word| !word.is_empty()).enumerate() {
        let plain = word.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '"' | '\'' | '{' | '('));
        if at > 0 {
            out.push(if plain && fence.len() < 3 { ' ' } else { '\0' });
        }
        out.push_str(word);
    }
    out + padding + &fence
}

/// The length of the longest run of backticks.
pub fn longest_fence(code: &str) -> usize {
    look(code).split(|c| c != '`').map(str::len).max().unwrap_or(0)
}
