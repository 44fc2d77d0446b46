//! Writes documents, with `super::write_list`, `super::write_map` and what their values need:
//! `super::write_string`, `super::write_boolean`, `super::write_null`, `super::write_raw`, `super::write_float`.

use super::write::Writer;
use aws_smithy_types::{Document, Number};

impl Writer {
    /// A value of any kind.
    pub fn document(&mut self, value: &Document) {
        match value {
            Document::Object(members) => self.map(members, Self::document),
            Document::Array(elements) => self.list(elements, Self::document),
            Document::Number(Number::PosInt(value)) => self.raw(format_args!("{value}")),
            Document::Number(Number::NegInt(value)) => self.raw(format_args!("{value}")),
            Document::Number(Number::Float(value)) => self.float(*value),
            Document::String(value) => self.string(value),
            Document::Bool(value) => self.boolean(*value),
            Document::Null => self.null(),
        }
    }
}
