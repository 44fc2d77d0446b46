//! Where a request goes: the endpoint's address, in front of the path that the request has already.

use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::{Request, Uri};

/// The host of an endpoint such as `https://example.com:8443/path`, and the whole of it.
pub fn parse(endpoint: &str) -> Result<Uri, BuildError> {
    let uri: Uri = endpoint.parse().map_err(BuildError::other)?;
    let problem = match (uri.scheme_str(), uri.authority()) {
        (Some("https" | "http"), Some(authority)) if authority.as_str().contains('@') => "it contains a user name",
        (Some("https" | "http"), Some(_)) if uri.query().is_some() => "it contains a query",
        (Some("https" | "http"), Some(_)) => return Ok(uri),
        _ => "it does not begin with https:// or http:// and a host",
    };
    Err(BuildError::other(format!("`{endpoint}` is not an endpoint: {problem}")))
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
