//! What conformance tests compare, and how: a file that is copied beside the generated tests.
#![allow(dead_code, reason = "a model may have requests only, or responses only")]

use http::{Request, Response, Uri};
use serde_json::Value;
use std::fmt::Debug;

/// The token that the cases expect.
pub const TOKEN: &str = "00000000-0000-4000-8000-000000000000";

/// What a case says about a request.
pub struct Expected<'e> {
    pub method: &'e str,
    pub uri: &'e str,
    pub host: Option<&'e str>,
    pub query: &'e [&'e str],
    pub forbid_query: &'e [&'e str],
    pub require_query: &'e [&'e str],
    pub headers: &'e [(&'e str, &'e str)],
    pub forbid_headers: &'e [&'e str],
    pub require_headers: &'e [&'e str],
    pub body: Option<&'e str>,
    pub media_type: Option<&'e str>,
}

/// Checks everything that a case says about a request.
pub fn request(actual: &Request<impl AsRef<[u8]>>, expected: &Expected<'_>) {
    assert_eq!(actual.method().as_str(), expected.method, "method");
    assert_eq!(actual.uri().path(), expected.uri, "path");
    if let Some(host) = expected.host {
        assert_eq!(actual.uri().host(), Some(host), "host");
    }
    query(actual.uri(), expected);
    for (name, value) in expected.headers {
        let found = actual.headers().get(*name).and_then(|value| value.to_str().ok());
        assert_eq!(found, Some(*value), "header {name}");
    }
    for name in expected.forbid_headers {
        assert!(!actual.headers().contains_key(*name), "header {name} is forbidden");
    }
    for name in expected.require_headers {
        assert!(actual.headers().contains_key(*name), "header {name} is required");
    }
    if let Some(expected_body) = expected.body {
        body(actual.body().as_ref(), expected_body, expected.media_type);
    }
}

fn query(uri: &Uri, expected: &Expected<'_>) {
    let pairs: Vec<&str> = uri.query().unwrap_or_default().split('&').collect();
    let has_key = |key: &str| pairs.iter().any(|pair| pair.split('=').next() == Some(key));
    for pair in expected.query {
        assert!(pairs.contains(pair), "query parameter {pair} is missing from {uri}");
    }
    for key in expected.forbid_query {
        assert!(!has_key(key), "query parameter {key} is forbidden: {uri}");
    }
    for key in expected.require_query {
        assert!(has_key(key), "query parameter {key} is required: {uri}");
    }
}

fn body(actual: &[u8], expected: &str, media_type: Option<&str>) {
    let text = std::str::from_utf8(actual).expect("a body of text");
    if media_type != Some("application/json") {
        return assert_eq!(text, expected, "body");
    }
    let [actual, wanted] = [text, expected].map(|text| serde_json::from_str(text).expect("a body of JSON"));
    assert!(same_json(&actual, &wanted), "body: {actual} instead of {wanted}");
}

/// `1` and `1.0` are the same number.
fn same_json(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || (a.is_f64() || b.is_f64()) && a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_json(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same_json(a, b)))
        }
        (a, b) => a == b,
    }
}

/// The canned response of a case.
pub fn response(status: u16, headers: &[(&str, &str)], body: &'static str) -> Response<&'static str> {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body).expect("a response")
}

/// Checks a member. A value that is not equal to itself has a NaN inside, and must look the same.
#[allow(clippy::eq_op, reason = "NaN")]
pub fn same<T: PartialEq + Debug>(name: &str, actual: &T, expected: &T) {
    let both_nan = actual != actual && expected != expected && format!("{actual:?}") == format!("{expected:?}");
    assert!(actual == expected || both_nan, "{name}: {actual:?} instead of {expected:?}");
}
