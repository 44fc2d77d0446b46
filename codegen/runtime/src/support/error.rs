//! Errors that have no type of their own. Those that have one are `error_shape`'s, their union `operation_error`'s.

use super::request_id::RequestId;
use aws_smithy_types::error::ErrorMetadata;
use std::error::Error;
use std::fmt::{Display, Formatter, Result};

/// Any error.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// Where [`ErrorMetadata`] keeps the HTTP status.
pub const HTTP_STATUS: &str = "http_status_code";

/// What an error that has a type says, with the id of its request.
#[allow(dead_code, reason = "the service may have no errors of its own")]
pub fn with_request_id(error: &dyn Display, meta: &ErrorMetadata, f: &mut Formatter<'_>) -> Result {
    error.fmt(f)?;
    match meta.request_id() {
        Some(id) => write!(f, " (request id {id})"),
        None => Ok(()),
    }
}

/// An error that this crate has no type for; the methods of the operation's error tell about it.
#[derive(Debug)]
pub struct Unhandled {
    pub(crate) source: BoxError,
    pub(crate) meta: ErrorMetadata,
}

impl Display for Unhandled {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Self { source, meta } = self;
        match (meta.code(), meta.message()) {
            (Some(code), Some(message)) => write!(f, "{code}: {message}")?,
            (Some(text), None) | (None, Some(text)) => f.write_str(text)?,
            (None, None) if meta.extra(HTTP_STATUS).is_none() => source.fmt(f)?,
            (None, None) => f.write_str("unhandled error")?,
        }
        match (meta.extra(HTTP_STATUS), meta.request_id()) {
            (Some(status), Some(id)) => write!(f, " (status {status}, request id {id})")?,
            (Some(status), None) => write!(f, " (status {status})")?,
            (None, Some(id)) => return write!(f, " (request id {id})"),
            (None, None) => return Ok(()),
        }
        // What is wrong with the body, where it says nothing itself.
        let is_silent = meta.code().or(meta.message()).is_none();
        if is_silent && !source.is::<ErrorMetadata>() { write!(f, ": {source}") } else { Ok(()) }
    }
}
