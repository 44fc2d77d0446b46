//! Says in words where and why a body could not be read. It runs only then, so that reading need not keep a path.

use super::read::{ReadError, Reader};
use std::borrow::Cow;
use std::fmt::Write;

/// For example `at Domain.CreatedAt (byte 153): expected a number or null, found a string`. It quotes no values of the
/// body, and only keys that look like names of members, for the keys of a map may be secret.
pub fn explain(body: &[u8], ReadError { at, problem }: ReadError) -> String {
    let path = Reader::new(body).map_or_else(|_| String::new(), |json| text(&path(json, at)));
    let path = if path.is_empty() { "the top level" } else { &path };
    let found = match body.get(at) {
        _ if !problem.starts_with("expected") => "",
        None => ", found the end of the body",
        Some(b'"') => ", found a string",
        Some(b'{') => ", found an object",
        Some(b'[') => ", found a list",
        Some(b'-' | b'0'..=b'9') => ", found a number",
        Some(b't' | b'f') => ", found a boolean",
        Some(b'n') => ", found null",
        Some(_) => ", found something else",
    };
    format!("at {path} (byte {at}): {problem}{found}")
}

/// A member of an object by its key, or the number of elements of a list so far.
enum Step<'a> {
    Key(Cow<'a, str>),
    Elements(usize),
}

/// The steps to the value that stands at an offset, in one pass up to it or to where reading stops being possible.
fn path(mut json: Reader<'_>, at: usize) -> Vec<Step<'_>> {
    let mut path = Vec::new();
    loop {
        let opened = match json.peek() {
            Some(b'{') if json.at < at => json.begin_object().map(|()| path.push(Step::Key(Cow::default()))),
            Some(b'[') if json.at < at => json.begin_list().map(|()| path.push(Step::Elements(0))),
            _ => json.skip(),
        };
        if opened.is_err() || json.at >= at || !advance(&mut json, &mut path) {
            return path;
        }
    }
}

/// Goes to the next member, out of what has ended; `false` where there is none.
fn advance<'a>(json: &mut Reader<'a>, path: &mut Vec<Step<'a>>) -> bool {
    while let Some(step) = path.last_mut() {
        let more = match step {
            Step::Key(key) => json.key().map(|next| next.map(|next| *key = next).is_some()),
            Step::Elements(count) => {
                *count += 1;
                json.element()
            }
        };
        match more {
            Ok(true) => return true,
            Ok(false) => drop(path.pop()),
            Err(_) => return false,
        }
    }
    false
}

fn text(path: &[Step<'_>]) -> String {
    let mut text = String::new();
    for step in path {
        let dot = if text.is_empty() { "" } else { "." };
        // Writing to a string cannot fail.
        let _ = match step {
            _ if text.len() > 200 => break,
            Step::Elements(count) => write!(text, "[{}]", count.saturating_sub(1)),
            Step::Key(key) if is_name(key) => write!(text, "{dot}{key}"),
            Step::Key(_) => write!(text, "{dot}*"),
        };
    }
    text
}

fn is_name(key: &str) -> bool {
    (1..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
