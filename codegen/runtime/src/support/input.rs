//! Inputs of operations: every member is optional, and required ones are checked. Their rows are `shape`'s.

use super::write::WriteJson;
use aws_smithy_types::error::operation::BuildError;

/// An input.
pub trait Input: WriteJson {
    /// An error if a required member is missing.
    fn check(&self) -> Result<(), BuildError>;
}

/// Declares the builder and the methods of an input. The modules behind the colon write it.
macro_rules! input {
    ($Builder:ident, $(#[$attribute:meta])? $Fluent:ident => Result<$Name:ident>: $($module:ident),+; $($rows:tt)*) => {
        crate::support::shape::shape! { [input $Builder $Name] [$($module)+] $($rows)* }

        #[cfg(feature = "client")]
        crate::support::client_fluent::fluent! { $(#[$attribute])? $Fluent $Builder $Name $($rows)* }
    };
    ($Builder:ident => Result<$Name:ident>: $($module:ident),+; $($rows:tt)*) => {
        crate::support::shape::shape! { [input $Builder $Name] [$($module)+] $($rows)* }
    };
}

/// How the protocol checks an input; nothing for other structures.
macro_rules! checked {
    (input $Name:ident $($rows:tt)*) => {
        impl crate::support::input::Input for $Name {
            fn check(&self) -> ::std::result::Result<(), aws_smithy_types::error::operation::BuildError> {
                crate::support::member::member!(check self $Name $($rows)*)
            }
        }
    };
    ($how:ident $Name:ident $($rows:tt)*) => {};
}

pub(crate) use {checked, input};
