//! `parseURL`: the parts of a URL.

use http::Uri;
use std::net::IpAddr;

/// `scheme://authority/path`.
#[derive(Clone, Debug, PartialEq)]
#[allow(dead_code, reason = "rules read what they need")]
pub struct Url<'a> {
    pub(crate) scheme: &'a str,
    /// Host and port.
    pub(crate) authority: &'a str,
    /// As it is written, which may be empty.
    pub(crate) path: &'a str,
    /// With a slash at the start and at the end.
    pub(crate) normalized_path: String,
    pub(crate) is_ip: bool,
}

/// The parts of an HTTP URL without query and fragment.
pub fn parse_url(text: &str) -> Option<Url<'_>> {
    let uri: Uri = text.parse().ok()?;
    let (scheme, rest) = text.split_once("://")?;
    if !matches!(scheme, "http" | "https") || text.contains(['?', '#']) {
        return None;
    }
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let authority = authority.rsplit('@').next()?;
    let host = uri.host().filter(|host| !host.is_empty())?;
    let port = authority.strip_prefix(host)?;
    if !port.is_empty() && uri.port_u16().is_none() {
        return None;
    }
    let normalized_path = match path.trim_matches('/') {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    };
    let is_ip = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().is_ok();
    Some(Url { scheme, authority, path, normalized_path, is_ip })
}
