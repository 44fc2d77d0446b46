//! Members of structures: Rust type, what happens without a value, and whether the value may be shown.

use super::{Lowering, documentation};
use crate::ast::ShapeId;
use crate::ir::{DefaultValue, Field, Presence, Role, Value, Width};
use crate::model::{Default, Kind, Member, Shape, TimestampFormat};
use crate::names;

impl Lowering<'_> {
    pub(super) fn fields(&mut self, shape: &Shape, members: &[Member], role: Role) -> Vec<Field> {
        members.iter().filter_map(|member| self.field(shape, member, role)).collect()
    }

    /// The members of an error, which always has a message: where the model has none, the response may have one.
    pub(super) fn error_fields(&mut self, shape: &Shape, members: &[Member]) -> Vec<Field> {
        let mut fields = self.fields(shape, members, Role::Error);
        let is_message = |member: &&Member| names::field(&member.name) == MESSAGE;
        match (members.iter().find(is_message), fields.iter().find(|field| field.name == MESSAGE)) {
            (None, _) => fields.push(message()),
            (Some(member), Some(field)) if field.value != Value::String => {
                self.unsupported(member.span, shape, "messages of errors that are not strings");
            }
            (Some(_), _) => {}
        }
        fields
    }

    fn field(&mut self, shape: &Shape, member: &Member, role: Role) -> Option<Field> {
        if member.recursive {
            self.unsupported(member.span, shape, "structures that contain themselves");
            return None;
        }
        let value = self.value(&member.target, member.timestamp_format)?;
        let presence = match (&member.default, member.nullable || role == Role::Input) {
            (_, true) if role == Role::Input && member.required => Presence::Required,
            (_, true) => Presence::Optional,
            (Some(default), false) => self.default(shape, member, default, &value)?,
            (None, false) => Presence::Required,
        };
        Some(Field {
            wire: member.name.clone(),
            setter: names::setter(&member.name),
            getter: names::getter(&member.name),
            docs: documentation(member.docs.as_deref(), member.deprecated.as_ref(), || {
                format!("The member `{}`.", member.name)
            }),
            sensitive: shape.sensitive || self.is_sensitive(&member.target),
            is_token: role == Role::Input && member.idempotency_token,
            name: names::field(&member.name),
            value,
            presence,
        })
    }

    /// The Rust type of what a member targets, or nothing where the shape itself is reported as unsupported.
    fn value(&self, target: &ShapeId, format: Option<TimestampFormat>) -> Option<Value> {
        let shape = &self.model.shapes[target];
        let name = names::type_name(&shape.name);
        Some(match &shape.kind {
            Kind::String => Value::String,
            Kind::Boolean => Value::Boolean,
            Kind::Byte => Value::Integer(Width::Byte),
            Kind::Short => Value::Integer(Width::Short),
            Kind::Integer | Kind::IntEnum(_) => Value::Integer(Width::Integer),
            Kind::Long => Value::Integer(Width::Long),
            Kind::Float => Value::Float,
            Kind::Double => Value::Double,
            Kind::Blob => Value::Blob,
            Kind::Timestamp(own) => Value::Timestamp(format.or(*own).unwrap_or(self.protocol.timestamp_format())),
            Kind::Enum(_) => Value::Enum(format!("crate::types::{name}")),
            Kind::Structure(structure) if structure.error.is_some() => {
                Value::Structure(format!("crate::types::error::{name}"))
            }
            Kind::Structure(_) => Value::Structure(format!("crate::types::{name}")),
            Kind::List { member, sparse } => {
                Value::List { member: Box::new(self.value(&member.target, member.timestamp_format)?), sparse: *sparse }
            }
            Kind::Map { key, value, sparse } => Value::Map {
                key: Box::new(self.value(key, None)?),
                value: Box::new(self.value(&value.target, value.timestamp_format)?),
                sparse: *sparse,
            },
            Kind::Union(_) | Kind::Document | Kind::BigInteger | Kind::BigDecimal => return None,
        })
    }

    fn default(&mut self, shape: &Shape, member: &Member, default: &Default, value: &Value) -> Option<Presence> {
        let default = default_value(default, value);
        if default.is_none() {
            self.unsupported(member.span, shape, "defaults of this kind");
        }
        default.map(Presence::Default)
    }

    /// Whether a value of the shape must not be shown: by `smithy.api#sensitive` on it or on what it collects.
    fn is_sensitive(&self, target: &ShapeId) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        let mut todo = vec![target];
        while let Some(id) = todo.pop() {
            let shape = &self.model.shapes[id];
            if shape.sensitive {
                return true;
            }
            if seen.insert(id) && matches!(shape.kind, Kind::List { .. } | Kind::Map { .. }) {
                todo.extend(super::usage::targets(&shape.kind));
            }
        }
        false
    }
}

/// The member that every error has.
const MESSAGE: &str = "message";

fn message() -> Field {
    Field {
        wire: MESSAGE.to_owned(),
        setter: names::setter(MESSAGE),
        getter: names::getter(MESSAGE),
        docs: vec!["What the service says about the error, if anything.".to_owned()],
        sensitive: false,
        is_token: false,
        name: names::field(MESSAGE),
        value: Value::String,
        presence: Presence::Optional,
    }
}

fn default_value(default: &Default, value: &Value) -> Option<DefaultValue> {
    Some(match (default, value) {
        (Default::Boolean(value), Value::Boolean) => DefaultValue::Boolean(*value),
        (Default::Number(digits), Value::Integer(_)) => DefaultValue::Integer(digits.parse().ok()?),
        (Default::Number(digits), Value::Float | Value::Double) => DefaultValue::Float(digits.parse().ok()?),
        (Default::Number(digits), Value::Timestamp(_)) if digits == "0" => DefaultValue::Empty,
        (Default::String(text), Value::String | Value::Enum(_)) => DefaultValue::String(text.clone()),
        (Default::String(text), Value::Blob) if text.is_empty() => DefaultValue::Empty,
        (Default::EmptyList, Value::List { .. }) => DefaultValue::Empty,
        (Default::EmptyMap, Value::Map { .. }) => DefaultValue::Empty,
        _ => return None,
    })
}
