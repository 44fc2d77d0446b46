//! Checksums of requests. See <https://smithy.io/2.0/spec/http-bindings.html#httpchecksumrequired-trait>.

use aws_smithy_types::base64;
use bytes::Bytes;
use http::{HeaderValue, Request};
use md5::{Digest, Md5};

/// The request with the header `Content-MD5`.
pub fn add(mut request: Request<Bytes>) -> Request<Bytes> {
    let sum = base64::encode(Md5::digest(request.body()));
    // Base64 always is a header's value.
    if let Ok(sum) = HeaderValue::try_from(sum) {
        request.headers_mut().insert("content-md5", sum);
    }
    request
}
