//! Requests whose signature leaves out the payload, `aws.auth#unsignedPayload`.

use bytes::Bytes;
use http::{HeaderValue, Request};

/// Marks such a request: its signature has this text in place of the hash of the payload.
pub fn mark(mut request: Request<Bytes>) -> Request<Bytes> {
    request.headers_mut().insert("x-amz-content-sha256", HeaderValue::from_static("UNSIGNED-PAYLOAD"));
    request
}
