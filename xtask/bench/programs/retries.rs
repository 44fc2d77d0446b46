//! How often is tried, and what one's own classifier says.

use super::server::{DOMAIN, Server};
use aws_sdk_voiceid::Client;
use aws_sdk_voiceid::config::Builder;
use aws_sdk_voiceid::config::interceptors::InterceptorContext;
use aws_sdk_voiceid::config::retry::{ClassifyRetry, RetryAction, RetryConfig, RetryPartition};
use aws_sdk_voiceid::error::{BuildError, ProvideErrorMetadata};
use aws_sdk_voiceid::types::ServerSideEncryptionConfiguration;
use std::time::Duration;

#[derive(Debug)]
struct Teapots;

impl ClassifyRetry for Teapots {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let status = context.response().map(|response| response.status().as_u16());
        if status == Some(418) { RetryAction::transient_error() } else { RetryAction::NoActionIndicated }
    }

    fn name(&self) -> &'static str {
        "Teapots"
    }
}

async fn attempts(
    name: &'static str,
    answers: &[(u16, &'static str)],
    change: impl FnOnce(Builder) -> Builder,
) -> Result<(), BuildError> {
    let server = Server::new(answers);
    let client = Client::from_conf(change(server.config().retry_partition(RetryPartition::new(name))).build());
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build()?;
    let call = client.update_domain().domain_id("d").name("n").server_side_encryption_configuration(key);
    let result = match call.send().await {
        Ok(output) => format!("{:?}", output.domain().and_then(|domain| domain.name())),
        Err(error) => format!("{:?}", error.code()),
    };
    println!("{name}: {result}");
    server.requests().iter().for_each(|request| println!("  {request}"));
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BuildError> {
    let unavailable = (503, "{}");
    let throttled = (429, r#"{"__type":"ThrottlingException"}"#);
    let conflict = (409, r#"{"__type":"ConflictException"}"#);
    let fast = || RetryConfig::standard().with_initial_backoff(Duration::from_millis(1));
    attempts("default", &[unavailable, throttled, (200, DOMAIN)], |config| config).await?;
    attempts("too often", &[throttled], |config| config).await?;
    attempts("not", &[conflict, (200, DOMAIN)], |config| config).await?;
    attempts("five", &[unavailable], |config| config.retry_config(fast().with_max_attempts(5))).await?;
    attempts("disabled", &[unavailable], |config| config.retry_config(RetryConfig::disabled())).await?;
    attempts("teapot", &[(418, "{}"), (200, DOMAIN)], |config| config.retry_classifier(Teapots)).await?;
    attempts("no teapot", &[(418, "{}"), (200, DOMAIN)], |config| config).await
}
