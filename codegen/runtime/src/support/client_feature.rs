//! Tells the user agent what makes a call: a paginator, or a waiter.

use super::client_config::Builder;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextRef as Context;
use aws_smithy_runtime_api::client::interceptors::{Intercept, OverriddenHooks, SharedInterceptor};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

/// Settings of a call that note this feature.
pub fn noting(feature: SmithySdkFeature) -> Builder {
    let mut settings = Builder::default();
    settings.push_interceptor(SharedInterceptor::permanent(Note(feature)));
    settings
}

#[derive(Debug)]
struct Note(SmithySdkFeature);

impl Intercept for Note {
    fn name(&self) -> &'static str {
        "Note"
    }

    fn read_before_serialization(
        &self,
        _: &Context<'_>,
        _: &RuntimeComponents,
        settings: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        settings.interceptor_state().store_append(self.0.clone());
        Ok(())
    }

    fn overridden_hooks(&self) -> OverriddenHooks {
        OverriddenHooks::READ_BEFORE_SERIALIZATION
    }
}
