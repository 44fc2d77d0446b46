//! The error of one operation: which of the service's errors it was. Those errors are `error_shape`'s.

/// Declares what the error of an operation can do; a row is `Variant, is_variant = "Code"`, with `=> Kind` behind it if
/// the call may be tried again.
macro_rules! operation_error {
    ($Error:ident; $($Variant:ident, $is:ident = $code:literal $(=> $Kind:ident)?;)*) => {
        #[allow(deprecated, reason = "only programs should not name the variant `Unhandled`")]
        impl $Error {
            /// An error that has no type, with any cause.
            pub fn unhandled(source: impl ::std::convert::Into<crate::support::error::BoxError>) -> Self {
                let meta = ::std::default::Default::default();
                Self::Unhandled(crate::support::error::Unhandled { source: source.into(), meta })
            }

            /// An error that has no type, known by its code and message.
            pub fn generic(meta: aws_smithy_types::error::ErrorMetadata) -> Self {
                let source = meta.clone().into();
                Self::Unhandled(crate::support::error::Unhandled { source, meta })
            }

            /// Code, message, request id and HTTP status, as far as they are known.
            pub fn meta(&self) -> &aws_smithy_types::error::ErrorMetadata {
                match self {
                    $(Self::$Variant(error) => &error.meta,)*
                    Self::Unhandled(error) => &error.meta,
                }
            }

            $(
                #[doc = concat!("Whether it is a `", $code, "`.")]
                pub fn $is(&self) -> bool {
                    matches!(self, Self::$Variant(_))
                }
            )*
        }

        #[allow(deprecated, reason = "only programs should not name the variant `Unhandled`")]
        impl ::std::convert::From<crate::support::envelope::Envelope<'_>> for $Error {
            fn from(envelope: crate::support::envelope::Envelope<'_>) -> Self {
                match envelope.meta.code() {
                    $(::std::option::Option::Some($code) => Self::$Variant(envelope.into()),)*
                    _ => Self::Unhandled(envelope.into()),
                }
            }
        }

        #[allow(deprecated, reason = "only programs should not name the variant `Unhandled`")]
        impl std::error::Error for $Error {
            fn source(&self) -> ::std::option::Option<&(dyn std::error::Error + 'static)> {
                match self {
                    $(Self::$Variant(error) => ::std::option::Option::Some(error),)*
                    Self::Unhandled(error) => ::std::option::Option::Some(&*error.source),
                }
            }
        }

        #[allow(deprecated, reason = "only programs should not name the variant `Unhandled`")]
        impl std::fmt::Display for $Error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $(Self::$Variant(error) => crate::support::error::with_request_id(error, &error.meta, f),)*
                    Self::Unhandled(error) => std::fmt::Display::fmt(error, f),
                }
            }
        }

        impl aws_smithy_types::error::metadata::ProvideErrorMetadata for $Error {
            fn meta(&self) -> &aws_smithy_types::error::ErrorMetadata {
                self.meta()
            }
        }

        impl aws_smithy_types::retry::ProvideErrorKind for $Error {
            fn retryable_error_kind(&self) -> ::std::option::Option<aws_smithy_types::retry::ErrorKind> {
                $($(
                    if self.$is() {
                        return ::std::option::Option::Some(aws_smithy_types::retry::ErrorKind::$Kind);
                    }
                )?)*
                None
            }

            fn code(&self) -> ::std::option::Option<&str> {
                self.meta().code()
            }
        }

        #[allow(deprecated, reason = "only programs should not name the variant `Unhandled`")]
        impl ::std::convert::From<$Error> for crate::error_meta::Error {
            fn from(error: $Error) -> Self {
                match error {
                    $($Error::$Variant(error) => Self::$Variant(error),)*
                    $Error::Unhandled(error) => Self::Unhandled(error),
                }
            }
        }

        impl crate::support::request_id::RequestId for $Error {
            fn request_id(&self) -> ::std::option::Option<&str> {
                self.meta().request_id()
            }
        }
    };
}

pub(crate) use operation_error;
