//! What the official client would have to be sent to do what ours does.

use super::body::{Body, End};
use super::case::Case;
use super::json::{Escapes, Json, Text};
use super::reply::Reply;

/// Whether the endpoint is none that ours takes.
pub fn has_bad_url(case: &Case) -> bool {
    case.settings.endpoint.url.is_some_and(|url| {
        let rest = url.strip_prefix("http://").or(url.strip_prefix("https://"));
        rest.is_none_or(|rest| rest.is_empty() || rest.contains(['@', '?']))
    })
}

/// Keys of error bodies without escapes.
pub fn plain_keys(case: &Case) -> Case {
    errors(case, |_, body| {
        if let Json::Object(members) = &mut body.json {
            members.iter_mut().for_each(|(key, _)| key.escapes = Escapes::None);
        }
    })
}

/// Codes only where there are any.
pub fn no_empty_codes(case: &Case) -> Case {
    errors(case, |headers, body| {
        headers.retain(|(name, value)| *name != "x-amzn-errortype" || !name_of(value).is_empty());
        let Json::Object(members) = &mut body.json else { return };
        for carrier in CODES {
            if last(members, &[carrier]).is_some_and(|code| name_of(code).is_empty()) {
                members.retain(|member| text_of(member, carrier).is_none());
            }
        }
    })
}

/// Errors without their members, if one that the model has is no string; the message stays.
pub fn no_wrong_members(case: &Case) -> Case {
    errors(case, |headers, body| {
        let Json::Object(members) = &body.json else { return };
        let header = headers.iter().find(|(name, _)| *name == "x-amzn-errortype").map(|(_, value)| value.as_str());
        let code = header.or_else(|| CODES.into_iter().find_map(|carrier| last(members, &[carrier])));
        let own: &[&str] = match code.map(name_of) {
            Some("ConflictException") => &["Message", "ConflictType"],
            Some("ResourceNotFoundException") => &["Message", "ResourceType"],
            _ => &["Message"],
        };
        let null = Json::Raw("null".to_owned());
        let is_wrong = |(key, value): &(Text, Json)| {
            own.contains(&key.chars.as_str()) && !matches!(value, Json::Text(_)) && *value != null
        };
        if members.iter().any(is_wrong) {
            body.json = carriers(members);
        }
    })
}

/// Bodies of errors that are objects, with what the readable part says about code and message.
pub fn readable_part(case: &Case) -> Case {
    errors(case, |_, body| {
        let bytes = body.bytes();
        let Some(fault) = fault(&bytes) else { return };
        let whole = Body { end: End::Whole, ..body.clone() };
        *body = match &body.json {
            // Something follows the object.
            Json::Object(_) if bytes.starts_with(&whole.bytes()) && self::fault(&whole.bytes()).is_none() => whole,
            Json::Object(members) if std::str::from_utf8(&bytes).is_ok() && !matches!(body.end, End::Spoilt(_)) => {
                Body::of(carriers(members_before(members, body.space, fault)))
            }
            _ => Body::of(Json::Object(Vec::new())),
        };
    })
}

const CODES: [&str; 2] = ["code", "__type"];

/// An error with nothing but codes and a message that is no member of a modelled error.
fn carriers(members: &[(Text, Json)]) -> Json {
    let is_code = |member: &&(Text, Json)| CODES.iter().any(|code| text_of(member, code).is_some());
    let mut kept: Vec<_> = members.iter().filter(is_code).cloned().collect();
    if let Some(message) = last(members, &["message", "Message", "errorMessage"]) {
        kept.push((Text::from("message"), Json::Text(Text::from(message))));
    }
    Json::Object(kept)
}

/// The last string among the members of these names. Of keys that are there twice, the last counts.
fn last<'a>(members: &'a [(Text, Json)], names: &[&str]) -> Option<&'a str> {
    members.iter().rev().find_map(|member| names.iter().find_map(|name| text_of(member, name)))
}

/// The value of a member of this name, if it is a string.
fn text_of<'a>((key, value): &'a (Text, Json), name: &str) -> Option<&'a str> {
    match value {
        Json::Text(text) if key.chars == name => Some(&text.chars),
        _ => None,
    }
}

/// What of a code is the name of an error.
fn name_of(code: &str) -> &str {
    let name = code.split(':').next().unwrap_or_default();
    name.split_once('#').map_or(name, |(_, name)| name)
}

/// The members that are written before the byte `end`.
fn members_before<'a>(members: &'a [(Text, Json)], space: &str, end: usize) -> &'a [(Text, Json)] {
    let is_before = |count: &usize| {
        let mut text = String::new();
        Json::Object(members[..*count].to_vec()).write(space, &mut text);
        text.trim_end().strip_suffix('}').is_some_and(|text| text.trim_end().len() <= end)
    };
    let count = (0..=members.len()).take_while(is_before).last().unwrap_or_default();
    &members[..count]
}

/// Where a text stops being one JSON object, in bytes.
fn fault(bytes: &[u8]) -> Option<usize> {
    let error = serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(bytes).err()?;
    if error.is_eof() {
        return Some(bytes.len());
    }
    let lines: usize = bytes.split_inclusive(|byte| *byte == b'\n').take(error.line() - 1).map(<[u8]>::len).sum();
    Some(lines + error.column().saturating_sub(1))
}

/// Numbers in the spellings of JSON only; the others are made worse, so that both clients refuse them.
pub fn no_bad_numbers(case: &Case) -> Case {
    every_raw(case, &|raw| {
        let is_number = raw.trim_start_matches('-').starts_with(|char: char| char.is_ascii_digit());
        if is_number && serde_json::from_str::<serde_json::Number>(raw).is_err() {
            "nul".clone_into(raw);
        }
    })
}

/// Strings that are strings, and nesting that ours reads; the others are made worse.
pub fn no_bad_values(case: &Case) -> Case {
    let is_bad = |raw: &str| raw.starts_with('"') && serde_json::from_str::<String>(raw).is_err();
    let change = |raw: &mut String| {
        if is_bad(raw) {
            "nul".clone_into(raw);
        }
    };
    let mut case = every_raw(case, &change);
    every_body(&mut case, &|body| cut_at(&mut body.json, 128));
    case
}

/// No value below this depth.
fn cut_at(json: &mut Json, depth: usize) {
    match json {
        Json::Array(_) | Json::Object(_) if depth == 0 => *json = Json::Raw("nul".to_owned()),
        Json::Array(items) => items.iter_mut().for_each(|item| cut_at(item, depth - 1)),
        Json::Object(members) => members.iter_mut().for_each(|(_, value)| cut_at(value, depth - 1)),
        Json::Raw(_) | Json::Text(_) => {}
    }
}

/// Numbers within the range of timestamps only; the others are no numbers any more.
pub fn no_huge_times(case: &Case) -> Case {
    every_raw(case, &|raw| {
        if raw.parse::<f64>().is_ok_and(|number| number.abs() >= 9_223_372_036_854_775_807.0) {
            "true".clone_into(raw);
        }
    })
}

fn every_raw(case: &Case, change: &dyn Fn(&mut String)) -> Case {
    let mut case = case.clone();
    every_body(&mut case, &|body| raws(&mut body.json, change));
    case
}

fn every_body(case: &mut Case, change: &dyn Fn(&mut Body)) {
    for reply in &mut case.replies {
        if let Reply::Response { body, .. } = reply {
            change(body);
        }
    }
}

fn raws(json: &mut Json, change: &dyn Fn(&mut String)) {
    match json {
        Json::Raw(raw) => change(raw),
        Json::Text(_) => {}
        Json::Array(items) => items.iter_mut().for_each(|item| raws(item, change)),
        Json::Object(members) => members.iter_mut().for_each(|(_, value)| raws(value, change)),
    }
}

fn errors(case: &Case, change: impl Fn(&mut Vec<(&'static str, String)>, &mut Body)) -> Case {
    let mut case = case.clone();
    for reply in &mut case.replies {
        if let Reply::Response { status, headers, body } = reply
            && !(200..300).contains(status)
        {
            change(headers, body);
        }
    }
    case
}
