//! Signs HTTP requests with AWS Signature Version 4, so that any HTTP client can send them. What is signed is
//! `super::sigv4_canonical`'s, and with which key is `super::sigv4_key`'s.
//!
//! Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>.

use super::credentials::Credentials;
use super::sigv4_canonical::canonical;
use super::sigv4_endpoint::Endpoint;
pub use super::sigv4_error::SigningError;
use super::sigv4_key::KeyCache;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use hmac::Mac;
use hmac::digest::FixedOutput;
use http::header::{AUTHORIZATION, HOST, HeaderName, HeaderValue};
use http::request::Request;
use sha2::{Digest, Sha256};
use std::time::{SystemTime, UNIX_EPOCH};

const DATE: HeaderName = HeaderName::from_static("x-amz-date");
const TOKEN: HeaderName = HeaderName::from_static("x-amz-security-token");

/// Signs requests to one endpoint. It keeps the signing key it used last, so share one signer among all threads, and
/// have one for each key that you sign with by turns.
#[derive(Debug)]
pub struct Signer {
    endpoint: Endpoint,
    region: String,
    service: String,
    keys: KeyCache,
}

impl Signer {
    /// For an endpoint, such as `https://voiceid.us-east-1.amazonaws.com`, its region, such as `us-east-1`, and the
    /// name that the service has in signatures, such as `voiceid`. A path in the endpoint goes before those of requests.
    ///
    /// # Errors
    /// If one of them cannot be what it should be; the error says why.
    pub fn new(endpoint: &str, region: impl Into<String>, service: impl Into<String>) -> Result<Self, SigningError> {
        let (endpoint, region, service) = (Endpoint::parse(endpoint)?, region.into(), service.into());
        for (name, problem) in [
            (&region, "region: not a name of letters, digits and `-`: give one such as `us-east-1`"),
            (&service, "service: not a name of letters, digits and `-`: give its signing name, such as `voiceid`"),
        ] {
            if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
                return Err(SigningError(problem));
            }
        }
        Ok(Self { endpoint, region, service, keys: KeyCache::default() })
    }

    /// Makes the URI of a request absolute, adds the headers `host` (unless it is there), `x-amz-date`,
    /// `x-amz-security-token` and `authorization`, and signs all the headers but those that proxies change. A
    /// signature is good for five minutes from `now`; sign again before each further attempt. The payload is left out
    /// of the signature if the header `x-amz-content-sha256` is `UNSIGNED-PAYLOAD`.
    ///
    /// # Errors
    /// If the request is for another host, if `now` is not in the years 1970 to 9999, or if a header cannot carry the
    /// credentials. The request must not be sent then.
    pub fn sign<B: AsRef<[u8]>>(
        &self,
        request: &mut Request<B>,
        credentials: &Credentials,
        now: SystemTime,
    ) -> Result<(), SigningError> {
        let time = timestamp(now)?;
        self.complete(request, credentials, &time)?;
        let hash = match request.headers().get("x-amz-content-sha256").map(HeaderValue::as_bytes) {
            Some(b"UNSIGNED-PAYLOAD") => "UNSIGNED-PAYLOAD".to_owned(),
            _ => hex(Sha256::digest(request.body())),
        };
        let (text, names) = canonical(request, &hash);
        let scope = [&time[..8], &self.region, &self.service, "aws4_request"].join("/");
        let text = ["AWS4-HMAC-SHA256", &time, &scope, &hex(Sha256::digest(text))].join("\n");
        let mac = self.keys.mac(&credentials.secret_access_key, &scope);
        let signature = hex(mac.chain_update(text).finalize_fixed());
        let id = &credentials.access_key_id;
        let authorization =
            ["AWS4-HMAC-SHA256 Credential=", id, "/", &scope, ", SignedHeaders=", &names, ", Signature=", &signature]
                .concat();
        request.headers_mut().insert(AUTHORIZATION, value(authorization, true)?);
        Ok(())
    }

    /// Adds what is signed, but was up to the signer.
    fn complete<B>(&self, request: &mut Request<B>, credentials: &Credentials, time: &str) -> Result<(), SigningError> {
        self.endpoint.apply(request.uri_mut())?;
        let headers = request.headers_mut();
        headers.entry(HOST).or_insert_with(|| self.endpoint.host.clone());
        headers.insert(DATE, value(time, false)?);
        // A request that is signed once more may still have the token of other credentials.
        match &credentials.session_token {
            Some(token) => headers.insert(TOKEN, value(token.as_str(), true)?),
            None => headers.remove(TOKEN),
        };
        Ok(())
    }
}

/// For example `20150830T123600Z`.
fn timestamp(now: SystemTime) -> Result<String, SigningError> {
    const RANGE: SigningError = SigningError("now: not in the years 1970 to 9999: set the clock");
    let seconds = now.duration_since(UNIX_EPOCH).map_err(|_| RANGE)?.as_secs();
    let seconds = i64::try_from(seconds).map_err(|_| RANGE)?;
    let mut text = DateTime::from_secs(seconds).fmt(Format::DateTime).map_err(|_| RANGE)?;
    text.retain(|char| !matches!(char, '-' | ':'));
    Ok(text)
}

/// The value of a header; a secret one is neither printed nor kept in tables of HTTP/2.
fn value(text: impl TryInto<HeaderValue>, is_secret: bool) -> Result<HeaderValue, SigningError> {
    const CHARACTERS: SigningError =
        SigningError("credentials: the key or the token has control characters: check how it was read");
    let mut value = text.try_into().map_err(|_| CHARACTERS)?;
    value.set_sensitive(is_secret);
    Ok(value)
}

fn hex(hash: impl AsRef<[u8]>) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = |byte: &u8| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    let text = hash.as_ref().iter().flat_map(digits).collect();
    String::from_utf8(text).expect("digits are ASCII")
}
