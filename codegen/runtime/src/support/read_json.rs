//! Reads structures from JSON: objects of their members. `null` is a member that is not set, unknown members are passed
//! over, and of a member that comes twice the last value is kept.

use super::read::{Members, ReadError, ReadJson, Reader};
use super::shape::Correct;
use aws_smithy_types::date_time::Format;

/// Reads a structure. It is made where it belongs, for moving a large one costs as much as reading a short string.
#[allow(dead_code, reason = "outputs may have no structures in them")]
pub fn read<T: Correct<Builder: Members>>(slot: &mut Option<T>, json: &mut Reader<'_>) -> Result<(), ReadError> {
    let mut builder = T::Builder::default();
    json.object(&mut builder)?;
    *slot = Some(T::correct(builder));
    Ok(())
}

/// Reads the value of a member.
#[allow(dead_code, reason = "structures may have no members")]
#[inline(never)]
pub fn member<T: ReadJson>(json: &mut Reader<'_>, slot: &mut Option<T>, timestamps: Format) -> Result<(), ReadError> {
    *slot = None;
    if json.null()? { Ok(()) } else { T::read(slot, json, timestamps) }
}

/// Reads a structure, or only its builder where it is no value of its own; a row is `shape`'s, of which the names count, and
/// the format of timestamps.
macro_rules! members {
    ($Builder:ident $Name:ident $rows:tt) => {
        crate::support::read_json::members! { $Builder $rows }

        impl crate::support::read::ReadJson for $Name {
            fn read(slot: &mut ::std::option::Option<Self>, json: &mut crate::support::read::Reader<'_>, _: aws_smithy_types::date_time::Format) -> ::std::result::Result<(), crate::support::read::ReadError> {
                crate::support::read_json::read(slot, json)
            }
        }
    };
    ($Builder:ident [$([$field:ident ($wire:literal $($format:ident)?) $($kind:tt)+])*]) => {
        impl crate::support::read::Members for $Builder {
            fn member(&mut self, key: &str, json: &mut crate::support::read::Reader<'_>) -> ::std::result::Result<(), crate::support::read::ReadError> {
                match key {
                    $($wire => crate::support::read_json::member(json, &mut self.$field, crate::support::member::member!(format $($format)?)),)*
                    _ => json.skip(),
                }
            }
        }
    };
}

pub(crate) use members;
