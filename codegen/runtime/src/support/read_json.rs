//! Reads structures from JSON: objects of their members. `null` is a member that is not set, unknown members are passed
//! over, and of a member that comes twice the last value is kept.

use super::read::{ReadError, ReadJson, Reader};
use super::shape::Correct;
use aws_smithy_types::date_time::Format;

/// A structure, whose members are read into its builder.
pub trait Members: Correct {
    /// Reads the value of a member.
    fn member(builder: &mut Self::Builder, key: &str, json: &mut Reader<'_>) -> Result<(), ReadError>;
}

/// Reads a structure. It is made where it belongs, for moving a large one costs as much as reading a short string.
pub fn read<T: Members>(slot: &mut Option<T>, json: &mut Reader<'_>) -> Result<(), ReadError> {
    let mut builder = T::Builder::default();
    self::builder::<T>(&mut builder, json)?;
    *slot = Some(T::correct(builder));
    Ok(())
}

/// Reads the members of a structure into its builder.
pub fn builder<T: Members>(builder: &mut T::Builder, json: &mut Reader<'_>) -> Result<(), ReadError> {
    json.object(&mut |json, key| T::member(builder, key, json))
}

/// Reads the value of a member.
#[allow(dead_code, reason = "structures may have no members")]
#[inline(never)]
pub fn member<T: ReadJson>(json: &mut Reader<'_>, slot: &mut Option<T>, timestamps: Format) -> Result<(), ReadError> {
    *slot = None;
    if json.null()? { Ok(()) } else { T::read(slot, json, timestamps) }
}

/// Reads a structure; a row is `shape`'s, of which the names count, and the format of timestamps.
macro_rules! members {
    ($Name:ident [$([$field:ident ($wire:literal $($format:ident)?) $($kind:tt)+])*]) => {
        impl crate::support::read_json::Members for $Name {
            #[inline(always)]
            fn member(_builder: &mut Self::Builder, key: &str, json: &mut crate::support::read::Reader<'_>) -> ::std::result::Result<(), crate::support::read::ReadError> {
                match key {
                    $($wire => crate::support::read_json::member(json, &mut _builder.$field, crate::support::member::member!(format $($format)?)),)*
                    _ => json.skip(),
                }
            }
        }

        impl crate::support::read::ReadJson for $Name {
            fn read(slot: &mut ::std::option::Option<Self>, json: &mut crate::support::read::Reader<'_>, _: aws_smithy_types::date_time::Format) -> ::std::result::Result<(), crate::support::read::ReadError> {
                crate::support::read_json::read(slot, json)
            }
        }
    };
}

pub(crate) use members;
