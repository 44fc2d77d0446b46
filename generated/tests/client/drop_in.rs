//! A program as people write it for the official crate: compiled, and run as far as that needs no network.

use crate::server::Server;
use aws_smithy_types::retry::RetryConfig;
use aws_types::SdkConfig;
use voice_id as aws_sdk_voiceid;

use aws_sdk_voiceid::config::{BehaviorVersion, Credentials, Region, SharedCredentialsProvider};
use aws_sdk_voiceid::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_voiceid::operation::update_domain::{UpdateDomainError, UpdateDomainOutput};
use aws_sdk_voiceid::types::ServerSideEncryptionConfiguration;
use aws_sdk_voiceid::{Client, Config, Error};

struct App {
    client: Client,
}

impl App {
    async fn rename(&self, id: &str, name: &str) -> Result<UpdateDomainOutput, SdkError<UpdateDomainError>> {
        let encryption = ServerSideEncryptionConfiguration::builder()
            .kms_key_id("alias/voice")
            .build()
            .map_err(SdkError::construction_failure)?;
        self.client
            .update_domain()
            .domain_id(id)
            .name(name)
            .set_description(Some("by the app".to_owned()))
            .server_side_encryption_configuration(encryption)
            .send()
            .await
    }

    async fn explain(&self) -> Result<String, Error> {
        match self.rename("d-1", "front desk").await {
            Ok(output) => Ok(output.domain.and_then(|domain| domain.name).unwrap_or_default()),
            Err(SdkError::ServiceError(context)) => match context.err() {
                UpdateDomainError::ConflictException(conflict) => {
                    Ok(format!("conflict {:?}", conflict.conflict_type()))
                }
                other => Ok(format!("code {:?}", other.code())),
            },
            Err(SdkError::TimeoutError(_) | SdkError::DispatchFailure(_)) => Ok("later".to_owned()),
            Err(other) => Err(other.into()),
        }
    }
}

fn shared(server: &Server) -> SdkConfig {
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .credentials_provider(SharedCredentialsProvider::new(Credentials::new("AKID", "secret", None, None, "test")))
        .region(Region::new("us-west-2"))
        .retry_config(RetryConfig::standard().with_max_attempts(2))
        .http_client(server.clone())
        .build()
}

#[tokio::test]
async fn an_app_works_as_before() {
    let server = Server::ok();
    let app = App { client: Client::new(&shared(&server)) };
    assert_eq!(app.explain().await.unwrap(), "front desk");
    assert_eq!(server.seen()[0].uri, "https://voiceid.us-west-2.amazonaws.com/");
    assert_eq!(server.seen()[0].header("amz-sdk-request"), "attempt=1; max=2");

    let server = Server::new(409, r#"{"__type":"ConflictException","ConflictType":"DOMAIN_NOT_ACTIVE"}"#);
    let config = aws_sdk_voiceid::config::Builder::from(&shared(&server)).endpoint_url("http://127.0.0.1:1").build();
    let app = App { client: Client::from_conf(config) };
    assert_eq!(app.explain().await.unwrap(), "conflict Some(DomainNotActive)");
    assert_eq!(server.seen()[0].uri, "http://127.0.0.1:1/");
}

#[test]
fn configurations_can_be_read_and_changed() {
    let config = Config::new(&shared(&Server::ok()));
    assert_eq!(config.region().map(Region::as_ref), Some("us-west-2"));
    assert_eq!(config.signing_name(), "voiceid");
    assert_eq!(config.retry_config().map(RetryConfig::max_attempts), Some(2));
    assert!(config.http_client().is_some() && config.sleep_impl().is_none() && config.time_source().is_some());
    assert_eq!(config.interceptors().count(), 0);
    let _ = config.endpoint_resolver();
    let changed = config.to_builder().region(Region::new("eu-central-1")).build();
    assert_eq!(changed.region().map(Region::as_ref), Some("eu-central-1"));
    assert_eq!(changed.retry_config().map(RetryConfig::max_attempts), Some(2));
    let client = Client::from_conf(changed);
    assert_eq!(client.config().region().map(Region::as_ref), Some("eu-central-1"));
}
