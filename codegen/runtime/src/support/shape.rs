//! What inputs, outputs, errors and other structures share: builder, accessors, `Debug`. A row is `member`'s.

use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

/// A type that stands in for a missing required member, as Smithy defines it: `""` for an enumeration, the epoch for a
/// timestamp, a structure of such values.
/// See <https://smithy.io/2.0/spec/aggregate-types.html#client-error-correction>.
pub trait Correct: Sized {
    /// What a value is made of; its default is a builder with nothing set.
    type Builder: Default;

    /// Makes the value, filling required members that are missing.
    fn correct(builder: Self::Builder) -> Self;
}

macro_rules! stand_in {
    ($($Type:ty = $value:expr;)*) => {$(
        impl Correct for $Type {
            type Builder = ();

            fn correct(_: ()) -> Self {
                $value
            }
        }
    )*};
}

stand_in! {
    DateTime = Self::from_secs(0);
    Blob = Self::new([]);
    Document = Self::Null;
    BigInteger = Self::default();
    BigDecimal = Self::default();
}

/// The name of a field that may be spelled `r#name`.
#[allow(dead_code, reason = "structures may have no members")]
pub fn plain(name: &'static str) -> &'static str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// An error that names all required members that are missing (`true`), if any are.
pub fn check(required_by: &'static str, members: &[(&'static str, bool)]) -> Result<(), BuildError> {
    if members.iter().any(|(_, missing)| *missing) { Err(missing(required_by, members)) } else { Ok(()) }
}

#[cold]
fn missing(required_by: &'static str, members: &[(&'static str, bool)]) -> BuildError {
    let missing: Vec<_> = members.iter().filter(|(_, missing)| *missing).map(|(name, _)| *name).collect();
    match missing[..] {
        [name] => BuildError::missing_field(name, required_by),
        _ => {
            let names = missing.iter().fold(String::new(), |names, name| match &*names {
                "" => (*name).to_owned(),
                names => format!("{names}, {name}"),
            });
            BuildError::invalid_field(
                missing.first().copied().unwrap_or_default(),
                format!("{names} are missing, {required_by}"),
            )
        }
    }
}

/// `[how to build, builder, structure, further field] [modules] rows`; fields of an `input` are all `Option`s, and the
/// modules have macros that read or write the structure. An attribute in front of a row is that of its methods. The rows get
/// brackets first: what ends a row is hard to see in front of it.
macro_rules! shape {
    ($head:tt $modules:tt $(
        $(#[$attribute:meta])? $field:ident, $set:ident, $get:ident = $wire:literal $(as $format:ident)?:
        $($word:ident)+ $(($default:expr) $($kind:ident)+)? $(::$path:ident)* $(<$($arg:ty),+>)?
        $(=> $($value:ident)+ $(::$value_path:ident)* $(<$($value_arg:ty),+>)?)?;
    )*) => {
        crate::support::shape::shape! { @items $head $(
            [($(#[$attribute])?) $field $set $get ($wire $($format)?) $($word)+ $(($default) $($kind)+)? $(::$path)* $(<$($arg),+>)?
            $(=> $($value)+ $(::$value_path)* $(<$($value_arg),+>)?)?]
        )* }
        crate::support::shape::shape! { @wire $head $modules [$(
            [$field ($wire $($format)?) $($word)+]
        )*] }
    };
    (@wire [$how:ident $Builder:ident $Name:ident _request_id: $Id:ty] [$($module:ident)*] $rows:tt) => {
        $(crate::support::$module::members! { $Builder $rows })*
    };
    (@wire [$how:ident $Builder:ident $Name:ident $($extra:tt)*] [$($module:ident)*] $rows:tt) => {
        $(crate::support::$module::members! { $Builder $Name $rows })*
    };
    (@items [$how:ident $Builder:ident $Name:ident $($extra:ident: $Extra:ty)?]
        $([$attributes:tt $field:ident $set:ident $get:ident $wire:tt $($kind:tt)+])*) => {
        #[allow(clippy::new_ret_no_self, reason = "members are called what the model calls them")]
        #[allow(clippy::should_implement_trait, reason = "members are called what the model calls them")]
        impl $Name {
            $(crate::support::member::member! { accessor [$how ($Name $attributes) $field] $($kind)+ })*

            #[doc = concat!("A builder of [`", stringify!($Name), "`](type@", stringify!($Name), ") with nothing set.")]
            pub fn builder() -> $Builder {
                $Builder::default()
            }
        }

        #[doc = concat!("Builder of [`", stringify!($Name), "`](type@", stringify!($Name), ").")]
        #[derive(Clone, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $Builder {
            $(pub(crate) $field: ::std::option::Option<crate::support::member::member!(type $($kind)+)>,)*
            $($extra: $Extra,)?
        }

        crate::support::shape::setters! { $Builder $Name [] $([$attributes $field $set $get $($kind)+])* }

        impl $Builder {
            crate::support::shape::build! { $how $Name $([$field $($kind)+])* }
        }

        impl crate::support::shape::Correct for $Name {
            type Builder = $Builder;

            fn correct(builder: $Builder) -> Self {
                let $Builder { $($field,)* $($extra)? } = builder;
                Self { $($field: crate::support::member::member!(field $how $field, $($kind)+),)* $($extra)? }
            }
        }

        #[cfg(feature = "serde")]
        crate::support::serde_shape::members! { $how $Name $([$field $wire $($kind)+])* }
        crate::support::input::checked! { $how $Name $([$field $($kind)+])* }
        crate::support::shape::debug! { $how $Name [$($extra)?] $([$field $($kind)+])* }
        crate::support::shape::debug! { input $Builder [$($extra)?] $([$field $($kind)+])* }
    };
}

/// The methods that set members and tell what they are set to, in a builder or in the builder `inner` that it has.
macro_rules! setters {
    ($Builder:ident $Name:ident $inner:tt $([$attributes:tt $field:ident $set:ident $get:ident $($kind:tt)+])*) => {
        #[allow(clippy::should_implement_trait, reason = "members are called what the model calls them")]
        impl $Builder {
            $(
                crate::support::member::member! { setter [($Name $attributes) $field $inner] $($kind)+ }
                crate::support::member::member! { option [($Name $attributes) $field $set $get $inner] $($kind)+ }
            )*
        }
    };
}

/// The method `build`.
macro_rules! build {
    (infallible $Name:ident $($rows:tt)*) => {
        #[doc = concat!("The [`", stringify!($Name), "`](type@", stringify!($Name), ") as it was set.")]
        pub fn build(self) -> $Name {
            crate::support::shape::Correct::correct(self)
        }
    };
    ($how:ident $Name:ident $([$field:ident $($kind:tt)+])*) => {
        #[doc = concat!("The [`", stringify!($Name), "`](type@", stringify!($Name), ") as it was set.")]
        ///
        /// # Errors
        /// If required members are not set; the error names all of them.
        pub fn build(self) -> ::std::result::Result<$Name, aws_smithy_types::error::operation::BuildError> {
            crate::support::member::member!(check self $Name $([$field $($kind)+])*)?;
            ::std::result::Result::Ok(crate::support::shape::Correct::correct(self))
        }
    };
}

/// `Debug`, which shows of sensitive members only whether they are set.
macro_rules! debug {
    ($how:ident $Name:ident [$($extra:ident)?] $([$field:ident $($kind:tt)+])*) => {
        impl std::fmt::Debug for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($Name))
                    $(.field(crate::support::shape::plain(stringify!($field)), crate::support::member::member!(shown $how self.$field, $($kind)+)))*
                    $(.field(stringify!($extra), &self.$extra))?
                    .finish()
            }
        }
    };
}

pub(crate) use {build, debug, setters, shape};
