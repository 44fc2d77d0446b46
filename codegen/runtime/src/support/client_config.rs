//! Settings of a client: `config`. A setting is a row of a table; what the rows mean stands below them.

use super::client::Service;
use super::client_auth::{ResolveAuthScheme, Unauthenticated};
use super::client_idempotency::IdempotencyTokenProvider;
use aws_runtime::invocation_id::{InvocationIdGenerator, SharedInvocationIdGenerator};
use aws_runtime::service_clock_skew::DisableClockSkewCorrection;
use aws_smithy_async::time::{SharedTimeSource, TimeSource};
use aws_smithy_runtime::client::auth::no_auth::NoAuthRuntimePluginV2;
use aws_smithy_runtime_api::client::auth::{self, AuthSchemePreference};
use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, SharedRetryClassifier};
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_types::config_bag::{CloneableLayer, Storable, StoreReplace};
use aws_smithy_types::telemetry::RequestedTelemetryAttributes;
use aws_types::endpoint_config::{EndpointUrl, UseDualStack, UseFips};
use aws_types::sdk_config::SdkConfig;
use aws_types::service_config::ServiceConfigKey;

pub use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
pub use aws_smithy_runtime::client::identity::IdentityCache;
pub use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
pub use aws_smithy_runtime_api::client::http::{HttpClient, SharedHttpClient};
pub use aws_smithy_runtime_api::client::identity::{ResolveCachedIdentity, SharedIdentityCache};
pub use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
pub use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
pub use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugin, SharedRuntimePlugin};
pub use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
pub use aws_smithy_runtime_api::shared::IntoShared;
pub use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
pub use aws_types::app_name::AppName;
pub use aws_types::region::Region;
pub use aws_types::sdk_ua_metadata::FrameworkMetadata;

/// Types of the settings for HTTP.
pub mod http {
    pub use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
}

/// What interceptors see of a call.
pub mod interceptors {
    pub use aws_smithy_runtime_api::client::interceptors::context::{
        AfterDeserializationInterceptorContextRef, BeforeDeserializationInterceptorContextMut,
        BeforeDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextMut,
        BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut,
        BeforeTransmitInterceptorContextRef, FinalizerInterceptorContextMut, FinalizerInterceptorContextRef,
        InterceptorContext,
    };
}

/// Types of the settings for retries.
pub mod retry {
    pub use aws_smithy_runtime::client::retries::{ClientRateLimiter, RetryPartition, TokenBucket};
    pub use aws_smithy_runtime_api::client::retries::ShouldAttempt;
    pub use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};
    pub use aws_smithy_types::retry::{ReconnectMode, RetryConfig, RetryConfigBuilder, RetryMode};
}

/// Types of the settings for timeouts.
pub mod timeout {
    pub use aws_smithy_types::timeout::{TimeoutConfig, TimeoutConfigBuilder};
}

/// Declares methods of [`Config`] or [`Builder`]. Those of a builder come in pairs, where the first one is the second one
/// by value; a row of them is `NAME(ARGUMENTS) = VALUE; SETTER(self, ARGUMENTS) = STATEMENT, "What they do";`.
macro_rules! methods {
    (Config: $($name:ident(&$self:ident) -> $Type:ty = $value:expr, $doc:literal;)*) => {
        impl Config {
            $(
                #[doc = concat!($doc, ".")]
                pub fn $name(&$self) -> $Type {
                    $value
                }
            )*
        }
    };
    (Builder: $(
        $name:ident($($from:ident: $From:ty)?) = $($value:expr)?;
        $set:ident($self:ident $(, $to:ident: $To:ty)?) = $store:expr, $doc:literal;
    )*) => {
        impl Builder {
            $(
                #[doc = concat!($doc, ".")]
                pub fn $name(mut self $(, $from: $From)?) -> Self {
                    self.$set($($value)?);
                    self
                }

                #[doc = concat!($doc, ".")]
                pub fn $set(&mut $self $(, $to: $To)?) -> &mut Self {
                    $store;
                    $self
                }
            )*
        }
    };
}

methods! { Config:
    app_name(&self) -> Option<&AppName> = self.layer.load::<AppName>(), "The name of the program, if it is set";
    auth_scheme_preference(&self) -> Option<&AuthSchemePreference> = self.layer.load::<AuthSchemePreference>(), "Which authentication schemes are tried first, if that is set";
    auth_scheme_resolver(&self) -> Option<auth::SharedAuthSchemeOptionResolver> = self.source.components.auth_scheme_option_resolver(), "What chooses among authentication schemes, if it is set";
    auth_schemes(&self) -> impl Iterator<Item = auth::SharedAuthScheme> + '_ = self.source.components.auth_schemes(), "The authentication schemes that were added";
    disable_clock_skew_correction(&self) -> Option<bool> = self.layer.load::<DisableClockSkewCorrection>().map(DisableClockSkewCorrection::is_disabled), "Whether signatures always go by the local clock, if that is set";
    endpoint_resolver(&self) -> SharedEndpointResolver = self.source.components.endpoint_resolver().unwrap_or_else(self.source.service.endpoints), "What finds the endpoints: what is set, or the rules of the service's model";
    framework_metadata(&self) -> Vec<&FrameworkMetadata> = { let mut all: Vec<_> = self.layer.load::<FrameworkMetadata>().collect(); all.reverse(); all }, "What was added to the user agent, oldest first";
    http_client(&self) -> Option<SharedHttpClient> = self.source.components.http_client(), "The HTTP client, if it is set";
    identity_cache(&self) -> Option<SharedIdentityCache> = self.source.components.identity_cache(), "The cache of credentials, if it is set";
    interceptors(&self) -> impl Iterator<Item = SharedInterceptor> + '_ = self.source.components.interceptors(), "The interceptors that were added";
    invocation_id_generator(&self) -> Option<SharedInvocationIdGenerator> = self.layer.load::<SharedInvocationIdGenerator>().cloned(), "What makes the ids of calls, if it is set";
    region(&self) -> Option<&Region> = self.layer.load::<Region>(), "The region, if it is set";
    retry_classifiers(&self) -> impl Iterator<Item = SharedRetryClassifier> + '_ = self.source.components.retry_classifiers(), "The retry classifiers that were added";
    retry_config(&self) -> Option<&retry::RetryConfig> = self.layer.load::<retry::RetryConfig>(), "How often and when calls are retried, if that is set";
    retry_partition(&self) -> Option<&retry::RetryPartition> = self.layer.load::<retry::RetryPartition>(), "The retry budget, if it is set";
    sleep_impl(&self) -> Option<SharedAsyncSleep> = self.source.components.sleep_impl(), "How to wait, if that is set";
    stalled_stream_protection(&self) -> Option<&StalledStreamProtectionConfig> = self.layer.load::<StalledStreamProtectionConfig>(), "When a body that hardly moves is an error, if that is set";
    time_source(&self) -> Option<SharedTimeSource> = self.source.components.time_source(), "The clock, if it is set";
    timeout_config(&self) -> Option<&timeout::TimeoutConfig> = self.layer.load::<timeout::TimeoutConfig>(), "The timeouts, if they are set";
    to_builder(&self) -> Builder = self.source.clone(), "A builder that starts with this configuration";
}

methods! { Builder:
    allow_no_auth() =; set_allow_no_auth(self) = self.allow_unauthenticated(), "Sends calls without authentication if nothing is set for it";
    app_name(it: AppName) = Some(it); set_app_name(self, it: Option<AppName>) = self.settings.store_or_unset(it), "Sets the name of the program, which becomes a part of the user agent";
    auth_scheme_preference(it: impl Into<AuthSchemePreference>) = Some(it.into());
    set_auth_scheme_preference(self, it: Option<AuthSchemePreference>) = self.settings.store_or_unset(it), "Sets which authentication schemes are tried first";
    auth_scheme_resolver(it: impl ResolveAuthScheme + 'static) = it;
    set_auth_scheme_resolver(self, it: impl ResolveAuthScheme + 'static) = self.components.set_auth_scheme_option_resolver(Some(it.into_shared_resolver())), "Sets what chooses among authentication schemes";
    behavior_version(it: BehaviorVersion) = Some(it); set_behavior_version(self, it: Option<BehaviorVersion>) = self.behavior_version = it, "Sets the version of the defaults that the program is written for";
    disable_clock_skew_correction(it: impl Into<Option<bool>>) = it.into();
    set_disable_clock_skew_correction(self, it: Option<bool>) = self.settings.store_or_unset(it.map(DisableClockSkewCorrection::from)), "Sets whether signatures go by the local clock even if it is found to be wrong";
    endpoint_url(it: impl Into<String>) = Some(it.into()); set_endpoint_url(self, it: Option<String>) = self.settings.store_or_unset(it.map(EndpointUrl)), "Sets the URL that calls go to instead of that of the region";
    framework_metadata(it: FrameworkMetadata) = it; push_framework_metadata(self, it: FrameworkMetadata) = self.settings.store_append(it), "Adds to the user agent";
    http_client(it: impl HttpClient + 'static) = Some(it.into_shared()); set_http_client(self, it: Option<SharedHttpClient>) = self.components.set_http_client(it), "Sets the HTTP client";
    idempotency_token_provider(it: impl Into<IdempotencyTokenProvider>) = Some(it.into());
    set_idempotency_token_provider(self, it: Option<IdempotencyTokenProvider>) = self.settings.store_or_unset(it), "Sets what makes the tokens of calls that may be repeated";
    identity_cache(it: impl ResolveCachedIdentity + 'static) = it; set_identity_cache(self, it: impl ResolveCachedIdentity + 'static) = self.components.set_identity_cache(Some(it)), "Sets the cache of credentials";
    interceptor(it: impl Intercept + 'static) = SharedInterceptor::new(it); push_interceptor(self, it: SharedInterceptor) = self.components.push_interceptor(it), "Adds an interceptor";
    invocation_id_generator(it: impl InvocationIdGenerator + 'static) = Some(SharedInvocationIdGenerator::new(it));
    set_invocation_id_generator(self, it: Option<SharedInvocationIdGenerator>) = self.settings.store_or_unset(it), "Sets what makes the ids of calls";
    region(it: impl Into<Option<Region>>) = it.into(); set_region(self, it: Option<Region>) = self.settings.store_or_unset(it), "Sets the region";
    retry_classifier(it: impl ClassifyRetry + 'static) = SharedRetryClassifier::new(it); push_retry_classifier(self, it: SharedRetryClassifier) = self.components.push_retry_classifier(it), "Adds a retry classifier";
    retry_config(it: retry::RetryConfig) = Some(it); set_retry_config(self, it: Option<retry::RetryConfig>) = it.map(|it| self.settings.store_put(it)), "Sets how often and when calls are retried; `None` changes nothing";
    retry_partition(it: retry::RetryPartition) = Some(it); set_retry_partition(self, it: Option<retry::RetryPartition>) = it.map(|it| self.settings.store_put(it)), "Sets the retry budget, which clients of one partition share; `None` changes nothing";
    sleep_impl(it: impl AsyncSleep + 'static) = Some(it.into_shared()); set_sleep_impl(self, it: Option<SharedAsyncSleep>) = self.components.set_sleep_impl(it), "Sets how to wait, for retries and timeouts";
    stalled_stream_protection(it: StalledStreamProtectionConfig) = Some(it);
    set_stalled_stream_protection(self, it: Option<StalledStreamProtectionConfig>) = self.settings.store_or_unset(it), "Sets when a body that hardly moves is an error";
    time_source(it: impl TimeSource + 'static) = Some(it.into_shared()); set_time_source(self, it: Option<SharedTimeSource>) = self.components.set_time_source(it), "Sets the clock";
    timeout_config(it: timeout::TimeoutConfig) = Some(it); set_timeout_config(self, it: Option<timeout::TimeoutConfig>) = it.map(|it| self.add_timeouts(it)), "Sets timeouts; those that are not set stay as they are";
    use_dual_stack(it: impl Into<bool>) = Some(it.into()); set_use_dual_stack(self, it: Option<bool>) = self.settings.store_or_unset(it.map(UseDualStack)), "Sets whether calls go to endpoints with IPv6";
    use_fips(it: impl Into<bool>) = Some(it.into()); set_use_fips(self, it: Option<bool>) = self.settings.store_or_unset(it.map(UseFips)), "Sets whether calls go to endpoints that comply with FIPS 140";
}

#[cfg(feature = "test-util")]
methods! { Builder:
    with_test_defaults() =; apply_test_defaults(self) = self.test_defaults(), "Fixes clock, credentials, tokens and user agent, for tests";
    with_test_defaults_v2() =; apply_test_defaults_v2(self) = self.test_defaults().default_region(), "Fixes clock, credentials, tokens and user agent, and the region if it is not set, for tests";
}

/// The configuration of a client.
#[derive(Clone, Debug)]
pub struct Config {
    layer: FrozenLayer,
    /// What it was built from.
    pub(crate) source: Builder,
}

/// Builder of [`Config`].
#[derive(Clone, Debug)]
pub struct Builder {
    pub(crate) service: &'static Service,
    pub(crate) settings: CloneableLayer,
    pub(crate) components: RuntimeComponentsBuilder,
    pub(crate) plugins: Vec<SharedRuntimePlugin>,
    pub(crate) behavior_version: Option<BehaviorVersion>,
}

/// Marks that endpoints do not come from the rules of the model.
#[derive(Clone, Debug)]
pub(crate) struct CustomEndpoints;

impl Storable for CustomEndpoints {
    type Storer = StoreReplace<Self>;
}

impl Config {
    /// A builder with nothing set.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The settings that AWS clients share, such as those of `aws_config`.
    pub fn new(config: &SdkConfig) -> Self {
        Builder::from(config).build()
    }

    pub(crate) fn plugin(&self) -> StaticRuntimePlugin {
        StaticRuntimePlugin::new()
            .with_config(self.layer.clone())
            .with_runtime_components(self.source.components.clone())
    }
}

impl Builder {
    pub(crate) fn of(service: &'static Service) -> Self {
        Self {
            service,
            settings: CloneableLayer::new("settings"),
            components: RuntimeComponentsBuilder::new("settings"),
            plugins: Vec::new(),
            behavior_version: None,
        }
    }

    /// A builder with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds members of inputs to what metrics say about calls. Sensitive members cannot be added.
    pub fn emit_input_attributes(self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request(|requested| requested.emit(names.into_iter().map(Into::into)))
    }

    /// Makes members of inputs known to interceptors, but not to metrics. Sensitive members cannot be added.
    pub fn capture_input_attributes(self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request(|requested| requested.capture_only(names.into_iter().map(Into::into)))
    }

    fn request(mut self, change: impl FnOnce(&mut RequestedTelemetryAttributes)) -> Self {
        let mut requested = self.settings.load::<RequestedTelemetryAttributes>().cloned().unwrap_or_default();
        change(&mut requested);
        self.settings.store_put(requested);
        self
    }

    /// Adds an authentication scheme.
    pub fn push_auth_scheme(mut self, auth_scheme: impl auth::AuthScheme + 'static) -> Self {
        self.components.push_auth_scheme(auth_scheme);
        self
    }

    /// Sets or clears what finds the endpoints. `endpoint_resolver` is the same by a type of this crate.
    pub fn set_endpoint_resolver(&mut self, endpoint_resolver: Option<SharedEndpointResolver>) -> &mut Self {
        self.settings.store_or_unset(endpoint_resolver.as_ref().map(|_| CustomEndpoints));
        self.components.set_endpoint_resolver(endpoint_resolver);
        self
    }

    /// Replaces the interceptors.
    pub fn set_interceptors(&mut self, interceptors: impl IntoIterator<Item = SharedInterceptor>) -> &mut Self {
        self.components.set_interceptors(interceptors.into_iter());
        self
    }

    /// Replaces the retry classifiers.
    pub fn set_retry_classifiers(&mut self, all: impl IntoIterator<Item = SharedRetryClassifier>) -> &mut Self {
        self.components.set_retry_classifiers(all.into_iter());
        self
    }

    /// Goes by the newest defaults, whatever they will be.
    pub fn behavior_version_latest(self) -> Self {
        self.behavior_version(BehaviorVersion::latest())
    }

    fn allow_unauthenticated(&mut self) {
        self.settings.store_put(Unauthenticated);
        self.plugins.push(SharedRuntimePlugin::new(NoAuthRuntimePluginV2::new()));
    }

    fn add_timeouts(&mut self, mut timeouts: timeout::TimeoutConfig) {
        if let Some(before) = self.settings.load::<timeout::TimeoutConfig>() {
            timeouts.take_defaults_from(before);
        }
        self.settings.store_put(timeouts);
    }

    #[cfg(feature = "test-util")]
    fn test_defaults(&mut self) -> &mut Self {
        let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_234_567_890);
        self.settings.store_put(aws_runtime::user_agent::AwsUserAgent::for_tests());
        self.set_idempotency_token_provider(Some("00000000-0000-4000-8000-000000000000".into()))
            .set_time_source(Some(aws_smithy_async::time::StaticTimeSource::new(time).into_shared()))
            .set_behavior_version(Some(BehaviorVersion::latest()));
        for scheme in self.service.schemes {
            (scheme.test)(self);
        }
        self
    }

    #[cfg(feature = "test-util")]
    fn default_region(&mut self) {
        let region = self.settings.load::<Region>().cloned();
        self.set_region(Some(region.unwrap_or(Region::from_static("us-east-1"))));
    }

    /// The configuration.
    pub fn build(mut self) -> Config {
        if self.components.time_source().is_none() {
            self.set_time_source(Some(SharedTimeSource::default()));
        }
        self.settings.store_put(aws_runtime::user_agent::ApiMetadata::new(self.service.name, self.service.version));
        self.settings.store_or_unset(self.service.signing_name.map(aws_types::SigningName::from_static));
        let layer = layer(&mut self.settings);
        Config { layer, source: self }
    }

    /// Plugins, settings and components that hold for one call.
    pub(crate) fn into_override(mut self) -> (Vec<SharedRuntimePlugin>, FrozenLayer, RuntimeComponentsBuilder) {
        if self.components.has_identity_resolvers() && self.components.identity_cache().is_none() {
            // That of the client has other credentials.
            self.components.set_identity_cache(Some(IdentityCache::lazy().max_partitions(1).build()));
        }
        (self.plugins, layer(&mut self.settings), self.components)
    }
}

fn layer(settings: &mut CloneableLayer) -> FrozenLayer {
    if let Some(region) = settings.load::<Region>().cloned() {
        settings.store_put(aws_types::region::SigningRegion::from(region));
    }
    Layer::from(settings.clone()).freeze()
}

impl From<&SdkConfig> for Builder {
    fn from(input: &SdkConfig) -> Self {
        let mut builder = Self::default();
        for scheme in builder.service.schemes {
            (scheme.share)(&mut builder, input);
        }
        builder.set_region(input.region().cloned());
        builder.set_use_fips(input.use_fips());
        builder.set_use_dual_stack(input.use_dual_stack());
        builder.set_endpoint_url(endpoint_url(builder.service, input));
        builder.settings.store_or_unset(input.account_id_endpoint_mode().cloned());
        builder.set_retry_config(input.retry_config().cloned());
        builder.set_timeout_config(input.timeout_config().cloned());
        builder.set_sleep_impl(input.sleep_impl());
        builder.set_http_client(input.http_client());
        builder.set_time_source(input.time_source());
        builder.set_behavior_version(input.behavior_version());
        builder.set_auth_scheme_preference(input.auth_scheme_preference().cloned());
        if let Some(protection) = input.stalled_stream_protection() {
            builder.set_stalled_stream_protection(Some(protection));
        }
        if let Some(cache) = input.identity_cache() {
            builder.set_identity_cache(cache);
        }
        builder.set_disable_clock_skew_correction(input.disable_clock_skew_correction());
        builder.set_app_name(input.app_name().cloned());
        for metadata in input.framework_metadata() {
            builder.push_framework_metadata(metadata.clone());
        }
        builder
    }
}

/// What the program set comes first, then what environment and profile say of this service, then of all services.
fn endpoint_url(service: &Service, input: &SdkConfig) -> Option<String> {
    let of_all = || input.endpoint_url().map(str::to_owned);
    if input.get_origin("endpoint_url").is_client_config() {
        return of_all();
    }
    let key =
        ServiceConfigKey::builder().service_id(service.id).env("AWS_ENDPOINT_URL").profile("endpoint_url").build();
    input.service_config().and_then(|config| config.load_config(key.ok()?)).or_else(of_all)
}

impl From<&SdkConfig> for Config {
    fn from(sdk_config: &SdkConfig) -> Self {
        Builder::from(sdk_config).build()
    }
}
