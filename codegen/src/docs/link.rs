//! Decides which addresses become links, and spells them so that Markdown takes them.
//!
//! Everything else (`#anchor`, `API_Foo.html`, `javascript:`) has no meaning in rustdoc, or a wrong one.

use super::work::look;

/// The target of a link as Markdown takes it between parentheses, if it leads anywhere.
pub fn target(href: &str) -> Option<String> {
    let href = look(href).trim();
    let scheme = ["https://", "http://", "mailto:"]
        .into_iter()
        .find(|scheme| href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))?;
    let rest = &href[scheme.len()..];
    if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut out = scheme.to_owned();
    for byte in rest.bytes() {
        match byte {
            b'\n' | b'\r' | b'\t' => {}
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(byte.into()),
            b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'#' | b'@' | b'!' | b'$' | b'&' | b'\'' | b'*' | b'+'
            | b',' | b'=' | b'%' => out.push(byte.into()),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    Some(out)
}

/// The web address that the text begins with, without the punctuation that ends a sentence.
pub fn bare(text: &str) -> Option<&str> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))?;
    if !text[scheme.len()..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c);
    let end = text.find(|c| !allowed(c)).unwrap_or(text.len());
    let ends_sentence = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_');
    let mut address = look(&text[..end]).trim_end_matches(ends_sentence);
    if !address.contains('(') {
        address = address.trim_end_matches(|c| c == ')' || ends_sentence(c));
    }
    Some(address)
}
