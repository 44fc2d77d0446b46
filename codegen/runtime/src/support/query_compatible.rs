//! Services that spoke the query protocol once: their errors have the codes of that time, in a header.
//! See <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait>.

use super::aws_json;
use super::envelope::Envelope;
use super::output::Output;
use aws_smithy_types::error::ErrorMetadata;
use bytes::Bytes;
use http::{HeaderValue, Request};

/// An error whose code can be changed.
pub trait QueryError {
    /// What the response said.
    fn meta_mut(&mut self) -> &mut ErrorMetadata;
}

/// Lets the code of an operation's error be changed; a row is a variant.
macro_rules! query_error {
    ($Error:ident; $($Variant:ident;)*) => {
        #[allow(deprecated, reason = "only programs should not name the variant `Unhandled`")]
        impl crate::support::query_compatible::QueryError for $Error {
            fn meta_mut(&mut self) -> &mut aws_smithy_types::error::ErrorMetadata {
                match self {
                    $(Self::$Variant(error) => &mut error.meta,)*
                    Self::Unhandled(error) => &mut error.meta,
                }
            }
        }
    };
}

/// Asks the service for the header.
pub fn mode(mut request: Request<Bytes>) -> Request<Bytes> {
    request.headers_mut().insert("x-amzn-query-mode", HeaderValue::from_static("true"));
    request
}

/// As [`aws_json::response`]. Which error it is goes by the name of its shape, while `code()` gives the old code.
pub fn response<'a, O: Output, E: From<Envelope<'a>> + QueryError>(
    status: u16,
    header: &dyn Fn(&str) -> Option<&'a str>,
    body: &'a [u8],
) -> Result<O, E> {
    aws_json::response(status, header, body).map_err(|mut error: E| {
        if let Some((code, kind)) = header("x-amzn-query-error").and_then(|text| text.split_once(';')) {
            let meta = error.meta_mut();
            *meta = std::mem::take(meta).into_builder().code(code).custom("type", kind).build();
        }
        error
    })
}

pub(crate) use query_error;
