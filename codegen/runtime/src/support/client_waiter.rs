//! Waiters: calls that are repeated until something has happened. How long to wait between them, and when to try again,
//! is the runtime's.

use super::client::Handle;
use super::client_call::{Call, Operation, send};
use super::client_feature::noting;
use aws_smithy_async::rt::sleep::SharedAsyncSleep;
use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime::client::waiters::{AcceptorState, WaiterOrchestrator, attach_waiter_tracing_span};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{CreateUnhandledError, SdkError};
use aws_smithy_runtime_api::client::waiters::FinalPoll;
use aws_smithy_runtime_api::client::waiters::error::WaiterError;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::operation::BuildError;
use std::sync::Arc;
use std::time::Duration;

/// What has happened, or why it has not.
pub type Waited<O, E> = Result<FinalPoll<O, SdkError<E, HttpResponse>>, WaiterError<O, E>>;

/// What an answer to the input means.
pub type Accept<I, O, E> = fn(&I, Result<&O, &E>) -> AcceptorState;

/// Repeats a call until `accept` says that its answer is the one waited for. The delays between calls are in seconds, the
/// shortest one and the longest one.
pub async fn wait<O>(
    client: Arc<Handle>,
    input: Result<O::Input, BuildError>,
    [min_delay, max_delay]: [u64; 2],
    max_wait: Duration,
    accept: Accept<O::Input, O::Output, O::Error>,
) -> Waited<O::Output, O::Error>
where
    O: Call<Input: Clone, Error: CreateUnhandledError>,
{
    let input = input.map_err(WaiterError::construction_failure)?;
    let (sleep, clock) = time(&client, O::operation()).map_err(WaiterError::construction_failure)?;
    let settings = noting(SmithySdkFeature::Waiter);
    let call = || send::<O>(&client, input.clone(), Some(settings.clone()));
    let waiter = WaiterOrchestrator::builder()
        .min_delay(Duration::from_secs(min_delay))
        .max_delay(Duration::from_secs(max_delay))
        .max_wait(max_wait)
        .time_source(clock)
        .sleep_impl(sleep)
        .acceptor(|answer: Result<&O::Output, &O::Error>| accept(&input, answer))
        .operation(call)
        .build();
    attach_waiter_tracing_span(waiter.orchestrate()).await
}

/// How the client waits, and its clock.
fn time(client: &Handle, call: &'static Operation) -> Result<(SharedAsyncSleep, SharedTimeSource), BoxError> {
    let components = client.plugins(call, None)?.apply_client_configuration(&mut ConfigBag::base())?;
    let time = components.into_time_components();
    Ok((time.sleep_impl().ok_or("no way to wait: set `sleep_impl`")?, time.time_source().unwrap_or_default()))
}

/// `client_waiter! { FluentBuilder, FinalPoll, Error, module, Marker, InputBuilder, Input, Output, OperationError, MIN, MAX;
/// rows }` where the delays are in seconds, and the rows are those of the input.
macro_rules! client_waiter {
    ($Fluent:ident, $FinalPoll:ident, $WaiterError:ident, $module:ident, $Op:ident, $InputBuilder:ident, $Input:ident,
        $Output:ident, $Error:ident, $min:literal, $max:literal; $($rows:tt)*) => {
        crate::support::client_fluent::fluent! { $Fluent $InputBuilder $Input $($rows)* }

        impl $Fluent {
            /// The members as they are set by now.
            pub fn as_input(&self) -> &$InputBuilder {
                &self.inner
            }

            /// Repeats the call until what is waited for has happened, at most for this long.
            ///
            /// # Errors
            /// If it did not happen in time, or cannot happen any more; if a call fails, or required members or settings
            /// are missing.
            pub async fn wait(self, max_wait: std::time::Duration) -> ::std::result::Result<$FinalPoll, $WaiterError> {
                let (delays, input) = ([$min, $max], self.inner.build());
                crate::support::client_waiter::wait::<crate::operation::$module::$Op>(self.handle, input, delays, max_wait, accept).await
            }
        }

        /// The last answer, which says that it has happened. It may be an error.
        pub type $FinalPoll = aws_smithy_runtime_api::client::waiters::FinalPoll<
            crate::operation::$module::$Output,
            crate::error::SdkError<crate::operation::$module::$Error>,
        >;

        /// Why it has not happened.
        pub type $WaiterError = aws_smithy_runtime_api::client::waiters::error::WaiterError<
            crate::operation::$module::$Output,
            crate::operation::$module::$Error,
        >;

        pub(crate) fn waiter(handle: std::sync::Arc<crate::support::client::Handle>) -> $Fluent {
            $Fluent { handle, inner: ::std::default::Default::default() }
        }
    };
}

/// `client_waiters! { Waiters; method => module::FluentBuilder; }` for all waiters of the service.
macro_rules! client_waiters {
    ($Waiters:ident; $($method:ident => $module:ident::$Fluent:ident;)*) => {
        /// The waiters of the service. Import this trait for their methods.
        pub trait $Waiters {
            $(
                #[doc = concat!("The waiter [`", stringify!($module), "`](crate::waiters::", stringify!($module), "). Set the members, then `wait`.")]
                fn $method(&self) -> crate::waiters::$module::$Fluent;
            )*
        }

        impl $Waiters for crate::Client {
            $(
                fn $method(&self) -> crate::waiters::$module::$Fluent {
                    crate::waiters::$module::waiter(self.handle.clone())
                }
            )*
        }

        impl<O, E> From<aws_smithy_runtime_api::client::waiters::error::WaiterError<O, E>> for crate::Error
        where
            O: std::fmt::Debug + Send + Sync + 'static,
            E: std::error::Error + aws_smithy_types::error::metadata::ProvideErrorMetadata + Send + Sync + 'static,
        {
            fn from(error: aws_smithy_runtime_api::client::waiters::error::WaiterError<O, E>) -> Self {
                let meta = aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(&error).clone();
                crate::support::service_error::unhandled(error, meta).into()
            }
        }
    };
}

pub(crate) use {client_waiter, client_waiters};
