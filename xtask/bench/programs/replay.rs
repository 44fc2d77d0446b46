//! Tests of one's own code with recorded exchanges.

use super::server::DOMAIN;
use aws_sdk_voiceid::types::ServerSideEncryptionConfiguration;
use aws_sdk_voiceid::{Client, Config, Error};
use aws_smithy_http_client::test_util::{ReplayEvent, StaticReplayClient};
use aws_smithy_types::body::SdkBody;

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), Error> {
    let request = http::Request::builder()
        .method("POST")
        .uri("https://voiceid.us-east-1.amazonaws.com/")
        .header("x-amz-target", "VoiceID.UpdateDomain")
        .header("content-type", "application/x-amz-json-1.0")
        .body(SdkBody::from(r#"{"DomainId":"d-1","Name":"n","ServerSideEncryptionConfiguration":{"KmsKeyId":"k"}}"#))
        .expect("a request");
    let response = http::Response::builder().status(200).body(SdkBody::from(DOMAIN)).expect("a response");
    let replay = StaticReplayClient::new(vec![ReplayEvent::new(request, response)]);
    let config = Config::builder().with_test_defaults_v2().http_client(replay.clone()).build();

    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build()?;
    let call = Client::from_conf(config).update_domain().domain_id("d-1").name("n");
    let output = call.server_side_encryption_configuration(key).send().await?;
    println!("{:?}", output.domain().and_then(|domain| domain.domain_id()));
    replay.assert_requests_match(&["authorization", "user-agent", "x-amz-user-agent"]);
    for request in replay.actual_requests() {
        let mut names: Vec<_> = request.headers().iter().map(|(name, _)| name).collect();
        names.sort_unstable();
        println!("{names:?}");
        println!(
            "{:?}",
            request.headers().get("authorization").and_then(|it| it.split_once(", SignedHeaders")).map(|it| it.0)
        );
        println!("{:?}", request.headers().get("x-amz-date"));
    }
    Ok(())
}
