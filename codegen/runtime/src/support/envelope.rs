//! What every awsJson error response says: code, message, status, request id. The members are `error_shape`'s.
//! See <https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html#operation-error-serialization>.

use super::error::{HTTP_STATUS, Unhandled};
use super::path::explain;
use super::read::{self, Problem, ReadJson, Reader};
use super::request_id::REQUEST_ID;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::metadata::{Builder, ErrorMetadata};

/// A response that is an error; the types of errors are made from it.
pub struct Envelope<'a> {
    pub(crate) meta: ErrorMetadata,
    pub(crate) body: &'a [u8],
    /// Why the body is not a JSON object, or not the output.
    problem: Option<Problem>,
}

impl<'a> Envelope<'a> {
    /// An error that the service reports. What of it can be read is kept, whatever the rest looks like.
    pub fn new(status: u16, header: &dyn Fn(&str) -> Option<&'a str>, body: &'a [u8]) -> Self {
        let mut carriers = Carriers::default();
        let problem = carriers.read(body).err();
        let codes = [header("x-amzn-errortype"), carriers.code.as_deref(), carriers.kind.as_deref()];
        let mut meta = ErrorMetadata::builder();
        if let Some(code) = codes.into_iter().flatten().map(sanitize).find(|code| !code.is_empty()) {
            meta = meta.code(code);
        }
        if let Some(message) = carriers.message {
            meta = meta.message(message);
        }
        Self { meta: origin(meta, status, header), body, problem }
    }

    /// A response that reports success, but whose body is not the output.
    #[cold]
    pub fn unreadable(status: u16, header: &dyn Fn(&str) -> Option<&'a str>, body: &'a [u8], problem: Problem) -> Self {
        Self { meta: origin(ErrorMetadata::builder(), status, header), body, problem: Some(problem) }
    }
}

impl From<Envelope<'_>> for Unhandled {
    fn from(Envelope { meta, body, problem }: Envelope<'_>) -> Self {
        let source = match problem {
            None => meta.clone().into(),
            Some(error) => {
                let (problem, excerpt) = (explain(body, &error), excerpt(body));
                let gap = if excerpt.is_empty() { "" } else { ": " };
                format!("cannot read the body {problem}{gap}{excerpt}").into()
            }
        };
        Self { source, meta }
    }
}

fn origin<'a>(meta: Builder, status: u16, header: &dyn Fn(&str) -> Option<&'a str>) -> ErrorMetadata {
    let meta = meta.custom(HTTP_STATUS, status.to_string());
    match request_id(header) {
        Some(id) => meta.custom(REQUEST_ID, id).build(),
        None => meta.build(),
    }
}

/// The request id, from whichever header has it.
pub fn request_id<'a>(header: &dyn Fn(&str) -> Option<&'a str>) -> Option<&'a str> {
    header("x-amzn-requestid").or_else(|| header("x-amz-request-id"))
}

/// The members of the body that carry the code and the message.
#[derive(Default)]
struct Carriers {
    code: Option<String>,
    kind: Option<String>,
    message: Option<String>,
}

impl Carriers {
    fn read(&mut self, body: &[u8]) -> Result<(), Problem> {
        read::body(body, &mut |json| {
            json.object(&mut |key: &str, json: &mut Reader<'_>| {
                let carrier = match key {
                    "code" => &mut self.code,
                    "__type" => &mut self.kind,
                    "message" | "Message" | "errorMessage" => &mut self.message,
                    _ => return json.skip(),
                };
                if json.peek() != Some(b'"') {
                    return json.skip();
                }
                String::read(carrier, json, Format::EpochSeconds)
            })
        })
    }
}

/// `namespace#Name:http://address` to `Name`; the address may contain `#`, so it goes first.
fn sanitize(code: &str) -> &str {
    let code = code.split_once(':').map_or(code, |(code, _)| code);
    code.split_once('#').map_or(code, |(_, name)| name)
}

/// How a body begins that is plain text or a page of HTML, of which the tags are left out, in at most 200 characters.
/// Nothing of anything else, as it may be secret; nor of what a page quotes.
fn excerpt(body: &[u8]) -> String {
    let body = String::from_utf8_lossy(body.get(..2000).unwrap_or(body));
    let begins = |tag: &str| body.trim_start().get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    let is_page = begins("<!doctype html") || begins("<html");
    let (mut text, mut is_tag) = (String::new(), false);
    for char in body.chars() {
        match char {
            '<' if is_page => is_tag = true,
            '>' if is_tag => is_tag = false,
            _ if is_tag => continue,
            '{' | '"' if is_page => break,
            '{' | '[' | '"' | '<' if !is_page => return String::new(),
            _ => {}
        }
        let is_blank = is_tag || char == '>' || char.is_control() || char.is_whitespace();
        match is_blank {
            true if text.is_empty() || text.ends_with(' ') => {}
            true => text.push(' '),
            false => text.push(char),
        }
    }
    text.trim_end().chars().take(200).collect()
}
