//! One call with the crate `super::sdk`. This file is compiled for each of the two.

use super::super::case::Case;
use super::super::observed::Observed;
use super::super::settings::{Credentials, Mode, Settings, Way};
use super::super::world::{SameVersion, World};
use super::result;
use super::sdk::config::retry::{ClientRateLimiter, RetryConfig, RetryPartition, TokenBucket};
use super::sdk::config::timeout::TimeoutConfig;
use super::sdk::config::{AppName, BehaviorVersion, Builder, Region, SharedCredentialsProvider};
use super::sdk::error::SdkError;
use super::sdk::operation::update_domain::UpdateDomainError;
use super::sdk::operation::update_domain::builders::UpdateDomainFluentBuilder;
use super::sdk::types::ServerSideEncryptionConfiguration;
use super::sdk::{Client, Config, Error};
use aws_types::SdkConfig;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What the call does.
pub fn call(case: &Case) -> Observed {
    let Settings { timeouts, now, .. } = &case.settings;
    let world = World::new(&case.replies, *timeouts != (None, None), *now);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let mut seen = Observed::default();
    let call = || runtime.block_on(send(case, &world, &mut seen));
    if catch_unwind(AssertUnwindSafe(call)).is_err() {
        seen.put("panic", true);
    }
    let mut observed = world.observed();
    observed.extend(seen);
    observed
}

/// Sizes in bytes of what programs hold and pass on.
pub fn sizes() -> [(&'static str, usize); 3] {
    let client = Client::from_conf(Config::builder().behavior_version(BehaviorVersion::latest()).build());
    [
        ("SdkError<UpdateDomainError>", size_of::<SdkError<UpdateDomainError>>()),
        ("Error", size_of::<Error>()),
        ("the future of `send`", size_of_val(&client.update_domain().send())),
    ]
}

async fn send(case: &Case, world: &World, seen: &mut Observed) {
    let client = Client::from_conf(config(&case.settings, world));
    let call = fluent(case, &client);
    seen.put("input.debug", format!("{:#?}", call.as_input()));
    let result = match &case.settings.way {
        Way::Send => call.send().await,
        Way::SendWith => call.as_input().clone().send_with(&client).await,
        Way::Customize(region) => {
            let mut changes = Config::builder();
            if let Some(region) = region {
                changes = changes.region(Region::new(region.clone()));
            }
            let mutate = |request: &mut aws_smithy_runtime_api::client::orchestrator::HttpRequest| {
                request.headers_mut().insert("x-customized", "yes");
            };
            call.customize().config_override(changes).mutate_request(mutate).send().await
        }
        Way::Refuse => call.customize().map_request(|_| Err(std::io::Error::other("refused"))).send().await,
    };
    match result {
        Ok(output) => result::output(seen, &output),
        Err(error) => result::error(seen, error, world),
    }
}

fn fluent(case: &Case, client: &Client) -> UpdateDomainFluentBuilder {
    let input = case.input.clone();
    let encryption = input.kms_key_id.map(|id| ServerSideEncryptionConfiguration::builder().kms_key_id(id).build());
    client
        .update_domain()
        .set_domain_id(input.domain_id)
        .set_name(input.name)
        .set_description(input.description)
        .set_server_side_encryption_configuration(encryption.map(|built| built.expect("a key is set")))
}

fn config(settings: &Settings, world: &World) -> Config {
    let mut config = if settings.shared { Builder::from(&shared(settings, world)) } else { direct(settings, world) };
    config.set_disable_clock_skew_correction(settings.disable_clock_skew_correction);
    if settings.allow_no_auth {
        config = config.allow_no_auth();
    }
    let partition = RetryPartition::custom("parity")
        .token_bucket(TokenBucket::new(500))
        .client_rate_limiter(ClientRateLimiter::new(settings.now as f64));
    config.interceptor(SameVersion).invocation_id_generator(world.clone()).retry_partition(partition.build()).build()
}

/// The settings, put into either builder: the two have the same setters, but no trait that says so.
macro_rules! settled {
    ($builder:expr, $settings:ident, $world:ident, sleep $sleep:expr) => {{
        let mut config = $builder
            .behavior_version(BehaviorVersion::latest())
            .http_client($world.clone())
            .sleep_impl($sleep)
            .time_source($world.clone())
            .retry_config(retries($settings))
            .timeout_config(timeouts($settings));
        config.set_region($settings.region.clone().map(Region::new));
        config.set_endpoint_url($settings.endpoint.url.map(str::to_owned));
        config.set_use_fips($settings.endpoint.use_fips);
        config.set_use_dual_stack($settings.endpoint.use_dual_stack);
        config.set_credentials_provider(credentials($settings));
        config.set_app_name(app_name($settings));
        config
    }};
}

/// The settings that all services share, as `aws_config` gives them.
fn shared(settings: &Settings, world: &World) -> SdkConfig {
    let sleep = aws_smithy_async::rt::sleep::SharedAsyncSleep::new(world.clone());
    settled!(SdkConfig::builder(), settings, world, sleep sleep).build()
}

fn direct(settings: &Settings, world: &World) -> Builder {
    settled!(Config::builder(), settings, world, sleep world.clone())
}

fn credentials(settings: &Settings) -> Option<SharedCredentialsProvider> {
    match settings.credentials.clone() {
        Credentials::None => None,
        Credentials::Static { key, secret, token } => Some(SharedCredentialsProvider::new(
            super::sdk::config::Credentials::new(key, secret, token, None, "parity"),
        )),
    }
}

fn app_name(settings: &Settings) -> Option<AppName> {
    settings.app_name.clone().map(|name| AppName::new(name).expect("a name"))
}

fn retries(settings: &Settings) -> RetryConfig {
    let config = match settings.retries.mode {
        Mode::Standard => RetryConfig::standard(),
        Mode::Adaptive => RetryConfig::adaptive(),
        Mode::Disabled => return RetryConfig::disabled(),
    };
    // Without this, waiting is random.
    let config = config.with_use_static_exponential_base(true).with_max_attempts(settings.retries.max_attempts);
    match settings.retries.initial_backoff {
        Some(backoff) => config.with_initial_backoff(backoff),
        None => config,
    }
}

fn timeouts(settings: &Settings) -> TimeoutConfig {
    let mut config = TimeoutConfig::builder();
    config.set_operation_attempt_timeout(settings.timeouts.0);
    config.set_operation_timeout(settings.timeouts.1);
    config.build()
}
