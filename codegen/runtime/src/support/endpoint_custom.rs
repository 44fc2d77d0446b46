//! Endpoints that the user gives.

use http::Uri;

/// What is wrong with the URL of a custom endpoint. What it says does not repeat the URL, which may have a password.
pub fn problem(url: &str) -> Option<String> {
    let problem = match url.parse::<Uri>() {
        Err(_) if url.is_empty() => "it is empty; leave it unset to call the service itself",
        Err(error) => return Some(format!("it is not a URL: {error}")),
        Ok(uri) => match (uri.scheme_str(), uri.authority()) {
            (Some("http" | "https"), Some(authority)) if authority.as_str().contains('@') => {
                "it has a user name or password, which would be sent as part of the host name"
            }
            (Some("http" | "https"), _) if uri.query().is_some() || url.contains('#') => {
                "it has a query or fragment; only a path may follow the host"
            }
            (Some("http" | "https"), Some(authority)) => match authority.as_str().strip_prefix(authority.host()) {
                Some(port) if !authority.host().is_empty() && (port.is_empty() || authority.port_u16().is_some()) => {
                    return None;
                }
                _ => "it has no host, or a bad port",
            },
            _ => "it does not begin with `https://` or `http://`",
        },
    };
    Some(problem.to_owned())
}
