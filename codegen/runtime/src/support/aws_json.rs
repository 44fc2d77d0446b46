//! The protocols awsJson 1.0 and 1.1: an input as a request, a response as an output or an error.
//! Members are `read`'s and `write`'s, what error responses have in common is `envelope`'s.

use super::envelope::{Envelope, request_id};
use super::input::Input;
use super::output::Output;
use super::read::{self, Problem};
use super::write::Writer;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use http::{Method, Request};

/// The request that carries this input; an error if a required member is missing.
pub fn request(
    content_type: &'static str,
    target: &'static str,
    input: &impl Input,
) -> Result<Request<Bytes>, BuildError> {
    input.check()?;
    let mut json = Writer::with_capacity(512); // most requests fit, so that writing them allocates once
    input.write(&mut json, Format::EpochSeconds);
    Ok(post(content_type, target, json.into_bytes()?))
}

fn post(content_type: &'static str, target: &'static str, body: Vec<u8>) -> Request<Bytes> {
    let length = HeaderValue::from(body.len());
    let mut request = Request::new(Bytes::from(body));
    *request.method_mut() = Method::POST;
    let headers = request.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert("x-amz-target", HeaderValue::from_static(target));
    headers.insert(CONTENT_LENGTH, length);
    request
}

/// The output or the error that this response carries.
pub fn response<'a, O: Output, E: From<Envelope<'a>>>(
    status: u16,
    header: &dyn Fn(&str) -> Option<&'a str>,
    body: &'a [u8],
) -> Result<O, E> {
    if !(200..300).contains(&status) {
        return Err(Envelope::new(status, header, body).into());
    }
    match read::<O>(body) {
        Ok(mut output) => {
            output.set_request_id(request_id(header).map(str::to_owned));
            Ok(output)
        }
        Err(error) => Err(Envelope::unreadable(status, header, body, error).into()),
    }
}

/// Reads a whole body; an empty one counts as `{}`.
fn read<O: Output>(body: &[u8]) -> Result<O, Problem> {
    let body = if body.is_empty() { b"{}" } else { body };
    read::body(body, |json| O::read(json, Format::EpochSeconds))
}
