//! Settings of a client: `config`. A setting is a row of a table; what the rows mean stands below them.

use super::client::Service;
use super::client_auth::ResolveAuthScheme;
use super::client_idempotency::IdempotencyTokenProvider;
use aws_runtime::auth::sigv4::SCHEME_ID;
use aws_runtime::invocation_id::{InvocationIdGenerator, SharedInvocationIdGenerator};
use aws_runtime::service_clock_skew::DisableClockSkewCorrection;
use aws_runtime::user_agent::ApiMetadata;
use aws_smithy_async::time::{SharedTimeSource, TimeSource};
use aws_smithy_runtime::client::auth::no_auth::NoAuthRuntimePluginV2;
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemePreference, SharedAuthScheme, SharedAuthSchemeOptionResolver,
};
use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, SharedRetryClassifier};
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_types::config_bag::{CloneableLayer, Storable, StoreReplace};
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::telemetry::RequestedTelemetryAttributes;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SigningName;
use aws_types::endpoint_config::{EndpointUrl, UseDualStack, UseFips};
use aws_types::region::SigningRegion;
use aws_types::sdk_config::SdkConfig;
use aws_types::service_config::ServiceConfigKey;

pub use aws_credential_types::Credentials;
pub use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
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

/// The configuration of a client.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) service: &'static Service,
    layer: FrozenLayer,
    settings: CloneableLayer,
    pub(crate) components: RuntimeComponentsBuilder,
    pub(crate) plugins: Vec<SharedRuntimePlugin>,
    pub(crate) behavior_version: Option<BehaviorVersion>,
}

/// Builder of [`Config`].
#[derive(Clone, Debug)]
pub struct Builder {
    service: &'static Service,
    settings: CloneableLayer,
    components: RuntimeComponentsBuilder,
    plugins: Vec<SharedRuntimePlugin>,
    behavior_version: Option<BehaviorVersion>,
}

/// Marks that endpoints do not come from the rules of the model.
#[derive(Clone, Debug)]
pub(crate) struct CustomEndpoints;

impl Storable for CustomEndpoints {
    type Storer = StoreReplace<Self>;
}

/// Declares settings; a row is `KIND NAME, OTHER METHODS: TYPE => STORED = "what it is"`. The kinds:
///
/// - `value`: kept as it is, removed by `None`; `kept`: not removed by `None`, so that defaults stay;
/// - `wrapped`: made by anything that can be converted, kept in another type; `optional`: the same, `None` included;
/// - `component`: something that implements a trait; `list`: any number of these.
#[rustfmt::skip]
macro_rules! settings {
    ($($kind:ident $name:ident, $($method:ident),+: $Type:path $(=> $Stored:path)? = $what:literal;)*) => {
        impl Config {
            $(settings! { @config $kind $name, $($method),+: $Type $(=> $Stored)? = $what })*
        }

        impl Builder {
            $(settings! { @builder $kind $name, $($method),+: $Type $(=> $Stored)? = $what })*
        }
    };

    (@config component $name:ident, $set:ident: $Trait:path => $Shared:path = $what:literal) => {
        #[doc = concat!("What is set as ", $what, ".")]
        pub fn $name(&self) -> Option<$Shared> { self.components.$name() }
    };
    (@config list $one:ident, $push:ident, $set:ident, $all:ident: $Trait:path => $Shared:path = $what:literal) => {
        #[doc = concat!("The ", $what, "s.")]
        pub fn $all(&self) -> impl Iterator<Item = $Shared> + '_ { self.components.$all() }
    };
    (@config wrapped $($row:tt)+) => {};
    (@config optional $($row:tt)+) => {};
    (@config $kind:ident $name:ident, $set:ident: $Type:path = $what:literal) => {
        #[doc = concat!("What is set as ", $what, ".")]
        pub fn $name(&self) -> Option<&$Type> { self.layer.load::<$Type>() }
    };

    (@builder value $name:ident, $set:ident: $Type:path = $what:literal) => {
        settings! { @setters $name, $set: $Type, Some, $Type = $what; settings, settings.store_or_unset($name) }
    };
    (@builder kept $name:ident, $set:ident: $Type:path = $what:literal) => {
        settings! { @setters $name, $set: $Type, Some, $Type = $what; settings, $name.map(|value| settings.store_put(value)) }
    };
    (@builder wrapped $name:ident, $set:ident: $Type:path => $stored:path = $what:literal) => {
        settings! { @setters $name, $set: impl Into<$Type>, Some, $Type = $what; settings, settings.store_or_unset($name.map($stored)) }
    };
    (@builder optional $name:ident, $set:ident: $Type:path => $stored:path = $what:literal) => {
        settings! { @setters $name, $set: impl Into<Option<$Type>>, std::convert::identity, $Type = $what; settings, settings.store_or_unset($name.map($stored)) }
    };
    (@setters $name:ident, $set:ident: $Argument:ty, $some:expr, $Type:ty = $what:literal; $settings:ident, $store:expr) => {
        #[doc = concat!("Sets ", $what, ".")]
        pub fn $name(mut self, $name: $Argument) -> Self {
            self.$set($some($name.into()));
            self
        }

        #[doc = concat!("Sets or clears ", $what, ".")]
        pub fn $set(&mut self, $name: Option<$Type>) -> &mut Self {
            let $settings = &mut self.settings;
            $store;
            self
        }
    };
    (@builder component $name:ident, $set:ident: $Trait:path => $Shared:path = $what:literal) => {
        #[doc = concat!("Sets ", $what, ".")]
        pub fn $name(mut self, $name: impl $Trait + 'static) -> Self {
            self.$set(Some($name.into_shared()));
            self
        }

        #[doc = concat!("Sets or clears ", $what, ".")]
        pub fn $set(&mut self, $name: Option<$Shared>) -> &mut Self {
            self.components.$set($name);
            self
        }
    };
    (@builder list $one:ident, $push:ident, $set:ident, $all:ident: $Trait:path => $Shared:path = $what:literal) => {
        #[doc = concat!("Adds ", $what, ".")]
        pub fn $one(mut self, $one: impl $Trait + 'static) -> Self {
            self.$push(<$Shared>::new($one));
            self
        }

        #[doc = concat!("Adds ", $what, ".")]
        pub fn $push(&mut self, $one: $Shared) -> &mut Self {
            self.components.$push($one);
            self
        }

        #[doc = concat!("Replaces all that was added before as ", $what, ".")]
        pub fn $set(&mut self, $all: impl IntoIterator<Item = $Shared>) -> &mut Self {
            self.components.$set($all.into_iter());
            self
        }
    };
}

settings! {
    value stalled_stream_protection, set_stalled_stream_protection: StalledStreamProtectionConfig = "when a body that hardly moves is an error";
    wrapped idempotency_token_provider, set_idempotency_token_provider: IdempotencyTokenProvider => std::convert::identity = "what makes the tokens of calls that may be repeated";
    component http_client, set_http_client: HttpClient => SharedHttpClient = "the HTTP client";
    wrapped auth_scheme_preference, set_auth_scheme_preference: AuthSchemePreference => std::convert::identity = "which authentication schemes are tried first";
    kept retry_config, set_retry_config: RetryConfig = "how often and when calls are retried";
    component sleep_impl, set_sleep_impl: AsyncSleep => SharedAsyncSleep = "how to wait, for retries and timeouts";
    kept retry_partition, set_retry_partition: RetryPartition = "the partition of the retry budget, which clients of one partition share";
    list interceptor, push_interceptor, set_interceptors, interceptors: Intercept => SharedInterceptor = "interceptor";
    component time_source, set_time_source: TimeSource => SharedTimeSource = "the clock";
    list retry_classifier, push_retry_classifier, set_retry_classifiers, retry_classifiers: ClassifyRetry => SharedRetryClassifier = "retry classifier";
    value app_name, set_app_name: AppName = "the name of the program, as the user agent has it";
    optional disable_clock_skew_correction, set_disable_clock_skew_correction: bool => DisableClockSkewCorrection::from = "whether signatures go by the local clock even if it is found to be wrong";
    wrapped endpoint_url, set_endpoint_url: String => EndpointUrl = "the URL that calls go to instead of that of the region";
    wrapped use_dual_stack, set_use_dual_stack: bool => UseDualStack = "whether calls go to endpoints with IPv6";
    wrapped use_fips, set_use_fips: bool => UseFips = "whether calls go to endpoints that comply with FIPS 140";
    optional region, set_region: Region => std::convert::identity = "the region";
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

    /// A builder that starts with this configuration.
    pub fn to_builder(&self) -> Builder {
        Builder {
            service: self.service,
            settings: self.settings.clone(),
            components: self.components.clone(),
            plugins: self.plugins.clone(),
            behavior_version: self.behavior_version,
        }
    }

    /// The authentication schemes that were added.
    pub fn auth_schemes(&self) -> impl Iterator<Item = SharedAuthScheme> + '_ {
        self.components.auth_schemes()
    }

    /// What chooses among authentication schemes, if it was set.
    pub fn auth_scheme_resolver(&self) -> Option<SharedAuthSchemeOptionResolver> {
        self.components.auth_scheme_option_resolver()
    }

    /// Which authentication schemes are tried first.
    pub fn auth_scheme_preference(&self) -> Option<&AuthSchemePreference> {
        self.layer.load::<AuthSchemePreference>()
    }

    /// What finds the endpoints: what was set, or the rules of the service's model.
    pub fn endpoint_resolver(&self) -> SharedEndpointResolver {
        self.components.endpoint_resolver().unwrap_or_else(self.service.endpoints)
    }

    /// The cache of credentials, if it was set.
    pub fn identity_cache(&self) -> Option<SharedIdentityCache> {
        self.components.identity_cache()
    }

    /// What was added to the user agent, oldest first.
    pub fn framework_metadata(&self) -> Vec<&FrameworkMetadata> {
        let mut all: Vec<_> = self.layer.load::<FrameworkMetadata>().collect();
        all.reverse();
        all
    }

    /// Whether signatures go by the local clock even if it is found to be wrong.
    pub fn disable_clock_skew_correction(&self) -> Option<bool> {
        self.layer.load::<DisableClockSkewCorrection>().map(DisableClockSkewCorrection::is_disabled)
    }

    /// The timeouts that are set.
    pub fn timeout_config(&self) -> Option<&TimeoutConfig> {
        self.layer.load::<TimeoutConfig>()
    }

    /// What makes the ids of calls, if it was set.
    pub fn invocation_id_generator(&self) -> Option<SharedInvocationIdGenerator> {
        self.layer.load::<SharedInvocationIdGenerator>().cloned()
    }

    /// What signatures call the service.
    pub fn signing_name(&self) -> &'static str {
        self.service.signing_name
    }

    /// The region.
    pub fn region(&self) -> Option<&Region> {
        self.layer.load::<Region>()
    }

    /// Nothing.
    #[deprecated(note = "credentials cannot be had from a configuration; this is always `None`")]
    pub fn credentials_provider(&self) -> Option<SharedCredentialsProvider> {
        None
    }

    pub(crate) fn plugin(&self) -> StaticRuntimePlugin {
        StaticRuntimePlugin::new().with_config(self.layer.clone()).with_runtime_components(self.components.clone())
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
    pub fn push_auth_scheme(mut self, auth_scheme: impl AuthScheme + 'static) -> Self {
        self.components.push_auth_scheme(auth_scheme);
        self
    }

    /// Sets what chooses among authentication schemes.
    pub fn auth_scheme_resolver(mut self, auth_scheme_resolver: impl ResolveAuthScheme + 'static) -> Self {
        self.set_auth_scheme_resolver(auth_scheme_resolver);
        self
    }

    /// Sets what chooses among authentication schemes.
    pub fn set_auth_scheme_resolver(&mut self, auth_scheme_resolver: impl ResolveAuthScheme + 'static) -> &mut Self {
        self.components.set_auth_scheme_option_resolver(Some(auth_scheme_resolver.into_shared_resolver()));
        self
    }

    /// Sends calls unsigned if there are no credentials.
    pub fn allow_no_auth(mut self) -> Self {
        self.set_allow_no_auth();
        self
    }

    /// Sends calls unsigned if there are no credentials.
    pub fn set_allow_no_auth(&mut self) -> &mut Self {
        self.plugins.push(SharedRuntimePlugin::new(NoAuthRuntimePluginV2::new()));
        self
    }

    /// Sets or clears what finds the endpoints. `endpoint_resolver` is the same by a type of this crate.
    pub fn set_endpoint_resolver(&mut self, endpoint_resolver: Option<SharedEndpointResolver>) -> &mut Self {
        self.settings.store_or_unset(endpoint_resolver.as_ref().map(|_| CustomEndpoints));
        self.components.set_endpoint_resolver(endpoint_resolver);
        self
    }

    /// Sets timeouts. Those that are not set stay as they are.
    pub fn timeout_config(mut self, timeout_config: TimeoutConfig) -> Self {
        self.set_timeout_config(Some(timeout_config));
        self
    }

    /// Sets timeouts. Those that are not set stay as they are.
    pub fn set_timeout_config(&mut self, timeout_config: Option<TimeoutConfig>) -> &mut Self {
        if let Some(mut timeouts) = timeout_config {
            if let Some(before) = self.settings.load::<TimeoutConfig>() {
                timeouts.take_defaults_from(before);
            }
            self.settings.store_put(timeouts);
        }
        self
    }

    /// Sets the cache of credentials.
    pub fn identity_cache(mut self, identity_cache: impl ResolveCachedIdentity + 'static) -> Self {
        self.set_identity_cache(identity_cache);
        self
    }

    /// Sets the cache of credentials.
    pub fn set_identity_cache(&mut self, identity_cache: impl ResolveCachedIdentity + 'static) -> &mut Self {
        self.components.set_identity_cache(Some(identity_cache));
        self
    }

    /// Adds to the user agent.
    pub fn framework_metadata(mut self, framework_metadata: FrameworkMetadata) -> Self {
        self.push_framework_metadata(framework_metadata);
        self
    }

    /// Adds to the user agent.
    pub fn push_framework_metadata(&mut self, framework_metadata: FrameworkMetadata) -> &mut Self {
        self.settings.store_append(framework_metadata);
        self
    }

    /// Sets what makes the ids of calls.
    pub fn invocation_id_generator(mut self, generator: impl InvocationIdGenerator + 'static) -> Self {
        self.set_invocation_id_generator(Some(SharedInvocationIdGenerator::new(generator)));
        self
    }

    /// Sets or clears what makes the ids of calls.
    pub fn set_invocation_id_generator(&mut self, generator: Option<SharedInvocationIdGenerator>) -> &mut Self {
        self.settings.store_or_unset(generator);
        self
    }

    /// Sets where credentials come from.
    pub fn credentials_provider(mut self, credentials_provider: impl ProvideCredentials + 'static) -> Self {
        self.set_credentials_provider(Some(SharedCredentialsProvider::new(credentials_provider)));
        self
    }

    /// Sets where credentials come from. `None` changes nothing.
    pub fn set_credentials_provider(&mut self, credentials_provider: Option<SharedCredentialsProvider>) -> &mut Self {
        if let Some(provider) = credentials_provider {
            self.components.set_identity_resolver(SCHEME_ID, provider);
        }
        self
    }

    /// Sets the version of defaults that the program was written for.
    pub fn behavior_version(mut self, behavior_version: BehaviorVersion) -> Self {
        self.set_behavior_version(Some(behavior_version));
        self
    }

    /// Sets or clears the version of defaults that the program was written for.
    pub fn set_behavior_version(&mut self, behavior_version: Option<BehaviorVersion>) -> &mut Self {
        self.behavior_version = behavior_version;
        self
    }

    /// Goes by the newest defaults, whatever they will be.
    pub fn behavior_version_latest(self) -> Self {
        self.behavior_version(BehaviorVersion::latest())
    }

    /// Fixes clock, credentials, tokens and user agent, for tests.
    #[cfg(feature = "test-util")]
    pub fn apply_test_defaults(&mut self) -> &mut Self {
        let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_234_567_890);
        self.set_idempotency_token_provider(Some("00000000-0000-4000-8000-000000000000".into()));
        self.set_time_source(Some(aws_smithy_async::time::StaticTimeSource::new(time).into_shared()));
        self.settings.store_put(aws_runtime::user_agent::AwsUserAgent::for_tests());
        self.set_credentials_provider(Some(SharedCredentialsProvider::new(Credentials::for_tests())));
        self.set_behavior_version(Some(BehaviorVersion::latest()))
    }

    /// Fixes clock, credentials, tokens and user agent, for tests.
    #[cfg(feature = "test-util")]
    pub fn with_test_defaults(mut self) -> Self {
        self.apply_test_defaults();
        self
    }

    /// Fixes clock, credentials, tokens and user agent, and the region if it is not set, for tests.
    #[cfg(feature = "test-util")]
    pub fn apply_test_defaults_v2(&mut self) -> &mut Self {
        self.apply_test_defaults();
        if self.settings.load::<Region>().is_none() {
            self.set_region(Some(Region::new("us-east-1")));
        }
        self
    }

    /// Fixes clock, credentials, tokens and user agent, and the region if it is not set, for tests.
    #[cfg(feature = "test-util")]
    pub fn with_test_defaults_v2(mut self) -> Self {
        self.apply_test_defaults_v2();
        self
    }

    /// The configuration.
    pub fn build(mut self) -> Config {
        if self.components.time_source().is_none() {
            self.set_time_source(Some(SharedTimeSource::default()));
        }
        self.settings.store_put(ApiMetadata::new(self.service.name, self.service.version));
        self.settings.store_put(SigningName::from_static(self.service.signing_name));
        Config {
            service: self.service,
            layer: layer(&mut self.settings),
            settings: self.settings,
            components: self.components,
            plugins: self.plugins,
            behavior_version: self.behavior_version,
        }
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
        settings.store_put(SigningRegion::from(region));
    }
    Layer::from(settings.clone()).freeze()
}

impl From<&SdkConfig> for Builder {
    fn from(input: &SdkConfig) -> Self {
        let mut builder = Self::default();
        builder.set_credentials_provider(input.credentials_provider());
        builder.set_region(input.region().cloned());
        builder.set_use_fips(input.use_fips());
        builder.set_use_dual_stack(input.use_dual_stack());
        builder.set_endpoint_url(endpoint_url(builder.service, input));
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
