//! Tests of one's own code with `aws-smithy-mocks`.

use aws_sdk_voiceid::error::ProvideErrorMetadata;
use aws_sdk_voiceid::operation::update_domain::{UpdateDomainError, UpdateDomainOutput};
use aws_sdk_voiceid::types::error::{ConflictException, ThrottlingException};
use aws_sdk_voiceid::types::{Domain, DomainStatus, ServerSideEncryptionConfiguration};
use aws_sdk_voiceid::{Client, Error};
use aws_smithy_mocks::{RuleMode, mock, mock_client};

async fn rename(client: &Client, id: &str) -> Result<Option<String>, Error> {
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build()?;
    let call = client.update_domain().domain_id(id).name("new").server_side_encryption_configuration(key);
    Ok(call.send().await?.domain.and_then(|domain| domain.name))
}

fn domain(name: &str) -> UpdateDomainOutput {
    let domain = Domain::builder().domain_id("d-1").name(name).domain_status(DomainStatus::Active).build();
    UpdateDomainOutput::builder().domain(domain).build()
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), Error> {
    let known = mock!(Client::update_domain)
        .match_requests(|input| input.domain_id() == Some("d-1"))
        .then_output(|| domain("new"));
    let other = mock!(Client::update_domain)
        .match_requests(|input| input.domain_id() == Some("d-2"))
        .then_error(|| UpdateDomainError::ConflictException(ConflictException::builder().message("busy").build()));
    let client = mock_client!(aws_sdk_voiceid, RuleMode::MatchAny, [&known, &other]);
    println!("{:?}", rename(&client, "d-1").await?);
    let error = rename(&client, "d-2").await.expect_err("a conflict");
    println!("{} {:?}", matches!(&error, Error::ConflictException(it) if it.message() == Some("busy")), error.code());
    println!("{} {}", known.num_calls(), other.num_calls());

    let throttled = || UpdateDomainError::ThrottlingException(ThrottlingException::builder().build());
    let rule = mock!(Client::update_domain).sequence().error(throttled).times(1).output(|| domain("later")).build();
    let client = mock_client!(aws_sdk_voiceid, RuleMode::Sequential, [&rule]);
    println!("{}", rename(&client, "d-1").await.is_err());
    println!("{:?} {}", rename(&client, "d-1").await?, rule.num_calls());
    Ok(())
}
