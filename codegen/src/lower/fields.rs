//! Members of structures: Rust type, what happens without a value, and whether the value may be shown.

use super::usage::{holds, is_collection};
use super::{Lowering, deprecated, documentation};
use crate::ast::ShapeId;
use crate::ir::{Field, Presence, Role, Value, Width};
use crate::model::{Default, Element, Kind, Member, Shape, TimestampFormat};
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
        let value = self.member_value(shape, member);
        let presence = match (&member.default, member.nullable || role == Role::Input) {
            // A token is filled in on the way.
            (_, true) if role == Role::Input && member.required && !member.idempotency_token => Presence::Required,
            (_, true) => Presence::Optional,
            (Some(default), false) => self.default(shape, member, default, &value)?,
            (None, false) => Presence::Required,
        };
        Some(Field {
            wire: member.name.clone(),
            setter: names::setter(&member.name),
            getter: names::getter(&member.name),
            docs: documentation(member.docs.as_deref(), || format!("The member `{}`.", member.name)),
            deprecated: member.deprecated.as_ref().map(deprecated::attribute),
            sensitive: shape.sensitive || member.sensitive || self.is_sensitive(&member.target),
            is_token: role == Role::Input && member.idempotency_token,
            name: names::field(&member.name),
            value,
            presence,
        })
    }

    /// The Rust type of a member of a structure or union.
    pub(super) fn member_value(&self, shape: &Shape, member: &Member) -> Value {
        let value = self.value(&member.target, member.timestamp_format);
        if self.boxes.has(shape, member) { Value::Boxed(Box::new(value)) } else { value }
    }

    /// The Rust type of what a member targets.
    pub(super) fn value(&self, target: &ShapeId, format: Option<TimestampFormat>) -> Value {
        let shape = &self.model.shapes[target];
        let name = names::type_name(&shape.name);
        match &shape.kind {
            Kind::String => Value::String,
            Kind::Boolean => Value::Boolean,
            Kind::Byte => Value::Integer(Width::Byte),
            Kind::Short => Value::Integer(Width::Short),
            Kind::Integer | Kind::IntEnum(_) => Value::Integer(Width::Integer),
            Kind::Long => Value::Integer(Width::Long),
            Kind::Float => Value::Float,
            Kind::Double => Value::Double,
            Kind::Blob => Value::Blob,
            Kind::Document => Value::Document,
            Kind::BigInteger => Value::BigInteger,
            Kind::BigDecimal => Value::BigDecimal,
            Kind::Timestamp(own) => Value::Timestamp(format.or(*own).unwrap_or(self.protocol.timestamp_format())),
            Kind::Enum(_) => Value::Enum(format!("crate::types::{name}")),
            Kind::Structure(structure) if structure.error.is_some() => {
                Value::Structure(format!("crate::types::error::{name}"))
            }
            Kind::Structure(_) => Value::Structure(format!("crate::types::{name}")),
            Kind::List { member, sparse } => {
                Value::List { member: Box::new(self.element(target, member)), sparse: *sparse }
            }
            Kind::Map { key, value, sparse, .. } => Value::Map {
                key: Box::new(self.value(key, None)),
                value: Box::new(self.element(target, value)),
                sparse: *sparse,
            },
            Kind::Union(_) => Value::Union(format!("crate::types::{name}")),
        }
    }

    /// The Rust type of what a list or map holds.
    fn element(&self, holder: &ShapeId, element: &Element) -> Value {
        match self.too_deep.contains(holder) {
            true => Value::Document,
            false => self.value(&element.target, element.timestamp_format),
        }
    }

    fn default(&mut self, shape: &Shape, member: &Member, default: &Default, value: &Value) -> Option<Presence> {
        let default = super::defaults::value(default, value);
        if default.is_none() {
            self.unsupported(member.span, shape, "defaults of this kind");
        }
        default.map(Presence::Default)
    }

    /// Whether a value of the shape must not be shown: by `smithy.api#sensitive` on it or on what it collects.
    pub(super) fn is_sensitive(&self, target: &ShapeId) -> bool {
        holds(self.model, target, is_collection, |shape| shape.sensitive || has_sensitive_element(&shape.kind))
    }

    /// Whether the shape, or anything that it is made of, is `smithy.api#sensitive`.
    pub(super) fn holds_sensitive(&self, target: &ShapeId) -> bool {
        let has_member = |kind: &Kind| match kind {
            Kind::Structure(structure) => structure.members.iter().any(|member| member.sensitive),
            Kind::Union(members) => members.iter().any(|member| member.sensitive),
            kind => has_sensitive_element(kind),
        };
        holds(self.model, target, |_| true, |shape| shape.sensitive || has_member(&shape.kind))
    }
}

fn has_sensitive_element(kind: &Kind) -> bool {
    matches!(kind, Kind::List { member: element, .. } | Kind::Map { value: element, .. } if element.sensitive)
}

/// The member that every error has.
const MESSAGE: &str = "message";

fn message() -> Field {
    Field {
        wire: MESSAGE.to_owned(),
        setter: names::setter(MESSAGE),
        getter: names::getter(MESSAGE),
        docs: vec!["What the service says about the error, if anything.".to_owned()],
        deprecated: None,
        sensitive: false,
        is_token: false,
        name: names::field(MESSAGE),
        value: Value::String,
        presence: Presence::Optional,
    }
}
