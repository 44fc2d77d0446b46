//! Writes documents: JSON of any form. Their floats are those of `super::write_float`, their lists and maps those of
//! `super::write_list` and `super::write_map`, their integers `super::write_raw`'s.

use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Document, Number};

impl WriteJson for Document {
    fn write(&self, json: &mut Writer, timestamps: Format) {
        match self {
            Self::Object(members) => members.write(json, timestamps),
            Self::Array(elements) => elements.write(json, timestamps),
            Self::Number(Number::PosInt(value)) => json.raw(format_args!("{value}")),
            Self::Number(Number::NegInt(value)) => json.raw(format_args!("{value}")),
            Self::Number(Number::Float(value)) => value.write(json, timestamps),
            Self::String(value) => json.string(value),
            Self::Bool(value) => json.raw(format_args!("{value}")),
            Self::Null => json.raw(format_args!("null")),
        }
    }
}
