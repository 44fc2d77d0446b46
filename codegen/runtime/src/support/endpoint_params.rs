//! What endpoint rules are asked with: `params!` declares `Params` and its builder, a row a parameter.
//!
//! A row is `NAME, set_NAME: [required] KIND [= DEFAULT] [, CHECK]`; a kind is `str`, `bool` or `list`. A check is a
//! function that says what is wrong with a string.

#![allow(unused_imports, unused_macros, reason = "rules may have no parameters")]

use std::fmt::{Display, Formatter, Result};

/// A parameter of the endpoint is missing, or has a value that cannot be.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InvalidParams {
    pub(crate) field: &'static str,
    pub(crate) problem: String,
}

impl Display for InvalidParams {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "invalid endpoint parameter `{}`: {}", self.field, self.problem)
    }
}

impl std::error::Error for InvalidParams {}

macro_rules! params {
    ($Builder:ident => $Params:ident; $($(#[doc = $doc:literal])* $field:ident, $set:ident:
        $($kind:ident)+ $(= $default:expr)? $(, $($check:ident)::+)?;)*) => {
        /// What decides about the endpoint of a request.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $Params {
            $($(#[doc = $doc])* pub(crate) $field: crate::support::endpoint_params::param!(field $($kind)+ $(= $default)?),)*
        }

        impl $Params {
            /// A builder of [`Params`] with nothing set.
            pub fn builder() -> $Builder {
                $Builder::default()
            }

            $(
                $(#[doc = $doc])*
                pub fn $field(&self) -> Option<crate::support::endpoint_params::param!(shown $($kind)+)> {
                    crate::support::endpoint_params::param!(view self.$field, $($kind)+ $(= $default)?)
                }
            )*
        }

        /// Builder of [`Params`].
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $Builder {
            $($field: Option<crate::support::endpoint_params::param!(owned $($kind)+)>,)*
        }

        impl $Builder {
            $(
                $(#[doc = $doc])*
                pub fn $field(mut self, value: impl Into<crate::support::endpoint_params::param!(owned $($kind)+)>) -> Self {
                    self.$field = Some(value.into());
                    self
                }

                $(#[doc = $doc])*
                pub fn $set(mut self, value: Option<crate::support::endpoint_params::param!(owned $($kind)+)>) -> Self {
                    self.$field = value;
                    self
                }
            )*

            /// The parameters as they were set, or else their defaults.
            ///
            /// # Errors
            /// If a required parameter is missing, or if a value cannot be right.
            pub fn build(self) -> Result<$Params, crate::support::endpoint_params::InvalidParams> {
                let params = $Params {
                    $($field: crate::support::endpoint_params::param!(build self.$field, $field, $($kind)+ $(= $default)?),)*
                };
                $($(
                    if let Some(problem) = params.$field().and_then($($check)::+) {
                        return Err(crate::support::endpoint_params::InvalidParams { field: stringify!($field), problem });
                    }
                )?)*
                Ok(params)
            }
        }
    };
}

/// `param!(QUESTION ROW)`, one line an answer.
#[rustfmt::skip]
macro_rules! param {
    // The type of a value.
    (owned required $kind:ident) => { crate::support::endpoint_params::param!(owned $kind) };
    (owned str) => { String };
    (owned bool) => { bool };
    (owned list) => { Vec<String> };

    // What the accessor returns, and how it gets there.
    (shown required $kind:ident) => { crate::support::endpoint_params::param!(shown $kind) };
    (shown str) => { &str };
    (shown bool) => { bool };
    (shown list) => { &[String] };
    (view $value:expr, bool) => { $value };
    (view $value:expr, $kind:ident) => { $value.as_deref() };
    (view $value:expr, required bool) => { Some($value) };
    (view $value:expr, required $kind:ident) => { Some(&$value) };
    (view $value:expr, $kind:ident = $default:expr) => { crate::support::endpoint_params::param!(view $value, required $kind) };

    // The type of the field, and its value.
    (field required $kind:ident) => { crate::support::endpoint_params::param!(owned $kind) };
    (field $kind:ident = $default:expr) => { crate::support::endpoint_params::param!(owned $kind) };
    (field $kind:ident) => { Option<crate::support::endpoint_params::param!(owned $kind)> };
    (build $value:expr, $name:ident, required $kind:ident) => {
        $value.ok_or_else(|| crate::support::endpoint_params::InvalidParams { field: stringify!($name), problem: "it is required, but not set".to_owned() })?
    };
    (build $value:expr, $name:ident, bool = $default:expr) => { $value.unwrap_or($default) };
    (build $value:expr, $name:ident, str = $default:expr) => { $value.unwrap_or_else(|| $default.to_owned()) };
    (build $value:expr, $name:ident, list = $default:expr) => { $value.unwrap_or_else(|| $default.map(str::to_owned).to_vec()) };
    (build $value:expr, $name:ident, $kind:ident) => { $value };
}

pub(crate) use {param, params};
