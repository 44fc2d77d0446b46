//! Outputs of operations: structures that know the id of their request. The rest is `shape`'s.

use super::read::Members;
use super::shape::Correct;

/// An output.
pub trait Output: Correct<Builder: Members> {
    /// Keeps the request id.
    fn set_request_id(builder: &mut Self::Builder, id: Option<String>);
}

/// Declares the builder and the methods of an output. The modules behind the colon read it.
macro_rules! output {
    ($Builder:ident => Result<$Name:ident>: $($module:ident),+; $($rows:tt)*) => {
        crate::support::output::output! { @fallible $Builder $Name [$($module)+] $($rows)* }
    };
    ($Builder:ident => $Name:ident: $($module:ident),+; $($rows:tt)*) => {
        crate::support::output::output! { @infallible $Builder $Name [$($module)+] $($rows)* }
    };
    (@$build:ident $Builder:ident $Name:ident $modules:tt $($rows:tt)*) => {
        crate::support::shape::shape! { [$build $Builder $Name _request_id: ::std::option::Option<::std::string::String>] $modules $($rows)* }

        impl crate::support::output::Output for $Name {
            fn set_request_id(builder: &mut $Builder, id: ::std::option::Option<::std::string::String>) {
                builder._request_id = id;
            }
        }

        impl crate::support::request_id::RequestId for $Name {
            fn request_id(&self) -> ::std::option::Option<&str> {
                self._request_id.as_deref()
            }
        }
    };
}

pub(crate) use output;
