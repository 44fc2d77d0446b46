//! Writes structures as JSON: objects of their members in the order of the model, without those that are not set.

use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;

/// Writes a member if it is set; `name` is the name in quotes with a colon, and needs no escapes.
#[allow(dead_code, reason = "structures may have no members")]
pub fn member(json: &mut Writer, name: &'static str, value: &impl WriteJson, timestamps: Format) {
    if value.is_set() {
        json.add(name.as_bytes());
        value.write(json, timestamps);
    }
}

impl<T: WriteJson> WriteJson for Option<T> {
    fn write(&self, json: &mut Writer, timestamps: Format) {
        match self {
            Some(value) => value.write(json, timestamps),
            None => json.add(b"null,"),
        }
    }

    fn is_set(&self) -> bool {
        self.is_some()
    }
}

/// Writes a structure; a row is `shape`'s, of which the names count, and the format of timestamps.
macro_rules! members {
    ($Builder:ident $Name:ident [$([$field:ident ($wire:literal $($format:ident)?) $($kind:tt)+])*]) => {
        impl crate::support::write::WriteJson for $Name {
            fn write(&self, json: &mut crate::support::write::Writer, _: aws_smithy_types::date_time::Format) {
                json.begin_object();
                $(crate::support::write_json::member(json, concat!("\"", $wire, "\":"), &self.$field, crate::support::member::member!(format $($format)?));)*
                json.end_object();
            }
        }
    };
}

pub(crate) use members;
