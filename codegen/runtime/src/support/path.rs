//! Says in words where and why a body could not be read. It runs only then, so that reading need not keep a path.

use super::read::{ReadError, Reader};
use std::fmt::Write;

/// For example `at Domain.CreatedAt (byte 153): expected a number or null, found a string`. It quotes no values of the
/// body, and only keys that look like names of members, for the keys of a map may be secret.
pub fn explain(body: &[u8], ReadError { at, problem }: ReadError) -> String {
    let path = Reader::new(body).map_or_else(|_| String::new(), |json| path(json, at));
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

/// Goes down into the member that stands at an offset, or that cannot be read, as far as there is one.
fn path(mut json: Reader<'_>, at: usize) -> String {
    let mut path = String::new();
    while path.len() < 200 {
        let is_object = json.begin_object().is_ok();
        if !is_object && json.begin_list().is_err() {
            break;
        }
        let mut index = 0;
        let member = loop {
            let key = if is_object { json.key() } else { json.element().map(|more| more.then(Default::default)) };
            let Ok(Some(key)) = key else { return path };
            let member = json.clone();
            if json.skip().is_err() || json.at > at {
                break (key, member);
            }
            index += 1;
        };
        json = member.1;
        let is_name = member.0.len() <= 64 && member.0.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        // Writing to a string cannot fail.
        let _ = match (is_object, is_name) {
            (false, _) => write!(path, "[{index}]"),
            (true, true) if path.is_empty() => write!(path, "{}", member.0),
            (true, true) => write!(path, ".{}", member.0),
            (true, false) => write!(path, ".*"),
        };
    }
    path
}
