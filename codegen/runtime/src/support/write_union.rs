//! Writes unions as JSON: objects of the one member that is set. Members newer than the crate cannot be sent.

use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::SerializationError;

/// The variant `Unknown` of this union, of which nothing is left to be sent; `super::write_refuse` says so.
pub fn unknown(json: &mut Writer, union: &'static str) {
    json.refuse(SerializationError::unknown_variant(union));
}

/// Of a member without a value: the empty object that stands for it.
impl WriteJson for () {
    fn write(&self, json: &mut Writer, _: Format) {
        json.begin_object();
        json.end_object();
    }
}

/// Writes a union; a row is `union_enum`'s.
macro_rules! members {
    ($Name:ident [$([($($key:tt)+) $($row:tt)+])*]) => {
        impl crate::support::write::WriteJson for $Name {
            fn write(&self, json: &mut crate::support::write::Writer, _: aws_smithy_types::date_time::Format) {
                json.begin_object();
                $(crate::support::write_union::members! { @write self json $($key)+; $($row)+ })*
                if let Self::Unknown = self {
                    crate::support::write_union::unknown(json, stringify!($Name));
                }
                json.end_object();
            }
        }
    };
    (@write $self:ident $json:ident $wire:literal $($format:ident)?; $Variant:ident: $kind:ident) => {
        if let Self::$Variant(value) = $self {
            crate::support::write_json::member($json, concat!("\"", $wire, "\":"), value, crate::support::member::member!(format $($format)?));
        }
    };
    (@write $self:ident $json:ident $wire:literal; $Variant:ident) => {
        if let Self::$Variant = $self {
            crate::support::write_json::member($json, concat!("\"", $wire, "\":"), &(), crate::support::member::member!(format));
        }
    };
    // `Debug` alone cares about what is sensitive.
    (@write $self:ident $json:ident $wire:literal $($format:ident)?; sensitive $($row:tt)+) => {
        crate::support::write_union::members! { @write $self $json $wire $($format)?; $($row)+ }
    };
}

pub(crate) use members;
