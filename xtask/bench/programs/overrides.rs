//! Settings that hold for one call: what of them the request shows, and that the next call is as the client has it.

use super::server::{DOMAIN, Server, update};
use aws_sdk_voiceid::config::auth::{Params, ResolveAuthScheme};
use aws_sdk_voiceid::config::endpoint::{Endpoint, EndpointFuture, Params as EndpointParams, ResolveEndpoint};
use aws_sdk_voiceid::config::interceptors::BeforeTransmitInterceptorContextRef;
use aws_sdk_voiceid::config::retry::{RetryConfig, RetryPartition};
use aws_sdk_voiceid::config::timeout::TimeoutConfig;
use aws_sdk_voiceid::config::{
    AppName, BehaviorVersion, Builder, ConfigBag, FrameworkMetadata, Intercept, Region, RuntimeComponents,
};
use aws_sdk_voiceid::error::{BoxError, ProvideErrorMetadata, SdkError};
use aws_sdk_voiceid::{Client, Config};
use aws_smithy_async::time::StaticTimeSource;
use aws_smithy_http_client::test_util::NeverClient;
use aws_smithy_runtime_api::client::auth::{AuthSchemeOption, AuthSchemeOptionsFuture};
use std::time::Duration;

/// Prints what differs between requests of these settings.
#[derive(Debug)]
struct Show;

impl Intercept for Show {
    fn name(&self) -> &'static str {
        "Show"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let headers = context.request().headers();
        let agent = headers.get("x-amz-user-agent").unwrap_or_default();
        // The version of the crate.
        let agent: Vec<_> = agent.split(' ').filter(|part| !part.starts_with("api/")).collect();
        let scope = headers.get("authorization").and_then(|it| it.split_once(", Signature")).map(|it| it.0);
        let scope = scope.map(|it| it.split('/').filter(|part| !part.starts_with("202")).collect::<Vec<_>>().join("/"));
        println!("  {} {scope:?}", context.request().uri());
        println!("  {:?} {}", headers.get("amz-sdk-request").map(|it| it.contains("attempt")), agent.join(" "));
        Ok(())
    }
}

#[derive(Debug)]
struct Nobody;

impl ResolveAuthScheme for Nobody {
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a Params,
        _: &'a ConfigBag,
        _: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        println!("  asked for {}", params.operation_name());
        let option = AuthSchemeOption::builder().scheme_id("no_auth".into()).build();
        AuthSchemeOptionsFuture::ready(Ok(vec![option.expect("the id is set")]))
    }
}

#[derive(Debug)]
struct Own;

impl ResolveEndpoint for Own {
    fn resolve_endpoint<'a>(&'a self, params: &'a EndpointParams) -> EndpointFuture<'a> {
        println!("  {:?} {:?} {:?}", params.region(), params.use_fips(), params.endpoint());
        EndpointFuture::ready(Ok(Endpoint::builder().url("https://own.example.com/").build()))
    }
}

async fn call(client: &Client, what: &str, settings: Builder) -> Result<(), BoxError> {
    println!("{what}");
    match update(client)?.customize().config_override(settings).send().await {
        Ok(output) => println!("  {:?}", output.domain().and_then(|domain| domain.name())),
        Err(SdkError::ServiceError(error)) => println!("  {:?} {}", error.err().code(), error.raw().status()),
        Err(SdkError::TimeoutError(_)) => println!("  too late"),
        Err(SdkError::ConstructionFailure(_) | SdkError::DispatchFailure(_)) => println!("  not sent"),
        Err(error) => println!("  {error:?}"),
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BoxError> {
    let server = Server::new(&[(200, DOMAIN)]);
    let client = Client::from_conf(server.config().interceptor(Show).build());
    let set = Config::builder;
    let still = || StaticTimeSource::from_secs(1_234_567_890);
    let moment = TimeoutConfig::builder().operation_timeout(Duration::from_millis(5)).build();
    for (what, settings) in [
        ("nothing", set()),
        ("region", set().region(Region::new("eu-west-2"))),
        ("no region", {
            let mut none = set();
            none.set_region(None);
            none
        }),
        ("fips and dual stack", set().use_fips(true).use_dual_stack(true)),
        ("endpoint_url", set().endpoint_url("http://localhost:8000/base")),
        ("endpoint_resolver", set().endpoint_resolver(Own).region(Region::new("eu-west-2"))),
        ("app_name", set().app_name(AppName::new("overrides")?)),
        ("framework_metadata", set().framework_metadata(FrameworkMetadata::new("frame", Some("1.0"))?)),
        ("time_source", set().time_source(still())),
        ("timeout", set().timeout_config(moment).http_client(NeverClient::new())),
        ("interceptor", set().interceptor(Show)),
        ("no interceptors", {
            let mut none = set();
            none.set_interceptors([]);
            none
        }),
        ("adaptive", set().retry_config(RetryConfig::adaptive()).retry_partition(RetryPartition::new("overrides"))),
        ("auth_scheme_resolver", set().auth_scheme_resolver(Nobody)),
        ("auth_scheme_preference", set().auth_scheme_preference(["no_auth".into(), "sigv4".into()])),
        ("allow_no_auth", set().allow_no_auth()),
        ("behavior_version", set().behavior_version(BehaviorVersion::latest())),
        ("all of another client's", Server::new(&[(418, "{}")]).config().region(Region::new("ca-central-1"))),
        ("nothing again", set()),
    ] {
        call(&client, what, settings).await?;
    }
    let busy = Client::from_conf(Server::new(&[(503, "{}")]).config().interceptor(Show).build());
    call(&busy, "no retries", set().retry_config(RetryConfig::disabled())).await?;
    call(&busy, "two attempts", set().retry_config(RetryConfig::standard().with_max_attempts(2))).await?;
    let nobody = Config::builder().behavior_version(BehaviorVersion::latest()).region(Region::new("us-east-1"));
    let nobody = Client::from_conf(nobody.http_client(server.clone()).interceptor(Show).build());
    call(&nobody, "without credentials", set()).await?;
    call(&nobody, "without credentials, allowed", set().allow_no_auth()).await?;
    println!("{} requests", server.requests().len());
    Ok(())
}
