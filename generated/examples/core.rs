//! Calls `UpdateDomain` with the core of the crate, and with canned bytes in place of an HTTP client.
//!
//! The call is the one in `generated/README.md`. Run it with `cargo run -p voice-id --example core`.

use std::error::Error;
use voice_id::operation::update_domain::{UpdateDomain, UpdateDomainInput};
use voice_id::operation::{Operation, RequestId};
use voice_id::types::{DomainStatus, ServerSideEncryptionConfiguration};

/// What the service answers.
const BODY: &str = r#"{"Domain":{"DomainId":"d-1","Name":"front desk","DomainStatus":"ACTIVE","CreatedAt":1.7E9}}"#;

/// Makes a call, and shows what goes out and what comes back.
pub fn main() -> Result<(), Box<dyn Error>> {
    let input = UpdateDomainInput::builder()
        .domain_id("d-1")
        .name("front desk")
        .server_side_encryption_configuration(
            ServerSideEncryptionConfiguration::builder().kms_key_id("alias/voice").build()?,
        )
        .build()?; // an error here names every required member that is missing

    let request = UpdateDomain::request(&input)?; // http::Request<Bytes>, unsigned, with a path but no host
    let output = UpdateDomain::parse(&exchange(request)?)?; // http::Response<impl AsRef<[u8]>>

    let domain = output.domain().ok_or("the response has no domain")?;
    println!(
        "{} is {:?} (request {:?})",
        domain.domain_id().unwrap_or("?"),
        domain.domain_status(),
        output.request_id()
    );
    assert_eq!(domain.domain_status(), Some(&DomainStatus::Active));
    assert_eq!(domain.created_at().map(|time| time.secs()), Some(1_700_000_000));
    Ok(())
}

/// Stands for an HTTP client that signs the request and sends it to the endpoint of the region.
fn exchange(request: http::Request<bytes::Bytes>) -> http::Result<http::Response<&'static str>> {
    println!("{} {}", request.method(), request.uri());
    for (name, value) in request.headers() {
        println!("{name}: {value:?}");
    }
    println!("\n{}\n", String::from_utf8_lossy(request.body()));
    http::Response::builder().header("x-amzn-requestid", "req-1").body(BODY)
}
