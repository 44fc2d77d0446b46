//! The protocols awsJson 1.0 and 1.1: an input as a request, a response as an output or an error.
//! Members are `read`'s and `write`'s, what error responses have in common is `envelope`'s.

use super::envelope::{Envelope, request_id};
use super::input::Input;
use super::output::Output;
use super::read;
use super::read_json;
use super::write::Writer;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Method, Request};

const TARGET: HeaderName = HeaderName::from_static("x-amz-target");

/// The request that carries this input; an error if a required member is missing.
pub fn post(content_type: HeaderValue, target: HeaderValue, input: &impl Input) -> Result<Request<Bytes>, BuildError> {
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
    if !(200..300).contains(&status) {
        return Err(Envelope::new(status, header, body).into());
    }
    let body = if body.is_empty() { b"{}" } else { body };
    let mut builder = O::Builder::default();
    match read::body(body, &mut |json| read_json::builder::<O>(&mut builder, json)) {
        Ok(()) => {
            O::set_request_id(&mut builder, request_id(header).map(str::to_owned));
            Ok(O::correct(builder))
        }
        Err(problem) => Err(Envelope::unreadable(status, header, body, problem).into()),
    }
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
