//! Checks an endpoint, once, and puts it in front of paths. Which endpoint a region has is not known here.

use super::sigv4_error::SigningError;
use http::HeaderValue;
use http::uri::{Authority, PathAndQuery, Scheme, Uri};

/// The first part of the URIs of all requests.
#[derive(Debug)]
pub(super) struct Endpoint {
    scheme: Scheme,
    authority: Authority,
    /// Without a slash at the end.
    base_path: String,
    /// The value of the `host` header. It has no port if the scheme implies it, for clients leave it out as well.
    pub(super) host: HeaderValue,
}

impl Endpoint {
    pub(super) fn parse(text: &str) -> Result<Self, SigningError> {
        const FORM: SigningError =
            SigningError("endpoint: not a URL: write it as `https://host`, `https://host:port` or `https://host/path`");
        if text.contains(['?', '#']) {
            return Err(SigningError("endpoint: it has a query or a fragment, which operations replace: remove it"));
        }
        let uri: Uri = text.parse().map_err(|_| FORM)?;
        let base_path = uri.path().trim_end_matches('/').to_owned();
        let (Some(scheme), Some(authority)) = (uri.scheme().cloned(), uri.authority().cloned()) else {
            return Err(FORM);
        };
        let default_port = match scheme.as_str() {
            "https" => 443,
            "http" => 80,
            _ => return Err(SigningError("endpoint: the scheme is neither `https` nor `http`: use one of them")),
        };
        if authority.as_str().contains('@') {
            return Err(SigningError("endpoint: it has a user name: remove it, and pass secrets as `Credentials`"));
        }
        let (name, port) = (authority.host(), authority.port_u16());
        if name.is_empty() || (port.is_none() && authority.as_str() != name) {
            return Err(FORM);
        }
        let host = if port == Some(default_port) { name } else { authority.as_str() };
        let host = HeaderValue::from_str(host).map_err(|_| FORM)?;
        Ok(Self { scheme, authority, base_path, host })
    }

    /// Makes a path absolute. A URI that starts with the endpoint stays, so that a request can be signed once more.
    pub(super) fn apply(&self, uri: &mut Uri) -> Result<(), SigningError> {
        if uri.authority() == Some(&self.authority) && uri.scheme() == Some(&self.scheme) {
            return Ok(());
        }
        let path = match uri.path_and_query() {
            Some(path) if uri.authority().is_none() && path.path().starts_with('/') => path,
            _ => return Err(SigningError("request: its URI is not at the endpoint: use a path, such as `/`")),
        };
        let path = match self.base_path.as_str() {
            "" => Ok(path.clone()),
            base_path => PathAndQuery::try_from([base_path, path.as_str()].concat()),
        };
        let absolute = Uri::builder().scheme(self.scheme.clone()).authority(self.authority.clone());
        *uri = (path.map_err(http::Error::from))
            .and_then(|path| absolute.path_and_query(path).build())
            .map_err(|_| SigningError("request: its URI is too long: shorten the endpoint or the path"))?;
        Ok(())
    }
}
