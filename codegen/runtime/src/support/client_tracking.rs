//! Tells the user agent which features of the SDK a call uses.

use aws_runtime::sdk_feature::AwsSdkFeature;
use aws_smithy_observability::global::get_telemetry_provider;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextRef as Context;
use aws_smithy_runtime_api::client::interceptors::{Intercept, OverriddenHooks};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::{RetryConfig, RetryMode};
use aws_types::endpoint_config::EndpointUrl;

/// Notes retry mode, endpoint URL and metrics.
#[derive(Debug)]
pub struct FeatureTracker;

impl Intercept for FeatureTracker {
    fn name(&self) -> &'static str {
        "FeatureTracker"
    }

    fn read_before_execution(&self, _: &Context<'_>, settings: &mut ConfigBag) -> Result<(), BoxError> {
        if settings.load::<EndpointUrl>().is_some() {
            settings.interceptor_state().store_append(AwsSdkFeature::EndpointOverride);
        }
        let telemetry = get_telemetry_provider();
        if telemetry.is_ok_and(|it| it.meter_provider().provider_name() == "AwsSmithyObservabilityOtelProvider") {
            settings.interceptor_state().store_append(SmithySdkFeature::ObservabilityOtelMetrics);
        }
        Ok(())
    }

    fn read_before_serialization(
        &self,
        _: &Context<'_>,
        _: &RuntimeComponents,
        settings: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let feature = match settings.load::<RetryConfig>().map(RetryConfig::mode) {
            Some(RetryMode::Standard) => SmithySdkFeature::RetryModeStandard,
            Some(RetryMode::Adaptive) => SmithySdkFeature::RetryModeAdaptive,
            _ => return Ok(()),
        };
        settings.interceptor_state().store_append(feature);
        Ok(())
    }

    fn overridden_hooks(&self) -> OverriddenHooks {
        OverriddenHooks::READ_BEFORE_EXECUTION | OverriddenHooks::READ_BEFORE_SERIALIZATION
    }
}
