//! How to test code that calls the service, without a network: with the published `aws-smithy-mocks`.
//!
//! Run it with `cargo run -p voice-id --features test-util --example mock`.

use aws_smithy_mocks::{RuleMode, mock, mock_client};
use voice_id::Client;
use voice_id::error::BoxError;
use voice_id::operation::update_domain::{UpdateDomainError, UpdateDomainOutput};
use voice_id::types::error::ThrottlingException;
use voice_id::types::{Domain, ServerSideEncryptionConfiguration};

/// The code under test: renames a domain, unless the service is busy.
async fn rename(client: &Client, id: &str, name: &str) -> Result<Option<Domain>, BoxError> {
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("alias/voice").build()?;
    let call = client.update_domain().domain_id(id).name(name).server_side_encryption_configuration(key);
    match call.send().await {
        Ok(output) => Ok(output.domain),
        Err(error) if error.as_service_error().is_some_and(UpdateDomainError::is_throttling_exception) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BoxError> {
    let renamed = mock!(Client::update_domain)
        .match_requests(|input| input.name() == Some("reception"))
        .then_output(|| UpdateDomainOutput::builder().domain(Domain::builder().name("reception").build()).build());
    let busy = mock!(Client::update_domain)
        .then_error(|| UpdateDomainError::ThrottlingException(ThrottlingException::builder().build()));
    let client = mock_client!(voice_id, RuleMode::MatchAny, [&renamed, &busy]);

    let domain = rename(&client, "d-1", "reception").await?.ok_or("not renamed")?;
    assert_eq!(domain.name(), Some("reception"));
    assert_eq!(rename(&client, "d-1", "lobby").await?, None);
    assert_eq!((renamed.num_calls(), busy.num_calls()), (1, 1));
    println!("The code does what it should.");
    Ok(())
}
