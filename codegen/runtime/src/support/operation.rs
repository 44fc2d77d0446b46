//! What an operation is, without any input or output of bytes. How it is written on the wire is the protocol's.

use super::host;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::{Request, Response};
use std::borrow::Cow;

/// One operation of the service, as two pure functions: an input becomes an HTTP request, and an HTTP response
/// becomes an output or an error. Signing and sending stand between the two, and are up to the caller.
pub trait Operation {
    /// The name that the service's model gives to the operation.
    const NAME: &'static str;
    /// What the caller gives.
    type Input;
    /// What the service answers.
    type Output;
    /// Why there is no such answer.
    type Error;

    /// The request for an input: method, path, headers and body. It has no host, and no signature.
    ///
    /// # Errors
    /// If a required member is missing, or a value cannot be written; the error names all missing members.
    fn request(input: &Self::Input) -> Result<Request<Bytes>, BuildError>;

    /// [`Operation::request`] to an endpoint such as `https://service.us-east-1.amazonaws.com`: the URI is whole. A path
    /// of the endpoint comes in front of the request's, and [`Operation::host`] has its say.
    ///
    /// # Errors
    /// As [`Operation::request`], and if the endpoint is not `https://` or `http://` with a host and perhaps a path.
    fn request_to(input: &Self::Input, endpoint: &str) -> Result<Request<Bytes>, BuildError> {
        let endpoint = host::parse(endpoint)?;
        let host = Self::host(input, endpoint.host().unwrap_or_default())?;
        host::address(Self::request(input)?, &endpoint, &host)
    }

    /// The host to send to, where the endpoint's is `host`: the same for most operations. Some put a prefix in front.
    ///
    /// # Errors
    /// If a member of the input belongs into the host, and is missing or cannot stand there.
    fn host<'a>(input: &'a Self::Input, host: &'a str) -> Result<Cow<'a, str>, BuildError> {
        let _ = input;
        Ok(host.into())
    }

    /// What a response means. `header` gives the value of a header for its name in lower case.
    ///
    /// # Errors
    /// If the service reports an error, or if the body is not what the model promises.
    fn response<'a>(
        status: u16,
        header: &dyn Fn(&str) -> Option<&'a str>,
        body: &'a [u8],
    ) -> Result<Self::Output, Self::Error>;

    /// [`Operation::response`] for a response of the `http` crate. A header whose value has anything but visible
    /// ASCII characters counts as absent.
    ///
    /// # Errors
    /// As [`Operation::response`].
    fn parse(response: &Response<impl AsRef<[u8]>>) -> Result<Self::Output, Self::Error> {
        let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
        Self::response(response.status().as_u16(), &header, response.body().as_ref())
    }
}
