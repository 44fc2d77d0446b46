//! The crate's `Error`: whatever can go wrong with any operation. The errors of single operations are
//! `operation_error`'s.

use super::error::{BoxError, Unhandled};
use aws_smithy_types::error::ErrorMetadata;
use std::fmt::{Display, Formatter, Result};

/// An error that has no type.
pub fn unhandled(source: impl Into<BoxError>, meta: ErrorMetadata) -> Unhandled {
    Unhandled { source: source.into(), meta }
}

/// The error, and what is behind it where it says nothing itself.
pub fn explain(error: &Unhandled, f: &mut Formatter<'_>) -> Result {
    error.fmt(f)?;
    let mut behind = error.source.source().filter(|_| error.meta.code().or(error.meta.message()).is_none());
    while let Some(source) = behind {
        write!(f, ": {source}")?;
        behind = source.source();
    }
    Ok(())
}

/// Declares the error of a service: the head names it, a row is one of the errors of the model, behind an attribute if its
/// variant has one. Each error of an operation becomes it (`operation_error`).
macro_rules! service_error {
    ($Error:ident; $($(#[$attribute:meta])? $Variant:ident;)*) => {
        /// What can go wrong with any operation of the service.
        #[allow(clippy::large_enum_variant, reason = "an error is rare, and is not boxed")]
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum $Error {
            $(
                #[doc = concat!("[`", stringify!($Variant), "`](crate::types::error::", stringify!($Variant), ")")]
                $(#[$attribute])?
                $Variant(crate::types::error::$Variant),
            )*
            /// An error that this crate has no type for; `code()`, `message()` and `request_id()` tell about it.
            #[deprecated(note = "match on `_` and use `code()`: a later version may give this error a type")]
            Unhandled(crate::error::sealed_unhandled::Unhandled),
        }

        #[allow(deprecated, reason = "only programs should not name the variant `Unhandled`")]
        impl std::fmt::Display for $Error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $(Self::$Variant(error) => crate::support::error::with_request_id(error, &error.meta, f),)*
                    Self::Unhandled(error) => crate::support::service_error::explain(error, f),
                }
            }
        }

        #[allow(deprecated, reason = "only programs should not name the variant `Unhandled`")]
        impl std::error::Error for $Error {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                match self {
                    Self::Unhandled(error) => Some(&*error.source),
                    #[allow(unreachable_patterns, reason = "the service may have no errors of its own")]
                    _ => None,
                }
            }
        }

        #[allow(deprecated, reason = "only programs should not name the variant `Unhandled`")]
        impl aws_smithy_types::error::metadata::ProvideErrorMetadata for $Error {
            fn meta(&self) -> &aws_smithy_types::error::ErrorMetadata {
                match self {
                    $(Self::$Variant(error) => &error.meta,)*
                    Self::Unhandled(error) => &error.meta,
                }
            }
        }

        impl crate::support::request_id::RequestId for $Error {
            fn request_id(&self) -> Option<&str> {
                aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self).request_id()
            }
        }

        #[allow(deprecated, reason = "only programs should not name the variant `Unhandled`")]
        impl From<crate::support::error::Unhandled> for $Error {
            fn from(error: crate::support::error::Unhandled) -> Self {
                Self::Unhandled(error)
            }
        }

        impl From<aws_smithy_types::error::operation::BuildError> for $Error {
            fn from(error: aws_smithy_types::error::operation::BuildError) -> Self {
                crate::support::service_error::unhandled(error, Default::default()).into()
            }
        }
    };
}

pub(crate) use service_error;
