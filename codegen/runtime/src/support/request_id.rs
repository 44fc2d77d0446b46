//! The identifier that the service gave to a request. Where it is read from the response: `aws_json` and `envelope`.

#[cfg(not(feature = "client"))]
use aws_smithy_types::error::ErrorMetadata;

/// Where `ErrorMetadata` keeps the request id; the AWS runtime uses the same key.
pub const REQUEST_ID: &str = "aws_request_id";

#[cfg(feature = "client")]
pub use aws_types::request_id::RequestId;

/// An output or error that knows the id of its request.
#[cfg(not(feature = "client"))]
pub trait RequestId {
    /// The id, for support cases; `None` if the response had none.
    fn request_id(&self) -> Option<&str>;
}

#[cfg(not(feature = "client"))]
impl RequestId for ErrorMetadata {
    fn request_id(&self) -> Option<&str> {
        self.extra(REQUEST_ID)
    }
}

#[cfg(not(feature = "client"))]
impl<O: RequestId, E: RequestId> RequestId for Result<O, E> {
    fn request_id(&self) -> Option<&str> {
        match self {
            Ok(output) => output.request_id(),
            Err(error) => error.request_id(),
        }
    }
}
