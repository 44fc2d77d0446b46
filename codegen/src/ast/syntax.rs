//! Checks that a text is JSON at all, before anything in it is read.

use super::Node;
use crate::diagnostic::{Code, Diagnostic, Span};

/// How many objects and arrays may stand inside each other.
const DEEPEST: usize = 256;

/// The root of the text.
pub fn check(text: &str) -> Result<Node<'_>, Diagnostic> {
    if text.starts_with('\u{FEFF}') {
        return Err(Diagnostic::new(Code::ByteOrderMark, at(text, 0), "the model begins with a byte order mark")
            .label("U+FEFF")
            .help("save the file as UTF-8 without a byte order mark"));
    }
    if text.trim().is_empty() {
        return Err(Diagnostic::new(Code::EmptyFile, Span::default(), "the model is empty")
            .help("expected a Smithy model in JSON form: `{ \"smithy\": \"2.0\", \"shapes\": { ... } }`"));
    }
    let root = Node::root(text).map_err(|error| not_json(text, &error))?;
    match too_deep(text) {
        Some(place) => Err(Diagnostic::new(Code::TooDeep, at(text, place), "the model is nested too deeply")
            .label(format!("more than {DEEPEST} levels"))
            .help("no real model nests so deeply: the file is damaged or hostile")),
        None => Ok(root),
    }
}

fn not_json(text: &str, error: &serde_json::Error) -> Diagnostic {
    let line_start = match error.line() {
        0 | 1 => 0,
        line => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    let place = line_start + error.column().saturating_sub(1);
    let message = format!("the model is not JSON: {}", reason(error));
    if error.is_eof() {
        return Diagnostic::new(Code::NotJson, at(text, text.trim_end().len().saturating_sub(1)), message)
            .label("the text ends here")
            .help("the file looks truncated: fetch it again");
    }
    let diagnostic = Diagnostic::new(Code::NotJson, at(text, place), message).label("unexpected here");
    if text.trim_start().starts_with(['{', '[']) {
        return diagnostic;
    }
    diagnostic.help("only the JSON form of Smithy is read: convert a `.smithy` file with `smithy ast`")
}

/// What the parser has to say, without the place.
pub fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(reason, _)| reason.to_owned())
}

/// The span of the character at `place`.
fn at(text: &str, place: usize) -> Span {
    let start = text.floor_char_boundary(place);
    let width = text[start..].chars().next().map_or(0, char::len_utf8);
    Span { start, end: start + width }
}

/// Where the first bracket too many stands. The text is known to be JSON.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (place, byte) in text.bytes().enumerate() {
        if quoted {
            (quoted, escaped) = (escaped || byte != b'"', !escaped && byte == b'\\');
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        if depth > DEEPEST {
            return Some(place);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_strings_do_not_count() {
        let quoted = format!(r#"["{}\"{}"]"#, "[".repeat(300), "[".repeat(300));
        assert!(check(&quoted).is_ok());
    }

    #[test]
    fn depth_is_limited() {
        for (depth, code) in [(DEEPEST, None), (DEEPEST + 1, Some(Code::TooDeep)), (100_000, Some(Code::TooDeep))] {
            let text = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
            assert_eq!(check(&text).err().map(|fault| fault.code), code);
        }
    }
}
