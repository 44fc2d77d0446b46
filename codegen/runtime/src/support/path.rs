//! Says in words where and why a body could not be read.

use super::read::{Problem, Step};
use std::fmt::Write;

/// For example `at Domain.CreatedAt (byte 153): expected a number or null, found a string`. It quotes no values of the
/// body, and only keys that look like names of members, for the keys of a map may be secret.
pub fn explain(body: &[u8], Problem { at, what, path }: &Problem) -> String {
    let path = text(path);
    let path = if path.is_empty() { "the top level" } else { &path };
    let found = match body.get(*at) {
        _ if !what.starts_with("expected") => "",
        None => ", found the end of the body",
        Some(b'"') => ", found a string",
        Some(b'{') => ", found an object",
        Some(b'[') => ", found a list",
        Some(b'-' | b'0'..=b'9') => ", found a number",
        Some(b't' | b'f') => ", found a boolean",
        Some(b'n') => ", found null",
        Some(_) => ", found something else",
    };
    format!("at {path} (byte {at}): {what}{found}")
}

fn text(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path.iter().rev() {
        let dot = if text.is_empty() { "" } else { "." };
        // Writing to a string cannot fail.
        let _ = match step {
            _ if text.len() > 200 => break,
            Step::Index(index) => write!(text, "[{index}]"),
            Step::Key(key) if is_name(key) => write!(text, "{dot}{key}"),
            Step::Key(_) => write!(text, "{dot}*"),
        };
    }
    text
}

fn is_name(key: &str) -> bool {
    (1..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
