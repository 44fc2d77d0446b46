//! Reads the test cases of `smithy.test`: what a request or a response looks like for given values.
//!
//! See <https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html>.

use super::facts::{Facts, field, string};
use crate::ast::{Entry, Node};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// A test case.
pub struct Case<'a> {
    pub id: String,
    /// Id of the protocol trait.
    pub protocol: String,
    /// Whether only servers are tested.
    pub for_server: bool,
    /// The members of the input, output or error.
    pub params: Option<Node<'a>>,
    pub headers: Vec<(String, String)>,
    pub body: Option<String>,
    pub media_type: Option<String>,
    /// `vendorParams`: code and fault of an error.
    pub vendor: Vec<(String, String)>,
    pub message: Message,
}

/// What only requests have, or only responses.
pub enum Message {
    Request(Request),
    /// The HTTP status.
    Response(String),
}

/// What only requests have.
#[derive(Default)]
pub struct Request {
    pub method: String,
    pub uri: String,
    pub host: Option<String>,
    pub resolved_host: Option<String>,
    pub query: Vec<String>,
    pub forbid_query: Vec<String>,
    pub require_query: Vec<String>,
    pub forbid_headers: Vec<String>,
    pub require_headers: Vec<String>,
}

const TRAITS: [(&str, bool); 2] = [("smithy.test#httpRequestTests", true), ("smithy.test#httpResponseTests", false)];

impl<'a> Facts<'_, 'a> {
    /// Whether there are test cases, right or wrong.
    pub fn has_cases(&self) -> bool {
        TRAITS.iter().any(|(id, _)| self.find(id).is_some())
    }

    /// `smithy.test#httpRequestTests` and `smithy.test#httpResponseTests`, in the order of the text.
    pub fn cases(&self, log: &mut Diagnostics) -> Vec<Case<'a>> {
        let mut cases = Vec::new();
        for (id, is_request) in TRAITS {
            let nodes = self.find(id).and_then(|own| own.value.array(id, log));
            cases.extend(nodes.into_iter().flatten().filter_map(|node| case(&node, is_request, log)));
        }
        cases
    }
}

fn case<'a>(node: &Node<'a>, is_request: bool, log: &mut Diagnostics) -> Option<Case<'a>> {
    let entries = node.object("a test case", log)?;
    let vendor = field(&entries, "vendorParams").map(|entry| pairs(entry, log)).unwrap_or_default();
    let mut required = |key| required(node, &entries, key, log);
    let (id, protocol) = (required("id"), required("protocol"));
    Some(Case {
        id: string(id?, log)?,
        protocol: string(protocol?, log)?,
        for_server: text(&entries, "appliesTo", log).is_some_and(|side| side == "server"),
        params: field(&entries, "params").map(|entry| entry.value),
        headers: field(&entries, "headers").map(|entry| pairs(entry, log)).unwrap_or_default(),
        body: text(&entries, "body", log),
        media_type: text(&entries, "bodyMediaType", log),
        vendor,
        message: if is_request { Message::Request(request(&entries, log)) } else { response(node, &entries, log)? },
    })
}

fn request(entries: &[Entry<'_>], log: &mut Diagnostics) -> Request {
    Request {
        method: text(entries, "method", log).unwrap_or_default(),
        uri: text(entries, "uri", log).unwrap_or_default(),
        host: text(entries, "host", log),
        resolved_host: text(entries, "resolvedHost", log),
        query: list(entries, "queryParams", log),
        forbid_query: list(entries, "forbidQueryParams", log),
        require_query: list(entries, "requireQueryParams", log),
        forbid_headers: list(entries, "forbidHeaders", log),
        require_headers: list(entries, "requireHeaders", log),
    }
}

fn response(node: &Node<'_>, entries: &[Entry<'_>], log: &mut Diagnostics) -> Option<Message> {
    let code = required(node, entries, "code", log)?.value.number("`code`", log)?;
    Some(Message::Response(code.to_owned()))
}

fn required<'e, 'a>(
    node: &Node<'_>,
    entries: &'e [Entry<'a>],
    key: &str,
    log: &mut Diagnostics,
) -> Option<&'e Entry<'a>> {
    let found = field(entries, key);
    if found.is_none() {
        let fault = Diagnostic::new(Code::TraitValue, node.span(), format!("a test case has no `{key}`"));
        log.push(fault.label(format!("`{key}` is missing")));
    }
    found
}

fn text(entries: &[Entry<'_>], key: &str, log: &mut Diagnostics) -> Option<String> {
    field(entries, key).and_then(|entry| string(entry, log))
}

fn list(entries: &[Entry<'_>], key: &str, log: &mut Diagnostics) -> Vec<String> {
    let items = field(entries, key).and_then(|entry| entry.value.array(key, log)).unwrap_or_default();
    items.iter().filter_map(|item| item.string(key, log).map(Into::into)).collect()
}

fn pairs(entry: &Entry<'_>, log: &mut Diagnostics) -> Vec<(String, String)> {
    let entries = entry.value.object(&entry.key, log).unwrap_or_default();
    entries.iter().filter_map(|entry| Some((entry.key.to_string(), string(entry, log)?))).collect()
}
