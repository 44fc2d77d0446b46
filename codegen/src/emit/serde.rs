//! What `serde` needs to know of a member: its name on the wire, how its timestamps are spelled, which support modules.
//!
//! All of `serde` is independent of the protocol, and of what is read or written: it goes both ways.

use crate::ir::Value;
use crate::model::TimestampFormat;
use std::collections::BTreeSet;

/// The part of a row that says how the member is called, and how its timestamps are spelled if not as numbers.
pub fn name(wire: &str, value: Option<&Value>) -> String {
    match value.and_then(timestamps) {
        None | Some(TimestampFormat::EpochSeconds) => format!("{wire:?}"),
        Some(TimestampFormat::DateTime) => format!("{wire:?} as DateTime"),
        Some(TimestampFormat::HttpDate) => format!("{wire:?} as HttpDate"),
    }
}

/// The format of the timestamps in a value. There is one at most: only the values of maps can hold any.
fn timestamps(value: &Value) -> Option<TimestampFormat> {
    match value {
        Value::Timestamp(format) => Some(*format),
        Value::Boxed(value) | Value::List { member: value, .. } | Value::Map { value, .. } => timestamps(value),
        Value::String
        | Value::Boolean
        | Value::Integer(_)
        | Value::Float
        | Value::Double
        | Value::Blob
        | Value::Document
        | Value::BigInteger
        | Value::BigDecimal
        | Value::Enum(_)
        | Value::Structure(_)
        | Value::Union(_) => None,
    }
}

/// Adds the support modules for a member, beside those that the macros name.
pub fn support(value: &Value, modules: &mut BTreeSet<&'static str>) {
    match value {
        Value::String | Value::Boolean | Value::Integer(_) | Value::Enum(_) | Value::Structure(_) | Value::Union(_) => {
        }
        Value::Float | Value::Double => modules.extend(["serde_float"]),
        Value::Blob => modules.extend(["serde_blob"]),
        Value::Timestamp(_) => modules.extend(["serde_timestamp"]),
        Value::Document => modules.extend(["serde_document"]),
        Value::BigInteger | Value::BigDecimal => modules.extend(["serde_big_number"]),
        Value::Boxed(value) => {
            modules.insert("serde_boxed");
            support(value, modules);
        }
        Value::List { member, .. } => {
            modules.insert("serde_list");
            support(member, modules);
        }
        Value::Map { value, .. } => {
            modules.insert("serde_map");
            support(value, modules);
        }
    }
}
