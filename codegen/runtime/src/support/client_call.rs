//! One call: the operation as the runtime wants it, and the way through the runtime. Nothing here is instantiated for an
//! operation but the few functions of [`Operation::of`] and [`send`].

use super::client::{Handle, Service};
use super::client_auth;
use super::client_config::{Builder, CustomEndpoints};
use super::client_customize::SendResult;
use super::client_idempotency::IdempotencyTokenProvider;
use super::operation;
use aws_runtime::auth::{PayloadSigningOverride, SigV4OperationSigningConfig, SigningOptions};
use aws_runtime::retries::classifiers::AwsErrorCodeClassifier;
use aws_runtime::service_clock_skew::ServiceClockSkewClassifier;
use aws_smithy_runtime::client::orchestrator::{StopPoint, invoke_with_stop_point};
use aws_smithy_runtime::client::retries::classifiers::{ModeledAsRetryableClassifier, TransientErrorClassifier};
use aws_smithy_runtime::client::stalled_stream_protection::StalledStreamProtectionInterceptor;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
use aws_smithy_runtime_api::client::interceptors::context::{self, Error, Input, Output, OutputOrError};
use aws_smithy_runtime_api::client::interceptors::{Intercept, OverriddenHooks, SharedInterceptor};
use aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier;
use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
use aws_smithy_runtime_api::client::runtime_plugin::{SharedRuntimePlugin, StaticRuntimePlugin};
use aws_smithy_runtime_api::client::{auth, endpoint, orchestrator, result, ser_de};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::retry::ProvideErrorKind;
use aws_smithy_types::telemetry::{CapturedTelemetryAttributes, RequestedTelemetryAttributes};
use aws_types::endpoint_config::EndpointUrl;
use aws_types::region::Region;
use bytes::Bytes;
use http::Request;
use std::any::Any;
use std::borrow::Cow;
use std::fmt::{Debug, Formatter};
use std::pin::Pin;
use std::sync::OnceLock;
use tracing::{Instrument, Span};

/// Name and value of a member.
pub type Attribute = (&'static str, fn(&Input) -> Option<&str>);

/// Sets parameters of the endpoint in their builder.
pub type Bind = fn(&Input, &mut dyn Any);

/// The member that is a token for repeated calls.
pub type Token = fn(&mut Input) -> Option<&mut Option<String>>;

/// What an input makes of the host `.`, and the request; nothing for an input of another operation.
type Made<'a> = Option<Result<(Cow<'a, str>, Request<Bytes>), BuildError>>;

/// What a status, headers by their names, and a body mean.
type Meaning = for<'a> fn(u16, &dyn Fn(&str) -> Option<&'a str>, &'a [u8]) -> OutputOrError;

/// An operation that a client can call.
pub trait Call:
    operation::Operation<
        Input: Debug + Send + Sync + 'static,
        Output: Debug + Send + Sync + 'static,
        Error: std::error::Error + ProvideErrorKind + ProvideErrorMetadata + Send + Sync + 'static,
    > + 'static
{
    /// The service.
    const SERVICE: &'static Service;
    /// Whether the output has sensitive members.
    const IS_SENSITIVE: bool;
    /// The authentication schemes, best first, if they are not those of the service.
    const AUTH: Option<&'static [AuthSchemeId]> = None;
    /// Whether signatures leave out the payload.
    const IS_UNSIGNED_PAYLOAD: bool = false;
    /// Names and values of the members that telemetry may have.
    const ATTRIBUTES: &'static [Attribute];

    /// The descriptor.
    fn operation() -> &'static Operation;

    /// The span that a call is traced with.
    fn span() -> Span;

    /// Parameters of the endpoint.
    const BIND: Option<Bind> = None;
    /// A token for repeated calls.
    const TOKEN: Option<Token> = None;
}

/// An operation in the types of the runtime.
pub struct Operation {
    name: &'static str,
    service: &'static Service,
    is_sensitive: bool,
    is_unsigned_payload: bool,
    auth: Option<&'static [AuthSchemeId]>,
    span: fn() -> Span,
    attributes: &'static [Attribute],
    request: fn(&Input) -> Made<'_>,
    response: Meaning,
    token: Option<Token>,
    bind: Option<Bind>,
    classifiers: fn() -> [SharedRetryClassifier; 4],
    plugin: OnceLock<SharedRuntimePlugin>,
}

/// Only the name: the plugin leads back here.
impl Debug for Operation {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Operation").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Operation {
    /// The descriptor of `O`.
    pub const fn of<O: Call>() -> Self {
        Self {
            name: O::NAME,
            service: O::SERVICE,
            is_sensitive: O::IS_SENSITIVE,
            is_unsigned_payload: O::IS_UNSIGNED_PAYLOAD,
            auth: O::AUTH,
            span: O::span,
            attributes: O::ATTRIBUTES,
            request: request::<O>,
            response: response::<O>,
            token: O::TOKEN,
            bind: O::BIND,
            classifiers: classifiers::<O::Error>,
            plugin: OnceLock::new(),
        }
    }

    /// What the operation adds to the plugins of a client. It is the same for all of them.
    pub fn plugin(&'static self) -> &'static SharedRuntimePlugin {
        self.plugin.get_or_init(|| {
            let plugin = StaticRuntimePlugin::new().with_config(self.layer());
            SharedRuntimePlugin::new(plugin.with_runtime_components(self.components()))
        })
    }

    /// Settings.
    pub fn layer(&'static self) -> FrozenLayer {
        let mut layer = Layer::new(self.name);
        layer.store_put(ser_de::SharedRequestSerializer::new(Codec(self)));
        layer.store_put(ser_de::SharedResponseDeserializer::new(Codec(self)));
        let params = client_auth::Params::builder().operation_name(self.name).build();
        layer.store_put(auth::AuthSchemeOptionResolverParams::new(params.expect("the name is set")));
        layer.store_put(orchestrator::Metadata::new(self.name, self.service.id));
        if self.is_sensitive {
            layer.store_put(orchestrator::SensitiveOutput);
        }
        layer.store_put(client_auth::Offered { service: self.service, ids: self.auth.unwrap_or(self.service.auth) });
        if self.service.signing_name.is_some() {
            let mut signing_options = SigningOptions::default();
            signing_options.double_uri_encode = true;
            signing_options.normalize_uri_path = true;
            layer.store_put(SigV4OperationSigningConfig { signing_options, ..Default::default() });
        }
        if self.is_unsigned_payload {
            layer.store_put(PayloadSigningOverride::unsigned_payload());
        }
        layer.freeze()
    }

    /// Interceptors and retry classifiers.
    pub fn components(&'static self) -> RuntimeComponentsBuilder {
        let components = RuntimeComponentsBuilder::new(self.name)
            .with_interceptor(SharedInterceptor::permanent(StalledStreamProtectionInterceptor::default()))
            .with_interceptor(SharedInterceptor::permanent(Prepare(self)));
        (self.classifiers)().into_iter().fold(components, RuntimeComponentsBuilder::with_retry_classifier)
    }

    fn serialize(&self, input: &Input, settings: &mut ConfigBag) -> Result<orchestrator::HttpRequest, BoxError> {
        let (host, request) = (self.request)(input).ok_or("the input is of another operation")??;
        // What the operation puts in front of a host that is but a dot.
        if let Some(prefix) = host.strip_suffix('.').filter(|prefix| !prefix.is_empty()) {
            settings.interceptor_state().store_put(endpoint::EndpointPrefix::new(prefix)?);
        }
        Ok(request.map(SdkBody::from).try_into()?)
    }

    fn deserialize(&self, response: &orchestrator::HttpResponse) -> OutputOrError {
        let header = |name: &str| response.headers().get(name);
        (self.response)(response.status().as_u16(), &header, response.body().bytes().unwrap_or_default())
    }

    fn capture(&self, input: &Input, requested: &RequestedTelemetryAttributes) -> CapturedTelemetryAttributes {
        let mut captured = CapturedTelemetryAttributes::new();
        for (name, value) in self.attributes {
            if let Some(value) = value(input).filter(|_| requested.should_capture(name)) {
                captured.insert(name, value);
            }
        }
        captured
    }

    fn bind(&self, input: &Input, params: &mut dyn Any) {
        if let Some(bind) = self.bind {
            bind(input, params);
        }
    }

    fn set_token(&self, input: &mut Input, settings: &ConfigBag) {
        if let Some(token @ None) = self.token.and_then(|token| token(input)) {
            let provider = settings.load::<IdempotencyTokenProvider>().cloned();
            *token = Some(provider.unwrap_or_else(IdempotencyTokenProvider::random).make_idempotency_token());
        }
    }
}

fn request<O: Call>(input: &Input) -> Made<'_> {
    let input = input.downcast_ref()?;
    Some(O::host(input, ".").and_then(|host| Ok((host, O::request(input)?))))
}

fn response<'a, O: Call>(status: u16, header: &dyn Fn(&str) -> Option<&'a str>, body: &'a [u8]) -> OutputOrError {
    match O::response(status, header, body) {
        Ok(output) => Ok(Output::erase(output)),
        Err(error) => Err(orchestrator::OrchestratorError::operation(Error::erase(error))),
    }
}

/// Shared here already: a builder that gets them as they are is larger by what shares each of them.
fn classifiers<E>() -> [SharedRetryClassifier; 4]
where
    E: std::error::Error + ProvideErrorKind + ProvideErrorMetadata + Send + Sync + 'static,
{
    [
        SharedRetryClassifier::new(TransientErrorClassifier::<E>::new()),
        SharedRetryClassifier::new(ModeledAsRetryableClassifier::<E>::new()),
        SharedRetryClassifier::new(AwsErrorCodeClassifier::<E>::new()),
        SharedRetryClassifier::new(ServiceClockSkewClassifier::<E>::new()),
    ]
}

#[derive(Debug)]
struct Codec(&'static Operation);

impl ser_de::SerializeRequest for Codec {
    fn serialize_input(&self, input: Input, settings: &mut ConfigBag) -> Result<orchestrator::HttpRequest, BoxError> {
        self.0.serialize(&input, settings)
    }
}

impl ser_de::DeserializeResponse for Codec {
    fn deserialize_nonstreaming_with_config(
        &self,
        response: &orchestrator::HttpResponse,
        _: &ConfigBag,
    ) -> OutputOrError {
        tracing::debug!(request_id = ?aws_types::request_id::RequestId::request_id(response));
        self.0.deserialize(response)
    }
}

/// Completes settings and input before anything else happens.
#[derive(Debug)]
struct Prepare(&'static Operation);

impl Intercept for Prepare {
    fn name(&self) -> &'static str {
        "Prepare"
    }

    fn read_before_execution(
        &self,
        context: &context::BeforeSerializationInterceptorContextRef<'_>,
        settings: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(requested) = settings.load::<RequestedTelemetryAttributes>().filter(|it| !it.is_empty()) {
            let captured = self.0.capture(context.input(), requested);
            settings.interceptor_state().store_put(captured);
        }
        if self.0.service.needs_region {
            check_region(settings)?;
        }
        // The endpoint phase of the runtime panics without them.
        let params = (self.0.service.endpoint_params)(settings, &|params| self.0.bind(context.input(), params))?;
        settings.interceptor_state().store_put(params);
        Ok(())
    }

    fn modify_before_serialization(
        &self,
        context: &mut context::BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        settings: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.0.set_token(context.input_mut(), settings);
        Ok(())
    }

    fn overridden_hooks(&self) -> OverriddenHooks {
        OverriddenHooks::READ_BEFORE_EXECUTION | OverriddenHooks::MODIFY_BEFORE_SERIALIZATION
    }
}

/// An error that says what to set if calls cannot have an endpoint.
fn check_region(settings: &ConfigBag) -> Result<(), BoxError> {
    let elsewhere = settings.load::<CustomEndpoints>().is_some() || settings.load::<EndpointUrl>().is_some();
    if elsewhere || settings.load::<Region>().is_some() {
        return Ok(());
    }
    Err("no region: set one, as in `Config::builder().region(Region::new(\"us-east-1\"))`, in the environment variable \
         `AWS_REGION` or in the profile, or set `endpoint_url`"
        .into())
}

/// Sends a call. Whether the input is complete is asked when the request is made, behind interceptors that may add to it.
pub async fn send<O: Call>(
    client: &Handle,
    input: O::Input,
    settings: Option<Builder>,
) -> SendResult<O::Output, O::Error> {
    match drive(client, O::operation(), Input::erase(input), settings).await {
        Ok(output) => Ok(output.downcast::<O::Output>().expect("an output of this operation")),
        Err(error) => {
            Err(error.map_service_error(|error| error.downcast::<O::Error>().expect("an error of this operation")))
        }
    }
}

/// The way through the runtime. The future is large, hence on the heap.
fn drive(
    client: &Handle,
    call: &'static Operation,
    input: Input,
    settings: Option<Builder>,
) -> Pin<Box<dyn Future<Output = SendResult<Output, Error>> + Send>> {
    let plugins = client.plugins(call, settings);
    let future = async move {
        let plugins = plugins.map_err(result::SdkError::construction_failure)?;
        invoke_with_stop_point(call.service.id, call.name, input, &plugins, StopPoint::None).await?.finalize()
    };
    Box::pin(future.instrument((call.span)()))
}
