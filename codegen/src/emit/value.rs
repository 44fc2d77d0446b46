//! The Rust type of a member, and the row of the support macros that describes it.

use super::deprecated;
use super::document;
use super::prelude::Prelude;
use crate::ir::{DefaultValue, Field, Presence, Role, Value, Width};
use proc_macro2::Literal;

/// The type of the field in a structure of this role.
pub fn field_type(field: &Field, role: Role, prelude: &Prelude) -> String {
    let value = value_type(&field.value, prelude);
    if role == Role::Input || field.presence == Presence::Optional {
        format!("{}<{value}>", prelude.path("option", "Option"))
    } else {
        value
    }
}

/// The type of a value that is there.
pub fn value_type(value: &Value, prelude: &Prelude) -> String {
    let optional = |value: String, sparse: bool| match sparse {
        true => format!("{}<{value}>", prelude.path("option", "Option")),
        false => value,
    };
    match value {
        Value::String => prelude.path("string", "String"),
        Value::Boolean => "bool".to_owned(),
        Value::Integer(width) => integer(*width).to_owned(),
        Value::Float => "f32".to_owned(),
        Value::Double => "f64".to_owned(),
        Value::Blob => "aws_smithy_types::Blob".to_owned(),
        Value::Timestamp(_) => "aws_smithy_types::DateTime".to_owned(),
        Value::Document => "aws_smithy_types::Document".to_owned(),
        Value::BigInteger => "aws_smithy_types::BigInteger".to_owned(),
        Value::BigDecimal => "aws_smithy_types::BigDecimal".to_owned(),
        Value::Enum(path) | Value::Structure(path) | Value::Union(path) => path.clone(),
        Value::Boxed(value) => format!("{}<{}>", prelude.path("boxed", "Box"), value_type(value, prelude)),
        Value::List { member, sparse } => {
            format!("{}<{}>", prelude.path("vec", "Vec"), optional(value_type(member, prelude), *sparse))
        }
        Value::Map { key, value, sparse } => format!(
            "std::collections::HashMap<{}, {}>",
            value_type(key, prelude),
            optional(value_type(value, prelude), *sparse)
        ),
    }
}

/// What clippy's `type_complexity` counts for an optional value, where more than 250 is too much.
pub fn complexity(value: &Value) -> u32 {
    fn at(value: &Value, depth: u32) -> u32 {
        let below = match value {
            Value::List { member, sparse } => at(member, depth + 1 + u32::from(*sparse)),
            Value::Map { key, value, sparse } => at(key, depth + 1) + at(value, depth + 1 + u32::from(*sparse)),
            Value::String
            | Value::Boolean
            | Value::Integer(_)
            | Value::Float
            | Value::Double
            | Value::Blob
            | Value::Timestamp(_)
            | Value::Document
            | Value::BigInteger
            | Value::BigDecimal
            | Value::Enum(_)
            | Value::Structure(_)
            | Value::Union(_) => 0,
            Value::Boxed(value) => at(value, depth + 1),
        };
        10 * depth + below
    }
    10 + at(value, 2)
}

fn integer(width: Width) -> &'static str {
    match width {
        Width::Byte => "i8",
        Width::Short => "i16",
        Width::Integer => "i32",
        Width::Long => "i64",
    }
}

/// The row of a member in `structure!` and its kin: names, the one on the wire, then how the value is set and got.
pub fn row(field: &Field, prelude: &Prelude) -> String {
    let Field { name, setter, getter, .. } = field;
    let deprecated = deprecated::text(field.deprecated.as_ref());
    let sensitive = if field.sensitive { "sensitive " } else { "" };
    let presence = match &field.presence {
        Presence::Optional => String::new(),
        Presence::Required => "required ".to_owned(),
        Presence::Default(value) => format!("default({}) ", default(value, &field.value, prelude)),
    };
    let wire = super::serde::name(&field.wire, Some(&field.value));
    format!("{deprecated}{name}, {setter}, {getter} = {wire}: {sensitive}{presence}{}", kind(&field.value, prelude))
}

fn kind(value: &Value, prelude: &Prelude) -> String {
    match value {
        Value::List { member, sparse: false } => format!("list {}", scalar(member, prelude)),
        Value::List { member, sparse: true } => format!("list ref {}", optional_type(member, prelude)),
        Value::Map { key, value, sparse: false } => {
            format!("map {} => {}", scalar(key, prelude), scalar(value, prelude))
        }
        Value::Map { key, value, sparse: true } => {
            format!("map {} => ref {}", scalar(key, prelude), optional_type(value, prelude))
        }
        value => scalar(value, prelude),
    }
}

fn optional_type(value: &Value, prelude: &Prelude) -> String {
    format!("{}<{}>", prelude.path("option", "Option"), value_type(value, prelude))
}

/// The kind of a value that is neither a list nor a map, or is a part of one.
pub fn scalar(value: &Value, prelude: &Prelude) -> String {
    match value {
        Value::String => "str".to_owned(),
        Value::Boolean | Value::Integer(_) | Value::Float | Value::Double => {
            format!("copy {}", value_type(value, prelude))
        }
        Value::Boxed(value) => format!("boxed {}", value_type(value, prelude)),
        Value::Blob
        | Value::Timestamp(_)
        | Value::Document
        | Value::BigInteger
        | Value::BigDecimal
        | Value::Enum(_)
        | Value::Structure(_)
        | Value::Union(_)
        | Value::List { .. }
        | Value::Map { .. } => format!("ref {}", value_type(value, prelude)),
    }
}

/// The expression of a constant.
pub fn default(default: &DefaultValue, value: &Value, prelude: &Prelude) -> String {
    match (default, value) {
        (DefaultValue::Boolean(value), _) => value.to_string(),
        (DefaultValue::Integer(value), _) => value.to_string(),
        (DefaultValue::Float(number), _) => float(*number, value, prelude),
        (DefaultValue::String(text), Value::Enum(path)) => format!("{path}::from({text:?})"),
        (DefaultValue::String(text), _) => format!("{}::from({text:?})", prelude.path("string", "String")),
        (DefaultValue::Blob(bytes), _) if bytes.is_empty() => "aws_smithy_types::Blob::new([])".to_owned(),
        (DefaultValue::Blob(bytes), _) => format!("aws_smithy_types::Blob::new({})", Literal::byte_string(bytes)),
        (DefaultValue::Timestamp(secs, 0), _) => format!("aws_smithy_types::DateTime::from_secs({secs})"),
        (DefaultValue::Timestamp(secs, nanos), _) => {
            format!("aws_smithy_types::DateTime::from_secs_and_nanos({secs}, {nanos})")
        }
        (DefaultValue::BigNumber(digits), _) => {
            format!("{digits:?}.parse::<{}>().unwrap_or_default()", value_type(value, prelude))
        }
        (DefaultValue::Document(document), _) => document::expression(document, prelude),
        (DefaultValue::Empty, _) => "std::default::Default::default()".to_owned(),
    }
}

fn float(number: f64, value: &Value, prelude: &Prelude) -> String {
    let name = match number {
        _ if number.is_nan() => "NAN",
        f64::INFINITY => "INFINITY",
        f64::NEG_INFINITY => "NEG_INFINITY",
        _ => return format!("{number:?}"),
    };
    format!("{}::{name}", value_type(value, prelude))
}
