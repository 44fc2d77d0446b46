//! Inputs of operations: every member is optional, and required ones are checked. Their rows are `shape`'s.

use super::write::WriteJson;
use aws_smithy_types::error::operation::BuildError;

/// An input.
pub trait Input: WriteJson {
    /// An error if a required member is missing.
    fn check(&self) -> Result<(), BuildError>;
}

/// Declares the builder and the methods of an input.
macro_rules! input {
    ($Builder:ident => Result<$Name:ident>; $($rows:tt)*) => {
        crate::support::shape::shape! { [input $Builder $Name] $($rows)* }
    };
}

pub(crate) use input;
