//! Compresses large requests. See <https://smithy.io/2.0/spec/behavior-traits.html#requestcompression-trait>.

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::Request;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderValue};
use std::io::Write;

/// Bodies of fewer bytes are sent as they are, as in the official clients.
const MINIMUM: usize = 10_240;

/// The request with a body in gzip, if it is large.
pub fn gzip(mut request: Request<Bytes>) -> Request<Bytes> {
    if request.body().len() < MINIMUM {
        return request;
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    // Writing to a vector cannot fail.
    if let Ok(body) = encoder.write_all(request.body()).and_then(|()| encoder.finish()) {
        request.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        *request.body_mut() = Bytes::from(body);
    }
    request
}
