//! JSON on the wire: which files of the runtime read and write what.

use super::Modules;
use crate::ir::Value;
use std::collections::BTreeSet;

/// Those that read and write structures.
pub const STRUCTURE: Modules = Modules { read: "read_json", write: "write_json" };

/// Those that read and write unions.
pub const UNION: Modules = Modules { read: "read_union", write: "write_union" };

/// Adds those for the value of a member.
pub fn support(value: &Value, is_read: bool, is_written: bool, modules: &mut BTreeSet<&'static str>) {
    let own = match value {
        Value::String | Value::Enum(_) | Value::Structure(_) | Value::Union(_) => return,
        Value::Boolean => Modules { read: "read_boolean", write: "write_boolean" },
        Value::Integer(_) => Modules { read: "read_integer", write: "write_integer" },
        Value::Float | Value::Double => Modules { read: "read_float", write: "write_float" },
        Value::Blob => Modules { read: "read_blob", write: "write_blob" },
        Value::Timestamp(_) => Modules { read: "read_timestamp", write: "write_timestamp" },
        Value::Document => Modules { read: "read_document", write: "write_document" },
        Value::BigInteger | Value::BigDecimal => Modules { read: "read_big_number", write: "write_big_number" },
        Value::Boxed(value) => {
            support(value, is_read, is_written, modules);
            Modules { read: "read_boxed", write: "write_boxed" }
        }
        Value::List { member, .. } => {
            support(member, is_read, is_written, modules);
            Modules { read: "read_list", write: "write_list" }
        }
        Value::Map { value, .. } => {
            support(value, is_read, is_written, modules);
            Modules { read: "read_map", write: "write_map" }
        }
    };
    modules.extend(own.those(is_read, is_written));
}
