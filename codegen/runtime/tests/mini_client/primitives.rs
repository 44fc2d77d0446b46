//! Primitives.
pub(crate) mod sealed_enum_unknown {
    pub use crate::support::string_enum::UnknownVariantValue;
}
