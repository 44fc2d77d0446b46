//! Inputs that say themselves where they are sent.

use aws_smithy_types::error::operation::BuildError;
use http::Uri;
use std::borrow::Cow;

/// The host of the URL in a member; the endpoint's host where the member is not set.
pub fn host<'a>(member: &'static str, url: Option<&str>, host: &'a str) -> Result<Cow<'a, str>, BuildError> {
    let Some(url) = url else {
        return Ok(host.into());
    };
    let uri: Option<Uri> = url.parse().ok();
    match uri.as_ref().and_then(Uri::host) {
        Some(host) => Ok(host.to_owned().into()),
        None => Err(BuildError::invalid_field(member, "it is not a URL with a host")),
    }
}
