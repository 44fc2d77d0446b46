//! The published mocks of the SDK work with this client.

use aws_smithy_mocks::{RuleMode, mock, mock_client};
use voice_id::Client;
use voice_id::operation::update_domain::{UpdateDomainError, UpdateDomainOutput};
use voice_id::types::Domain;
use voice_id::types::error::ConflictException;

#[tokio::test]
async fn outputs_and_errors_can_be_mocked() {
    let output = mock!(Client::update_domain)
        .match_requests(|input| input.domain_id() == Some("d-1"))
        .then_output(|| UpdateDomainOutput::builder().domain(Domain::builder().domain_id("d-1").build()).build());
    let error = mock!(Client::update_domain)
        .then_error(|| UpdateDomainError::ConflictException(ConflictException::builder().message("busy").build()));
    let client = mock_client!(voice_id, RuleMode::MatchAny, [&output, &error]);
    let done = crate::server::update(&client).send().await.unwrap();
    assert_eq!(done.domain().unwrap().domain_id(), Some("d-1"));
    let failed = crate::server::update(&client).domain_id("d-2").send().await.unwrap_err();
    assert!(failed.as_service_error().unwrap().is_conflict_exception());
    assert_eq!((output.num_calls(), error.num_calls()), (1, 1));
}
