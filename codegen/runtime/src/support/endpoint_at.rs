//! Endpoints that rules give.

use super::endpoint_error::ResolveEndpointError;
use aws_smithy_types::endpoint::Endpoint;

/// The endpoint with this URL.
pub fn endpoint(url: std::fmt::Arguments<'_>) -> Result<Endpoint, ResolveEndpointError> {
    match url.to_string() {
        url if url.is_empty() => Err(ResolveEndpointError::message("the URL of the endpoint is empty")),
        url => Ok(Endpoint::builder().url(url).build()),
    }
}

/// The endpoint with the URL that `format!` would make.
macro_rules! at {
    ($($url:tt)+) => {
        crate::support::endpoint_at::endpoint(format_args!($($url)+))
    };
}

pub(crate) use at;
