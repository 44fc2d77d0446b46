//! Splits a model's name into words and joins them in Rust's cases.
//!
//! The two cases split differently, because the official crates do: `snake` knows plural acronyms and
//! units (`ARNs`, `MiB`, `IPv4`), `pascal` does not. Neither looks at keywords.

/// Words that are written in mixed case and must not be split.
const UNITS: [&str; 7] = ["ipv4", "ipv6", "sigv4", "mib", "gib", "kib", "ttl"];

/// `NotificationARNs` is `notification_arns`. Valid as an identifier for any input.
pub fn snake(name: &str) -> String {
    let text: Vec<char> = name.chars().collect();
    let only_lower = !name.contains(char::is_uppercase);
    let mut out = String::with_capacity(name.len() + 4);
    let mut start = 0;
    for (at, &c) in text.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            start = at + 1;
            continue;
        }
        if at > start && splits(&text, start, at, only_lower) {
            start = at;
        }
        if at == start && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    valid(out, name, 'u')
}

/// Whether a new word begins at `at`, where the word so far began at `start`.
fn splits(text: &[char], start: usize, at: usize, only_lower: bool) -> bool {
    let (before, c) = (text[at - 1], text[at]);
    let hump = c.is_ascii_uppercase() && !before.is_ascii_uppercase();
    let after_digit = only_lower && c.is_ascii_lowercase() && before.is_ascii_digit();
    let split = (hump || after_digit) && at - start >= unit(&text[start..]);
    split || ends_acronym(text, at)
}

/// How many characters at the beginning are a unit that stays in one piece.
fn unit(text: &[char]) -> usize {
    let begins = |unit: &&&str| {
        let mut rest = text.iter();
        unit.chars().all(|u| rest.next().is_some_and(|c| c.eq_ignore_ascii_case(&u)))
    };
    UNITS.iter().find(begins).map_or(0, |unit| unit.len())
}

/// `IAM|User`, but `ACLs` and `DynamoDBv2` stay whole: a plural or a version belongs to its acronym.
fn ends_acronym(text: &[char], at: usize) -> bool {
    let is = |at: usize, test: fn(&char) -> bool| text.get(at).is_some_and(test);
    let plural = text.get(at + 1) == Some(&'s') && !is(at + 2, char::is_ascii_lowercase);
    let version = text.get(at + 1) == Some(&'v') && is(at + 2, char::is_ascii_digit);
    text[at - 1].is_ascii_uppercase()
        && text[at].is_ascii_uppercase()
        && is(at + 1, char::is_ascii_lowercase)
        && !plural
        && !version
}

/// `APIKey` and `API_KEY` are `ApiKey`. Valid as an identifier for any input.
///
/// Underscores, dashes and spaces vanish (`US_EAST_1` is `UsEast1`), as in the official crates. Other
/// punctuation, which only values without a name have, stays visible between digits: `1.0` is `_1_0`.
pub fn pascal(name: &str) -> String {
    let text: Vec<char> = name.chars().collect();
    let mut out = String::with_capacity(name.len());
    let mut upper = true;
    let mut punctuation = false;
    for (at, &c) in text.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            upper = true;
            punctuation |= !matches!(c, '_' | '-') && !c.is_whitespace();
            continue;
        }
        if punctuation && c.is_ascii_digit() && out.ends_with(|last: char| last.is_ascii_digit()) {
            out.push('_');
        }
        let first = upper || at > 0 && is_hump(text[at - 1], c, text.get(at + 1));
        out.push(if first { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() });
        upper = false;
        punctuation = false;
    }
    valid(out, name, 'U')
}

/// Whether `c` begins a word: after a small letter or digit, or as the last capital of an acronym.
fn is_hump(before: char, c: char, after: Option<&char>) -> bool {
    let acronym = before.is_ascii_uppercase() && after.is_some_and(char::is_ascii_lowercase);
    c.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit() || acronym)
}

/// The name as it is, with a capital first. A name with punctuation gets [`pascal`]'s spelling instead.
pub fn capitalized(name: &str) -> String {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric());
    let mut out = if plain { name.to_owned() } else { pascal(name) };
    if let Some(first) = out.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    valid(out, name, 'U')
}

/// Makes an identifier of what is left of `name`: `_` before a digit, and if nothing is left the code
/// points in hexadecimal (`*` is `U2a`), so that different names stay different.
fn valid(out: String, name: &str, letter: char) -> String {
    match out.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("_{out}"),
        Some(_) => out,
        None if name.is_empty() && letter == 'u' => "empty".to_owned(),
        None if name.is_empty() => "Empty".to_owned(),
        None => name.chars().map(|c| format!("{letter}{:x}", u32::from(c))).collect(),
    }
}
