//! The client: what all its calls share. One call is `client_call`'s, settings are `client_config`'s.

use super::client_auth::{self, Scheme};
use super::client_call::Operation;
use super::client_config::{Builder, Config};
use super::client_sleep::ThreadSleep;
use super::client_tracking::FeatureTracker;
use aws_runtime::{invocation_id, recursion_detection, request_info, service_clock_skew, user_agent};
use aws_smithy_async::rt::sleep::SharedAsyncSleep;
use aws_smithy_runtime::client::defaults::{DefaultPluginParams, default_plugins};
use aws_smithy_runtime::client::{http, metrics, orchestrator, retries};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, SharedEndpointResolver};
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{
    Order, RuntimePlugin, RuntimePlugins, SharedRuntimePlugin, StaticRuntimePlugin,
};
use aws_smithy_types::config_bag::{ConfigBag, Layer};
use aws_types::sdk_config::SdkConfig;
use std::any::Any;
use std::sync::Arc;

/// Changes a builder of endpoint parameters.
pub type Bind<'a> = &'a dyn Fn(&mut dyn Any);

/// What a client must know of its service.
#[derive(Debug)]
pub struct Service {
    /// What settings files and telemetry call it, such as `Voice ID`.
    pub id: &'static str,
    /// The same as a word, such as `voiceid`.
    pub name: &'static str,
    /// What signatures call it, if it takes any.
    pub signing_name: Option<&'static str>,
    /// Its authentication schemes.
    pub schemes: &'static [Scheme],
    /// Those of the operations that name none themselves, best first.
    pub auth: &'static [AuthSchemeId],
    /// The version of the crate.
    pub version: &'static str,
    /// The scope of its metrics.
    pub scope: &'static str,
    /// The rules that its model has for endpoints.
    pub endpoints: fn() -> SharedEndpointResolver,
    /// The parameters of these rules, from the settings of a call. The function changes their builder.
    pub endpoint_params: fn(&ConfigBag, Bind<'_>) -> Result<EndpointResolverParams, BoxError>,
    /// Whether the rules ask for a region.
    pub needs_region: bool,
}

/// Calls the operations of the service.
///
/// A client is cheap to clone; clones share connections, credentials and the retry budget. What is missing in its
/// configuration is an error of the calls, not a panic.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) handle: Arc<Handle>,
}

/// What clones of a client share.
#[derive(Debug)]
pub struct Handle {
    conf: Config,
    plugins: Result<RuntimePlugins, String>,
}

impl Client {
    /// A client with this configuration.
    pub fn from_conf(conf: Config) -> Self {
        let plugins = plugins(&conf).map_err(|error| error.to_string());
        Self { handle: Arc::new(Handle { conf, plugins }) }
    }

    /// A client with the settings that AWS clients share, such as those of `aws_config`.
    pub fn new(sdk_config: &SdkConfig) -> Self {
        Self::from_conf(sdk_config.into())
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.handle.conf
    }
}

impl Handle {
    /// The plugins of a call.
    pub(crate) fn plugins(
        &self,
        call: &'static Operation,
        settings: Option<Builder>,
    ) -> Result<RuntimePlugins, BoxError> {
        let plugins = self.plugins.clone()?.with_operation_plugin(call.plugin().clone());
        Ok(match settings {
            None => plugins,
            Some(settings) => {
                let (own, layer, components) = settings.into_override();
                let settings = StaticRuntimePlugin::new().with_config(layer).with_runtime_components(components);
                plugins.with_operation_plugins(own).with_operation_plugin(settings)
            }
        })
    }
}

/// The plugins of every call. Components are merged here, once; only those of metrics have to be made for each call,
/// since telemetry may be set up later.
fn plugins(conf: &Config) -> Result<RuntimePlugins, BoxError> {
    let metrics = metrics::MetricsRuntimePlugin::builder()
        .with_scope(conf.source.service.scope)
        .with_time_source(conf.source.components.time_source().unwrap_or_default())
        .build()?;
    let mut merged = RuntimeComponentsBuilder::new("client");
    let mut plugins = RuntimePlugins::new();
    for plugin in sources(conf)? {
        if let Some(layer) = plugin.config() {
            plugins = plugins.with_client_plugin(StaticRuntimePlugin::new().with_config(layer));
        }
        let components = plugin.runtime_components(&merged).into_owned();
        merged = merged.merge_from(&components);
    }
    if merged.sleep_impl().is_none() {
        merged.set_sleep_impl(Some(SharedAsyncSleep::new(ThreadSleep)));
    }
    let plugins = plugins
        .with_client_plugin(StaticRuntimePlugin::new().with_runtime_components(merged))
        .with_client_plugin(metrics);
    let mut settings = ConfigBag::base();
    plugins.apply_client_configuration(&mut settings)?.validate_base_client_config(&settings)?;
    Ok(plugins)
}

/// Defaults, service and configuration, in the order in which they take effect.
fn sources(conf: &Config) -> Result<Vec<SharedRuntimePlugin>, BoxError> {
    let latest = cfg!(feature = "behavior-version-latest").then(BehaviorVersion::latest);
    let version = conf.source.behavior_version.or(latest).ok_or(
        "no behavior version: set one, as in `Config::builder().behavior_version(BehaviorVersion::latest())` or \
         `aws_config::load_defaults(BehaviorVersion::latest())`, or enable the feature `behavior-version-latest`",
    )?;
    let name = conf.source.service.name;
    let partition = conf.region().map_or_else(|| name.to_owned(), |region| format!("{name}-{region}"));
    let defaults = DefaultPluginParams::new()
        .with_retry_partition_name(partition)
        .with_behavior_version(version)
        .with_is_aws_sdk(true);
    let mut sources: Vec<SharedRuntimePlugin> = default_plugins(defaults).into_iter().collect();
    sources.push(SharedRuntimePlugin::new(service(conf.source.service)));
    sources.push(SharedRuntimePlugin::new(conf.plugin()));
    #[allow(deprecated, reason = "the other version makes unsigned calls of those that cannot be signed")]
    sources.push(SharedRuntimePlugin::new(aws_smithy_runtime::client::auth::no_auth::NoAuthRuntimePlugin::new()));
    sources.extend(conf.source.plugins.iter().cloned());
    let of = |order| sources.iter().filter(move |source| source.order() == order).cloned();
    Ok([Order::Defaults, Order::Overrides, Order::NestedComponents].into_iter().flat_map(of).collect())
}

/// What is the same for every client of the service. Interceptors that are not permanent can be disabled.
fn service(service: &'static Service) -> StaticRuntimePlugin {
    let mut layer = Layer::new("service");
    layer.store_put(orchestrator::AuthSchemeAndEndpointOrchestrationV2);
    let mut components = RuntimeComponentsBuilder::new("service")
        .with_auth_scheme_option_resolver(Some(client_auth::default_resolver()))
        .with_endpoint_resolver(Some((service.endpoints)()))
        .with_interceptor(SharedInterceptor::permanent(
            http::connection_poisoning::ConnectionPoisoningInterceptor::new(),
        ))
        .with_retry_classifier(retries::classifiers::HttpStatusCodeClassifier::default())
        .with_interceptor(SharedInterceptor::new(service_clock_skew::ServiceClockSkewInterceptor::new()))
        .with_interceptor(SharedInterceptor::new(request_info::RequestInfoInterceptor::new()))
        .with_interceptor(SharedInterceptor::new(user_agent::UserAgentInterceptor::new()))
        .with_interceptor(SharedInterceptor::new(invocation_id::InvocationIdInterceptor::new()))
        .with_interceptor(SharedInterceptor::permanent(recursion_detection::RecursionDetectionInterceptor::new()))
        .with_interceptor(SharedInterceptor::permanent(FeatureTracker));
    for scheme in service.schemes {
        components.push_auth_scheme((scheme.make)());
    }
    StaticRuntimePlugin::new()
        .with_order(Order::Defaults)
        .with_config(layer.freeze())
        .with_runtime_components(components)
}
