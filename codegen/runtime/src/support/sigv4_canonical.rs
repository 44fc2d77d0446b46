//! The canonical request of SigV4: the one spelling of a request that both sides sign. Hashing is `super::sigv4`'s.
//!
//! Paths are normalized and encoded once more, as every service but S3 has it.
//! Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>, step 1.

use http::{HeaderMap, Request};

/// Headers that proxies change, and the one that the signature goes to.
const UNSIGNED: [&str; 4] = ["authorization", "transfer-encoding", "user-agent", "x-amzn-trace-id"];

/// The canonical request, and the names of the signed headers as the `authorization` header lists them.
pub(super) fn canonical<B>(request: &Request<B>, body_hash: &str) -> (Vec<u8>, String) {
    let (path, query) = (path(request.uri().path()), query(request.uri().query().unwrap_or_default()));
    let mut out = Vec::with_capacity(1024);
    for line in [request.method().as_str(), &path, &query] {
        out.extend_from_slice(line.as_bytes());
        out.push(b'\n');
    }
    let names = write_headers(request.headers(), &mut out);
    for part in ["\n", &names, "\n", body_hash] {
        out.extend_from_slice(part.as_bytes());
    }
    (out, names)
}

fn path(path: &str) -> String {
    let mut segments = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => _ = segments.pop(),
            _ => segments.push(segment),
        }
    }
    let mut out = String::new();
    for segment in &segments {
        out.push('/');
        segment.bytes().for_each(|byte| encode(byte, &mut out));
    }
    if segments.is_empty() || path.ends_with('/') || path.ends_with("/.") || path.ends_with("/..") {
        out.push('/');
    }
    out
}

/// The parameters, sorted by encoded name and then by encoded value.
fn query(query: &str) -> String {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let mut pairs: Vec<_> = pairs.map(|(name, value)| [encode_again(name), encode_again(value)]).collect();
    pairs.sort_unstable();
    pairs.iter().map(|pair| pair.join("=")).collect::<Vec<_>>().join("&")
}

/// Takes away one encoding, that of HTML forms, where a `+` means a space, and puts that of SigV4 in its place.
fn encode_again(text: &str) -> String {
    let (bytes, mut at, mut out) = (text.as_bytes(), 0, String::new());
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    while let Some(byte) = bytes.get(at) {
        let (byte, length) = match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => ((high * 16 + low) as u8, 3),
            (b'+', ..) => (b' ', 1),
            _ => (*byte, 1),
        };
        encode(byte, &mut out);
        at += length;
    }
    out
}

fn encode(byte: u8, out: &mut String) {
    match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
        _ => out.push_str(&format!("%{byte:02X}")),
    }
}

/// Writes lines of `name:value,value`, with single spaces in the values, and returns `name;name`.
fn write_headers(headers: &HeaderMap, out: &mut Vec<u8>) -> String {
    let fields = headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    let mut fields: Vec<_> = fields.filter(|(name, _)| !UNSIGNED.contains(name)).collect();
    // The order of the values of one name is part of the message, and a stable sort keeps it.
    fields.sort_by_key(|(name, _)| *name);
    let mut names = Vec::with_capacity(fields.len());
    for same_name in fields.chunk_by(|left, right| left.0 == right.0) {
        names.push(same_name[0].0);
        out.extend_from_slice(same_name[0].0.as_bytes());
        for (index, (_, value)) in same_name.iter().enumerate() {
            out.push(if index == 0 { b':' } else { b',' });
            let words = value.split(|byte| *byte == b' ').filter(|word| !word.is_empty());
            for (index, word) in words.enumerate() {
                out.extend_from_slice(if index == 0 { b"" } else { b" " });
                out.extend_from_slice(word);
            }
        }
        out.push(b'\n');
    }
    names.join(";")
}
