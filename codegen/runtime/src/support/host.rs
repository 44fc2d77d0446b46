//! Where a request goes: the endpoint's address, in front of the path that the request has already.

use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::{Request, Uri};

/// The parts of an endpoint such as `https://example.com:8443/path`.
pub fn parse(endpoint: &str) -> Result<Uri, BuildError> {
    match problem(endpoint) {
        Some(problem) => Err(BuildError::other(format!("the endpoint cannot be used: {problem}"))),
        None => endpoint.parse().map_err(BuildError::other),
    }
}

/// What is wrong with the URL of an endpoint. What it says does not repeat the URL, which may have a password.
pub fn problem(url: &str) -> Option<String> {
    let problem = match url.parse::<Uri>() {
        Err(_) if url.is_empty() => "it is empty; leave it unset to call the service itself",
        Err(error) => return Some(format!("it is not a URL: {error}")),
        Ok(uri) => match (uri.scheme_str(), uri.authority()) {
            (Some("http" | "https"), Some(authority)) if authority.as_str().as_bytes().contains(&b'@') => {
                "it has a user name or password, which would be sent as part of the host name"
            }
            (Some("http" | "https"), _) if uri.query().is_some() || url.as_bytes().contains(&b'#') => {
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

/// The request with a whole URI: the endpoint's scheme, port and path, and this host.
pub fn address(mut request: Request<Bytes>, endpoint: &Uri, host: &str) -> Result<Request<Bytes>, BuildError> {
    let port = endpoint.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = format!("{}{}", endpoint.path().trim_end_matches('/'), request.uri());
    let uri = Uri::builder().authority(format!("{host}{port}")).path_and_query(path);
    let uri = uri.scheme(endpoint.scheme_str().unwrap_or("https")).build();
    *request.uri_mut() = uri.map_err(BuildError::other)?;
    Ok(request)
}
