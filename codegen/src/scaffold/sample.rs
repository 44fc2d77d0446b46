//! Values with all that is required and nothing else, as Rust code and as the JSON that they become.

use crate::ir::{Crate, Field, Presence, Role, Structure, Type, Value};
use crate::model::TimestampFormat;

/// The code that builds an input, and its JSON.
pub fn input(krate: &Crate, structure: &Structure) -> Option<(String, String)> {
    build(krate, structure, structure.name.to_string())
}

fn build(krate: &Crate, structure: &Structure, path: String) -> Option<(String, String)> {
    let (mut code, mut json) = (format!("{path}::builder()"), Vec::new());
    for field in structure.fields.iter().filter(|field| is_set(field, structure.role)) {
        let (argument, text) = argument(krate, &field.value)?;
        code.push_str(&format!(".{}({argument})", field.name));
        json.push(format!("{:?}:{text}", field.wire));
    }
    code.push_str(".build()");
    if structure.is_fallible() {
        code.push_str(".expect(\"all required members are set\")");
    }
    Some((code, format!("{{{}}}", json.join(","))))
}

/// Members with a default are written even if they are not set, except in inputs.
fn is_set(field: &Field, role: Role) -> bool {
    match &field.presence {
        Presence::Optional => false,
        Presence::Required => true,
        Presence::Default(_) => role != Role::Input,
    }
}

/// What the builder's method takes; one element of a list or map.
fn argument(krate: &Crate, value: &Value) -> Option<(String, String)> {
    match value {
        Value::String => Some((r#""text""#.to_owned(), r#""text""#.to_owned())),
        Value::List { member, sparse } => {
            let (code, json) = element(krate, member, *sparse)?;
            Some((code, format!("[{json}]")))
        }
        Value::Map { key, value, sparse } => {
            let (key, _) = argument(krate, key)?;
            let (code, json) = element(krate, value, *sparse)?;
            Some((format!("{key}, {code}"), format!(r#"{{"text":{json}}}"#)))
        }
        other => owned(krate, other),
    }
}

fn element(krate: &Crate, value: &Value, sparse: bool) -> Option<(String, String)> {
    if sparse {
        let (code, json) = owned(krate, value)?;
        return Some((format!("Some({code})"), json));
    }
    match value {
        Value::String => argument(krate, value),
        other => owned(krate, other),
    }
}

/// A value of the type of the field.
fn owned(krate: &Crate, value: &Value) -> Option<(String, String)> {
    let ident = krate.ident();
    let pair = |code: String, json: &str| Some((code, json.to_owned()));
    match value {
        Value::String => pair(r#""text".to_owned()"#.to_owned(), r#""text""#),
        Value::Boolean => pair("true".to_owned(), "true"),
        Value::Integer(_) => pair("1".to_owned(), "1"),
        Value::Float | Value::Double => pair("1.5".to_owned(), "1.5"),
        Value::Blob => pair(format!("{ident}::primitives::Blob::new(*b\"hi\")"), r#""aGk=""#),
        Value::Timestamp(format) => pair(
            format!("{ident}::primitives::DateTime::from_secs(0)"),
            match format {
                TimestampFormat::EpochSeconds => "0",
                TimestampFormat::DateTime => r#""1970-01-01T00:00:00Z""#,
                TimestampFormat::HttpDate => r#""Thu, 01 Jan 1970 00:00:00 GMT""#,
            },
        ),
        Value::Enum(path) => pair(format!("{}::from(\"text\")", outside(&ident, path)), r#""text""#),
        Value::Structure(path) => {
            let structure = krate.types.iter().find_map(|shape| match shape {
                Type::Structure(structure) => path.ends_with(&format!("::{}", structure.name)).then_some(structure),
                Type::Enum(_) | Type::Union(_) => None,
            });
            build(krate, structure?, outside(&ident, path))
        }
        // The author of the test knows better what to say with these.
        Value::Document | Value::BigInteger | Value::BigDecimal | Value::Union(_) | Value::Boxed(_) => None,
        Value::List { member, sparse } => {
            let (code, json) = if *sparse { element(krate, member, true)? } else { owned(krate, member)? };
            Some((format!("vec![{code}]"), format!("[{json}]")))
        }
        Value::Map { key, value, sparse } => {
            let (key, _) = owned(krate, key)?;
            let (code, json) = if *sparse { element(krate, value, true)? } else { owned(krate, value)? };
            let code = format!("std::collections::HashMap::from([({key}, {code})])");
            Some((code, format!(r#"{{"text":{json}}}"#)))
        }
    }
}

/// A path of the crate as others write it.
fn outside(krate: &str, path: &str) -> String {
    path.replacen("crate::", &format!("{krate}::"), 1)
}
