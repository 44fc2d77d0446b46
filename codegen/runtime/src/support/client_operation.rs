//! What the client adds to an operation: a way to call it. How the call is made is `client_call`'s; the members of the
//! fluent builder are `client_fluent`'s.

/// `client_operation! { "Service", "Name", client_method, Marker, Input, InputBuilder, Output, Error, FluentBuilder; rows }`
/// where an attribute may stand in front of the method, and a row is `sensitive true` (the output), `auth "scheme" "scheme"`
/// (instead of those of the service), `unsigned true` (the payload), `attribute "Name" = member` (for telemetry),
/// `token member` or `bind endpoint_params`.
macro_rules! client_operation {
    ($service:literal, $name:literal, $(#[$outer:meta])? $method:ident, $Op:ident, $Input:ident, $InputBuilder:ident,
        $Output:ident, $Error:ident, $Fluent:ident;
        sensitive $sensitive:literal;
        $(auth $($auth:literal)+;)?
        $(unsigned $unsigned:literal;)?
        $(attribute $attribute:literal = $member:ident;)*
        $(token $token:ident;)?
        $(bind $bind:ident;)?) => {
        impl crate::support::client_call::Call for $Op {
            const SERVICE: &'static crate::support::client::Service = &crate::config::SERVICE;
            const IS_SENSITIVE: bool = $sensitive;
            $(const AUTH: ::std::option::Option<&'static [aws_smithy_runtime_api::client::auth::AuthSchemeId]> =
                ::std::option::Option::Some(&[$(aws_smithy_runtime_api::client::auth::AuthSchemeId::new($auth)),+]);)?
            $(const IS_UNSIGNED_PAYLOAD: bool = $unsigned;)?
            const ATTRIBUTES: &'static [crate::support::client_call::Attribute] =
                &[$(($attribute, |input| input.downcast_ref::<$Input>()?.$member.as_deref())),*];
            $(const TOKEN: ::std::option::Option<crate::support::client_call::Token> =
                ::std::option::Option::Some(|input| ::std::option::Option::Some(&mut input.downcast_mut::<$Input>()?.$token));)?
            $(const BIND: ::std::option::Option<crate::support::client_call::Bind> =
                ::std::option::Option::Some(|input, params| {
                    if let (::std::option::Option::Some(input), ::std::option::Option::Some(params)) =
                        (input.downcast_ref(), params.downcast_mut())
                    {
                        *params = $Op::$bind(input, std::mem::take(params));
                    }
                });)?

            fn operation() -> &'static crate::support::client_call::Operation {
                static OPERATION: crate::support::client_call::Operation =
                    crate::support::client_call::Operation::of::<$Op>();
                &OPERATION
            }

            fn span() -> tracing::Span {
                tracing::debug_span!(
                    concat!($service, ".", $name),
                    "rpc.service" = $service,
                    "rpc.method" = $name,
                    "sdk_invocation_id" = fastrand::u32(1_000_000..10_000_000),
                    "rpc.system" = "aws-api",
                )
            }
        }

        #[allow(clippy::self_named_constructors, reason = "an operation may be called `New`")]
        impl $Op {
            /// The operation.
            pub fn new() -> Self {
                Self
            }
        }

        impl aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin for $Op {
            fn config(&self) -> ::std::option::Option<aws_smithy_types::config_bag::FrozenLayer> {
                ::std::option::Option::Some(<Self as crate::support::client_call::Call>::operation().layer())
            }

            fn runtime_components(
                &self,
                _: &aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder,
            ) -> std::borrow::Cow<'_, aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder> {
                std::borrow::Cow::Owned(<Self as crate::support::client_call::Call>::operation().components())
            }
        }

        impl crate::Client {
            #[doc = concat!("Starts a call of [`", stringify!($Op), "`](crate::operation::", stringify!($method), "::", stringify!($Op), ").")]
            /// Set the members, then `send()`.
            $(#[$outer])?
            pub fn $method(&self) -> $Fluent {
                $Fluent { handle: self.handle.clone(), inner: ::std::default::Default::default() }
            }
        }

        impl $Fluent {
            /// The members as they are set by now.
            pub fn as_input(&self) -> &$InputBuilder {
                &self.inner
            }

            /// Gives this call interceptors or settings of its own.
            pub fn customize(self) -> crate::client::customize::CustomizableOperation<$Output, $Error, Self> {
                crate::client::customize::CustomizableOperation::new(self)
            }

            /// Sends the call.
            ///
            /// # Errors
            /// A construction failure, which is found before anything is sent, if required members or settings are
            /// missing; it names them. Otherwise what went wrong on the way, or what the service reports.
            pub async fn send(self) -> ::std::result::Result<$Output, crate::error::SdkError<$Error>> {
                crate::support::client_call::send::<$Op>(&self.handle, crate::support::shape::Correct::correct(self.inner), ::std::option::Option::None).await
            }
        }

        impl crate::support::client_customize::CustomizableSend<$Output, $Error> for $Fluent {
            async fn send(self, settings: crate::config::Builder) -> crate::support::client_customize::SendResult<$Output, $Error> {
                crate::support::client_call::send::<$Op>(&self.handle, crate::support::shape::Correct::correct(self.inner), ::std::option::Option::Some(settings)).await
            }
        }

        impl $InputBuilder {
            /// Sends a call with these members.
            ///
            /// # Errors
            #[doc = concat!("As [`", stringify!($Fluent), "::send`].")]
            pub async fn send_with(self, client: &crate::Client) -> ::std::result::Result<$Output, crate::error::SdkError<$Error>> {
                crate::support::client_call::send::<$Op>(&client.handle, crate::support::shape::Correct::correct(self), ::std::option::Option::None).await
            }
        }

        #[allow(deprecated, reason = "only programs should not name the variant `Unhandled`")]
        impl aws_smithy_runtime_api::client::result::CreateUnhandledError for $Error {
            fn create_unhandled_error(
                source: crate::error::BoxError,
                meta: ::std::option::Option<aws_smithy_types::error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled(crate::support::error::Unhandled { source, meta: meta.unwrap_or_default() })
            }
        }

        impl<R: ::std::marker::Send + ::std::marker::Sync + std::fmt::Debug + 'static>
            ::std::convert::From<crate::error::SdkError<$Error, R>> for crate::Error
        {
            fn from(error: crate::error::SdkError<$Error, R>) -> Self {
                match error {
                    crate::error::SdkError::ServiceError(error) => error.into_err().into(),
                    error => {
                        let meta = aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(&error).clone();
                        crate::support::service_error::unhandled(error, meta).into()
                    }
                }
            }
        }
    };
}

pub(crate) use client_operation;
