//! Enumerations of strings, which keep values that are newer than the crate. Integer enumerations are plain integers.

use std::fmt::{Display, Formatter, Result};

/// A value that an enumeration has no name for; the enumeration's `as_str` gives it.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct UnknownVariantValue(pub(crate) String);

impl Display for UnknownVariantValue {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&self.0)
    }
}

/// A string is not among the values of an enumeration.
#[derive(Debug)]
pub struct UnknownVariantError(pub(crate) String);

impl Display for UnknownVariantError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "unknown enum variant: '{}'", self.0)
    }
}

impl std::error::Error for UnknownVariantError {}

/// Declares what an enumeration can do; a row is `Variant = "value"`. With `sensitive` in front of the name, `Debug`
/// does not show the value.
macro_rules! string_enum {
    (sensitive $Name:ident; $($rows:tt)*) => {
        crate::support::string_enum::string_enum! { @items $Name; $($rows)* }

        impl std::fmt::Debug for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("*** Sensitive Data Redacted ***")
            }
        }
    };
    ($Name:ident; $($Variant:ident = $value:literal;)*) => {
        crate::support::string_enum::string_enum! { @items $Name; $($Variant = $value;)* }

        #[allow(deprecated, reason = "only programs should not name the variant `Unknown`")]
        impl std::fmt::Debug for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $(Self::$Variant => f.write_str(stringify!($Variant)),)*
                    Self::Unknown(value) => f.debug_tuple("Unknown").field(value).finish(),
                }
            }
        }
    };
    (@items $Name:ident; $($Variant:ident = $value:literal;)*) => {
        #[allow(deprecated, reason = "only programs should not name the variant `Unknown`")]
        impl $Name {
            /// The value as the service spells it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$Variant => $value,)*
                    Self::Unknown(value) => &value.0,
                }
            }

            /// All values that have a name.
            pub const fn values() -> &'static [&'static str] {
                &[$($value),*]
            }

            /// Takes only values that have a name.
            ///
            /// # Errors
            /// If the value has none.
            pub fn try_parse(value: &str) -> ::std::result::Result<Self, crate::support::string_enum::UnknownVariantError> {
                match Self::from(value) {
                    Self::Unknown(_) => ::std::result::Result::Err(crate::support::string_enum::UnknownVariantError(value.to_owned())),
                    known => ::std::result::Result::Ok(known),
                }
            }
        }

        #[allow(deprecated, reason = "only programs should not name the variant `Unknown`")]
        impl ::std::convert::From<&str> for $Name {
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$Variant,)*
                    _ => Self::Unknown(crate::support::string_enum::UnknownVariantValue(value.to_owned())),
                }
            }
        }

        impl std::str::FromStr for $Name {
            type Err = std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                ::std::result::Result::Ok(Self::from(value))
            }
        }

        impl ::std::convert::AsRef<str> for $Name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl crate::support::shape::Correct for $Name {
            type Builder = &'static str;

            fn correct(value: &'static str) -> Self {
                Self::from(value)
            }
        }

        #[cfg(feature = "serde")]
        crate::support::serde_enum::string! { $Name }

        impl crate::support::read::ReadJson for $Name {
            fn read(slot: &mut ::std::option::Option<Self>, json: &mut crate::support::read::Reader<'_>, _: aws_smithy_types::date_time::Format) -> ::std::result::Result<(), crate::support::read::ReadError> {
                *slot = ::std::option::Option::Some(Self::from(&*json.string()?));
                ::std::result::Result::Ok(())
            }
        }

        impl crate::support::write::WriteJson for $Name {
            fn write(&self, json: &mut crate::support::write::Writer, _: aws_smithy_types::date_time::Format) {
                json.string(self.as_str());
            }
        }
    };
}

pub(crate) use string_enum;
