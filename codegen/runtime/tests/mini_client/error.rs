//! Errors.
pub use crate::support::error::BoxError;
pub use crate::support::string_enum::UnknownVariantError;
pub use aws_smithy_types::error::metadata::ProvideErrorMetadata;
pub use aws_smithy_types::error::operation::BuildError;

pub(crate) mod sealed_unhandled {
    pub use crate::support::error::Unhandled;
}
