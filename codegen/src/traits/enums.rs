//! Reads the values of enums: `smithy.api#enum` of strings, `smithy.api#enumValue` of members.

use super::facts::{Facts, bad_value, field, quoted, string};
use super::tables;
use crate::ast::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Deprecated, EnumValue};

impl Facts<'_, '_> {
    /// The values of a string with `smithy.api#enum`.
    pub fn string_enum(&self, log: &mut Diagnostics) -> Option<Vec<EnumValue>> {
        let own = self.find(tables::ENUM)?;
        let values = own.value.array(&quoted(own), log)?;
        Some(values.iter().filter_map(|node| value(node, log)).collect())
    }

    /// `smithy.api#enumValue` of a member of an `enum`.
    pub fn enum_value(&self, log: &mut Diagnostics) -> Option<String> {
        let own = self.find(tables::ENUM_VALUE)?;
        own.value.string(&quoted(own), log).map(Into::into)
    }

    /// `smithy.api#enumValue` of a member of an `intEnum`.
    pub fn int_enum_value(&self, log: &mut Diagnostics) -> Option<i32> {
        let own = self.find(tables::ENUM_VALUE)?;
        let number = own.value.number(&quoted(own), log)?;
        number.parse().ok().or_else(|| bad_value(own, "an integer of 32 bits", log))
    }

    /// Whether `smithy.api#enumValue` is there.
    pub fn has_enum_value(&self) -> bool {
        self.find(tables::ENUM_VALUE).is_some()
    }
}

/// An entry of `smithy.api#enum`.
fn value(node: &Node<'_>, log: &mut Diagnostics) -> Option<EnumValue> {
    let entries = node.object("a value of an enum", log)?;
    let Some(value) = field(&entries, "value") else {
        log.push(
            Diagnostic::new(Code::EnumValue, node.span(), "this entry has no `value`").label("`value` is missing"),
        );
        return None;
    };
    let value_text = string(value, log)?;
    let deprecated = field(&entries, "deprecated").filter(|entry| entry.value.kind() != NodeKind::Null);
    let deprecated = deprecated.and_then(|entry| entry.value.boolean("`deprecated`", log)) == Some(true);
    let mut text = |key| field(&entries, key).and_then(|entry| string(entry, log));
    Some(EnumValue {
        name: text("name"),
        value: value_text,
        span: value.value.span(),
        docs: text("documentation"),
        deprecated: deprecated.then_some(Deprecated { message: None, since: None }),
    })
}
