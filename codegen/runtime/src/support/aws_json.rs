//! The protocols awsJson 1.0 and 1.1: an input as a request, a response as an output or an error.
//! Members are `read`'s and `write`'s, what error responses have in common is `envelope`'s.

use super::envelope::{Envelope, request_id};
use super::input::Input;
use super::output::Output;
use super::read::{self, Members};
use super::write::Writer;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Method, Request};

const TARGET: HeaderName = HeaderName::from_static("x-amz-target");

/// The request that carries this input; an error if a required member is missing.
#[inline]
pub fn post(content_type: HeaderValue, target: HeaderValue, input: &dyn Input) -> Result<Request<Bytes>, BuildError> {
    input.check()?;
    let mut json = Writer::start();
    input.write(&mut json, Format::EpochSeconds);
    Ok(with_body(content_type, target, json.finish()?))
}

fn with_body(content_type: HeaderValue, target: HeaderValue, body: Bytes) -> Request<Bytes> {
    let length = HeaderValue::from(body.len());
    let mut request = Request::new(body);
    *request.method_mut() = Method::POST;
    let headers = request.headers_mut();
    headers.insert(CONTENT_TYPE, content_type);
    headers.insert(TARGET, target);
    headers.insert(CONTENT_LENGTH, length);
    request
}

/// The output or the error that this response carries. An empty body counts as `{}`.
pub fn response<'a, O: Output, E: From<Envelope<'a>>>(
    status: u16,
    header: &dyn Fn(&str) -> Option<&'a str>,
    body: &'a [u8],
) -> Result<O, E> {
    let mut builder = O::Builder::default();
    if let Some(envelope) = read_into(&mut builder, status, header, body) {
        return Err(envelope.into());
    }
    O::set_request_id(&mut builder, request_id(header).map(str::to_owned));
    Ok(O::correct(builder))
}

/// Reads the members of an output; gives what the response is if it is none.
fn read_into<'a>(
    builder: &mut dyn Members,
    status: u16,
    header: &dyn Fn(&str) -> Option<&'a str>,
    body: &'a [u8],
) -> Option<Envelope<'a>> {
    if !matches!(status, 200..300) {
        return Some(Envelope::new(status, header, body));
    }
    let body = if body.is_empty() { b"{}" } else { body };
    let problem = read::body(body, &mut |json| json.object(builder)).err()?;
    Some(Envelope::unreadable(status, header, body, problem))
}

/// [`post`] with headers that the compiler has checked.
macro_rules! request {
    ($content_type:literal, $target:literal, $input:expr) => {
        crate::support::aws_json::post(
            const { http::HeaderValue::from_static($content_type) },
            const { http::HeaderValue::from_static($target) },
            $input,
        )
    };
}

pub(crate) use request;
