//! Reads unions: objects of which exactly one member is there.
//! See <https://smithy.io/2.0/spec/aggregate-types.html#union>.

use super::read::{ReadError, ReadJson, Reader};
use aws_smithy_types::date_time::Format;

/// Reads a union; `read` gives the variant for a key, or `None` for `null`.
pub fn read<U>(
    union: &mut Option<U>,
    json: &mut Reader<'_>,
    read: impl Fn(&mut Reader<'_>, &str) -> Result<Option<U>, ReadError>,
) -> Result<(), ReadError> {
    let start = json.at;
    json.object(&mut |key: &str, json: &mut Reader<'_>| {
        json.peek();
        let at = json.at;
        match read(json, key)?.and_then(|variant| union.replace(variant)) {
            Some(_) => Err(json.error_at(at, "a second member of the union is set")),
            None => Ok(()),
        }
    })?;
    if union.is_some() { Ok(()) } else { Err(json.error_at(start, "no member of the union is set")) }
}

/// The value of a member that the model knows; `None` if it is `null`.
pub fn value<T: ReadJson>(json: &mut Reader<'_>, timestamps: Format) -> Result<Option<T>, ReadError> {
    let mut value = None;
    if !json.null()? {
        T::read(&mut value, json, timestamps)?;
    }
    Ok(value)
}

/// A member that the model does not know; `None` if it is `null`, or the `__type` that some services add.
pub fn unknown(json: &mut Reader<'_>, key: &str) -> Result<Option<()>, ReadError> {
    Ok(value(json, Format::EpochSeconds)?.filter(|()| key != "__type"))
}

/// Of a member without a value: the empty object that stands for it. What else may be there is ignored.
impl ReadJson for () {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, _: Format) -> Result<(), ReadError> {
        *slot = Some(());
        json.skip()
    }
}

/// Reads a union; a row is `union_enum`'s.
macro_rules! members {
    ($Name:ident [$([($wire:literal $($format:ident)?) $($row:tt)+])*]) => {
        impl crate::support::read::ReadJson for $Name {
            fn read(slot: &mut ::std::option::Option<Self>, json: &mut crate::support::read::Reader<'_>, _: aws_smithy_types::date_time::Format) -> ::std::result::Result<(), crate::support::read::ReadError> {
                crate::support::read_union::read(slot, json, |json, key| match key {
                    $($wire => ::std::result::Result::Ok(crate::support::read_union::value(json, crate::support::member::member!(format $($format)?))?.map(crate::support::read_union::members!(@variant $($row)+))),)*
                    _ => ::std::result::Result::Ok(crate::support::read_union::unknown(json, key)?.map(|()| Self::Unknown)),
                })
            }
        }
    };
    (@variant sensitive $($row:tt)+) => { crate::support::read_union::members!(@variant $($row)+) };
    (@variant $Variant:ident: $kind:ident) => { Self::$Variant };
    (@variant $Variant:ident) => { |()| Self::$Variant };
}

pub(crate) use members;
