//! What a client made of these files does: requests, responses, errors, `Debug`. One test a trap.
#![allow(dead_code, reason = "the library of the same name is what must not have unused parts")]

#[allow(unused_imports, reason = "as above")]
mod error;
mod error_meta;
mod operation;
mod primitives;
mod support;
mod types;

mod debug;
mod errors;
mod kinds;
mod requests;
mod responses;

use operation::{Operation, RequestId};

/// Drives an operation with a response that has these headers.
fn respond<O: Operation>(status: u16, headers: &[(&str, &str)], body: &str) -> Result<O::Output, O::Error> {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    O::parse(&response.body(body.to_owned()).expect("a valid response"))
}

/// Asserts that a result has this request id.
fn has_id(result: &impl RequestId, id: &str) {
    assert_eq!(result.request_id(), Some(id));
}
