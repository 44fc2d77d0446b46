//! Calls with settings of their own: `client::customize`.

use super::client_config::Builder;
use aws_smithy_runtime::client::interceptors::{MapRequestInterceptor, MutateRequestInterceptor};
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::SdkError;
use std::error::Error;
use std::marker::PhantomData;

/// A call that is about to be sent, and what is special about it.
pub struct CustomizableOperation<T, E, B> {
    call: B,
    settings: Option<Builder>,
    interceptors: Vec<SharedInterceptor>,
    result: PhantomData<(T, E)>,
}

/// What a call gives in the end.
pub type SendResult<T, E> = Result<T, SdkError<E, HttpResponse>>;

/// A call.
pub trait CustomizableSend<T, E>: Send + Sync {
    /// Sends it with these settings on top of those of the client.
    fn send(self, settings: Builder) -> impl Future<Output = SendResult<T, E>> + Send;
}

impl<T, E, B> CustomizableOperation<T, E, B> {
    pub(crate) fn new(call: B) -> Self {
        Self { call, settings: None, interceptors: Vec::new(), result: PhantomData }
    }

    /// Adds an interceptor for this call. It runs after those of the client.
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        self.interceptors.push(SharedInterceptor::new(interceptor));
        self
    }

    /// Replaces the request before it is signed. If that fails, so does the call.
    pub fn map_request<F, MapE>(self, f: F) -> Self
    where
        F: Fn(HttpRequest) -> Result<HttpRequest, MapE> + Send + Sync + 'static,
        MapE: Error + Send + Sync + 'static,
    {
        self.interceptor(MapRequestInterceptor::new(f))
    }

    /// Changes the request before it is signed.
    pub fn mutate_request<F>(self, f: F) -> Self
    where
        F: Fn(&mut HttpRequest) + Send + Sync + 'static,
    {
        self.interceptor(MutateRequestInterceptor::new(f))
    }

    /// Settings that hold for this call in place of the client's. Those that are not set stay as they are.
    pub fn config_override(mut self, config_override: impl Into<Builder>) -> Self {
        self.settings = Some(config_override.into());
        self
    }

    /// Sends the call.
    ///
    /// # Errors
    /// As the call without customization.
    pub async fn send(self) -> SendResult<T, E>
    where
        E: Error + Send + Sync + 'static,
        B: CustomizableSend<T, E>,
    {
        let mut settings = self.settings.unwrap_or_default();
        for interceptor in self.interceptors {
            settings.push_interceptor(interceptor);
        }
        self.call.send(settings).await
    }
}
