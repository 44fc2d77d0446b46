//! Configurations: those that all services share, and what can be read of one's own.

use super::server::{DOMAIN, Server};
use aws_sdk_voiceid::config::retry::{RetryConfig, RetryMode};
use aws_sdk_voiceid::config::timeout::TimeoutConfig;
use aws_sdk_voiceid::config::{
    AppName, AsyncSleep, BehaviorVersion, Builder, Credentials, Region, SharedAsyncSleep, SharedCredentialsProvider,
    Sleep, StalledStreamProtectionConfig,
};
use aws_sdk_voiceid::types::ServerSideEncryptionConfiguration;
use aws_sdk_voiceid::{Client, Config, Error};
use aws_types::SdkConfig;
use std::time::Duration;

#[derive(Debug)]
struct Yield;

impl AsyncSleep for Yield {
    fn sleep(&self, _: Duration) -> Sleep {
        Sleep::new(std::future::ready(()))
    }
}

/// What `aws_config` gives.
fn shared(server: &Server) -> SdkConfig {
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(SharedCredentialsProvider::new(Credentials::new("AKID", "secret", None, None, "shared")))
        .retry_config(RetryConfig::adaptive().with_max_attempts(4))
        .timeout_config(TimeoutConfig::builder().connect_timeout(Duration::from_secs(7)).build())
        .app_name(AppName::new("programs").expect("a name"))
        .sleep_impl(SharedAsyncSleep::new(Yield))
        .http_client(server.clone())
        .build()
}

fn show(config: &Config) {
    println!("{:?} {}", config.region().map(Region::as_ref), config.signing_name());
    let retries = config.retry_config();
    println!(
        "{:?} {:?}",
        retries.map(RetryConfig::max_attempts),
        retries.map(RetryConfig::mode) == Some(RetryMode::Adaptive)
    );
    println!("{:?}", config.timeout_config().and_then(TimeoutConfig::connect_timeout));
    println!("{:?}", config.app_name().map(AppName::as_ref));
    println!("{} {}", config.sleep_impl().is_some(), config.time_source().is_some());
    println!("{} {}", config.http_client().is_some(), config.identity_cache().is_some());
    println!("{} {}", config.interceptors().count(), config.retry_classifiers().count());
    println!("{:?} {:?}", config.stalled_stream_protection(), config.retry_partition().map(ToString::to_string));
    println!("{:?} {:?}", config.disable_clock_skew_correction(), config.auth_scheme_preference());
    println!("{}", config.auth_schemes().count());
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), Error> {
    let server = Server::new(&[(200, DOMAIN)]);
    let shared = shared(&server);
    show(&Config::new(&shared));
    show(&Config::from(&shared));
    show(&Builder::from(&shared).region(Region::new("eu-west-2")).build());
    show(&Config::builder().build());
    show(&Builder::new().stalled_stream_protection(StalledStreamProtectionConfig::disabled()).build());

    let mut builder: Builder = Config::new(&shared).to_builder();
    builder.set_app_name(None).set_region(Some(Region::new("ap-southeast-2"))).set_use_fips(Some(false));
    let config = builder.clone().build();
    show(&config);

    let client = Client::from_conf(config);
    let clone = client.clone();
    println!("{:?}", clone.config().region());
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build()?;
    let call = clone.update_domain().domain_id("d").name("n").server_side_encryption_configuration(key.clone());
    call.send().await?;
    let call = Client::new(&shared).update_domain().domain_id("d").name("n").server_side_encryption_configuration(key);
    call.send().await?;
    server.requests().iter().for_each(|request| println!("{request}"));
    Ok(())
}
