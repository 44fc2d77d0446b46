//! What the crate sends and understands, byte by byte. Numbers in test names are those of the rules they guard.
#![expect(clippy::result_large_err, reason = "errors are as large as those of the official crate")]

mod errors;
mod requests;
mod responses;
mod robustness;
mod types;

use voice_id::operation::Operation;
use voice_id::operation::update_domain::{UpdateDomain, UpdateDomainError, UpdateDomainInput, UpdateDomainOutput};
use voice_id::types::ServerSideEncryptionConfiguration;

/// Parses a response with a request id.
fn parse(status: u16, body: impl AsRef<[u8]>) -> Result<UpdateDomainOutput, UpdateDomainError> {
    parse_with(status, &[("x-amzn-requestid", "req-1")], body)
}

fn parse_with(
    status: u16,
    headers: &[(&str, &str)],
    body: impl AsRef<[u8]>,
) -> Result<UpdateDomainOutput, UpdateDomainError> {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    UpdateDomain::parse(&response.body(body.as_ref().to_vec()).expect("a response"))
}

fn key(id: &str) -> ServerSideEncryptionConfiguration {
    ServerSideEncryptionConfiguration::builder().kms_key_id(id).build().expect("the key id is set")
}

/// The smallest input that can be sent.
fn input() -> UpdateDomainInput {
    UpdateDomainInput::builder()
        .domain_id("d-1")
        .name("front desk")
        .server_side_encryption_configuration(key("alias/k"))
        .build()
        .expect("all required members are set")
}
