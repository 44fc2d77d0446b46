//! Enums: `enum` shapes and strings with `smithy.api#enum` alike become open enums.

use super::{Lowering, deprecated, documentation};
use crate::ir;
use crate::model::{EnumValue, Shape};
use crate::names;

impl Lowering<'_> {
    pub(super) fn enumeration(&mut self, shape: &Shape, values: &[EnumValue]) -> ir::Enum {
        let variants = values.iter().map(|value| ir::Variant {
            wire: value.value.clone(),
            name: names::variant(name(value)),
            docs: documentation(value.docs.as_deref(), || shown(&value.value)),
            deprecated: value.deprecated.as_ref().map(deprecated::attribute),
        });
        ir::Enum {
            id: shape.id.to_string(),
            name: names::type_name(&shape.name),
            module: names::file(&shape.name),
            docs: documentation(shape.docs.as_deref(), || format!("The enum `{}`.", shape.name)),
            deprecated: shape.deprecated.as_ref().map(deprecated::attribute),
            sensitive: shape.sensitive,
            variants: variants.collect(),
        }
    }
}

/// What a variant is called after.
pub fn name(value: &EnumValue) -> &str {
    value.name.as_deref().unwrap_or(&value.value)
}

/// The value in Markdown. What cannot be seen, or changes how the rest is seen, is escaped as in Rust.
fn shown(value: &str) -> String {
    if value.trim().is_empty() {
        return format!("The value {value:?}.");
    }
    let visible = |c: char| match c {
        '`' => "'".to_owned(),
        ' '..='~' => c.to_string(),
        c => c.escape_debug().to_string(),
    };
    format!("`{}`", value.chars().map(visible).collect::<String>())
}
