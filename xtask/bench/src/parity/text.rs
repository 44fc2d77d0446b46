//! Texts: those that people write, and those that only tests do.

use proptest::prelude::*;

/// Any text, most of them short.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Z0-9 _-]{0,12}",
        2 => "\\PC{0,24}",
        2 => prop::collection::vec(odd(), 1..6).prop_map(String::from_iter),
        1 => odd().prop_map(String::from),
        1 => (odd(), 200..2000_usize).prop_map(|(char, count)| std::iter::repeat_n(char, count).collect()),
    ]
}

/// Characters at whose spelling writers and readers of JSON go wrong, at the edges of what encodings distinguish.
fn odd() -> impl Strategy<Value = char> {
    let edges = [
        '\0',
        '\u{1}',
        '\u{8}',
        '\t',
        '\n',
        '\u{b}',
        '\u{c}',
        '\r',
        '\u{1f}',
        ' ',
        '"',
        '/',
        '\\',
        '\u{7f}',
        '\u{80}',
        '\u{9f}',
        '\u{a0}',
        'é',
        '\u{7ff}',
        '\u{800}',
        '\u{2028}',
        '\u{2029}',
        '\u{d7ff}',
        '\u{e000}',
        '\u{feff}',
        '\u{fffd}',
        '\u{ffff}',
        '\u{10000}',
        '😀',
        '\u{10ffff}',
        '<',
        '&',
        '\'',
        '=',
        '%',
        '#',
        ':',
    ];
    prop_oneof![3 => prop::sample::select(edges.to_vec()), 1 => any::<char>()]
}

/// A letter-and-digits word, as ids and headers have.
pub fn word() -> impl Strategy<Value = String> {
    "[A-Za-z0-9-]{1,16}"
}
