//! Configurations that `aws_config` loads, from the environment that the comparison sets.

use super::server::{DOMAIN, Server, update};
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_voiceid::config::retry::RetryConfig;
use aws_sdk_voiceid::config::{AppName, Builder};
use aws_sdk_voiceid::error::{BoxError, SdkError};
use aws_sdk_voiceid::{Client, Config};
use aws_smithy_http_client::test_util::capture_request;
use std::time::Duration;

fn show(shared: &SdkConfig) {
    let config = Config::new(shared);
    println!("{:?} {:?}", config.region(), config.app_name());
    let retries = config.retry_config();
    println!("{:?} {:?}", retries.map(RetryConfig::max_attempts), retries.map(RetryConfig::mode));
    println!("{:?}", config.timeout_config());
    println!("{} {}", config.http_client().is_some(), config.identity_cache().is_some());
    println!("{:?} {:?}", config.stalled_stream_protection(), config.disable_clock_skew_correction());
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BoxError> {
    let server = Server::new(&[(503, "{}"), (200, DOMAIN)]);
    let defaults = || aws_config::defaults(BehaviorVersion::latest()).http_client(server.clone());
    let environment = defaults().load().await;
    show(&environment);
    let (http, sent) = capture_request(None);
    drop(update(&Client::from_conf(Builder::from(&environment).http_client(http).build()))?.send().await);
    let request = sent.expect_request();
    let authorization = request.headers().get("authorization").and_then(|it| it.split_once('/')).map(|it| it.0);
    println!("{} {authorization:?} {:?}", request.uri(), request.headers().get("x-amz-security-token"));

    let config = defaults()
        .region(Region::new("eu-west-2"))
        .endpoint_url("https://code.example.com/base")
        .app_name(AppName::new("loading")?)
        .retry_config(RetryConfig::standard().with_initial_backoff(Duration::from_millis(1)).with_max_attempts(2))
        .load()
        .await;
    show(&config);
    println!("{:?}", update(&Client::new(&config))?.send().await?.domain().and_then(|domain| domain.name()));

    let nobody = Client::new(&defaults().no_credentials().load().await);
    let error = update(&nobody)?.send().await.expect_err("an error");
    println!("{} {}", matches!(error, SdkError::DispatchFailure(_)), matches!(error, SdkError::ConstructionFailure(_)));
    server.requests().iter().for_each(|request| println!("{request}"));
    Ok(())
}
