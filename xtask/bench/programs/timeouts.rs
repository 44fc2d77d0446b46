//! Calls that take too long.

use aws_sdk_voiceid::config::retry::RetryConfig;
use aws_sdk_voiceid::config::timeout::TimeoutConfig;
use aws_sdk_voiceid::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_voiceid::error::{BoxError, SdkError};
use aws_sdk_voiceid::types::ServerSideEncryptionConfiguration;
use aws_sdk_voiceid::{Client, Config};
use aws_smithy_http_client::test_util::NeverClient;
use std::time::Duration;

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BoxError> {
    let moment = Duration::from_millis(5);
    for timeouts in [
        TimeoutConfig::builder().operation_timeout(moment).build(),
        TimeoutConfig::builder().operation_attempt_timeout(moment).build(),
    ] {
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .credentials_provider(Credentials::new("AKID", "secret", None, None, "programs"))
            .http_client(NeverClient::new())
            .retry_config(RetryConfig::disabled())
            .timeout_config(timeouts)
            .build();
        println!("{:?}", config.timeout_config().map(|it| (it.operation_timeout(), it.operation_attempt_timeout())));
        let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build()?;
        let call = Client::from_conf(config).update_domain().domain_id("d").name("n");
        match call.server_side_encryption_configuration(key).send().await {
            Err(SdkError::TimeoutError(_)) => println!("too late"),
            Err(SdkError::DispatchFailure(failure)) => println!("not sent, timeout: {}", failure.is_timeout()),
            other => println!("unexpected: {}", other.is_ok()),
        }
    }
    Ok(())
}
