//! Reads `smithy.api#default`, whose form depends on the target of the member.

use super::document::document;
use super::facts::Facts;
use super::tables;
use crate::ast::{Node, NodeKind, ShapeType};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Default;

/// What `smithy.api#default` says.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultFact {
    /// Nothing: the trait is not there, or wrong.
    Absent,
    /// Null: there is expressly no default value.
    Null,
    /// This value.
    Value(Default),
}

impl Facts<'_, '_> {
    /// `smithy.api#default` of a member whose target has the type `target`.
    pub fn default_value(&self, target: ShapeType, log: &mut Diagnostics) -> DefaultFact {
        let Some(own) = self.find(tables::DEFAULT) else {
            return DefaultFact::Absent;
        };
        if own.value.is_null() {
            return DefaultFact::Null;
        }
        let (value, expected) = read(&own.value, target, log);
        if let Some(value) = value {
            return DefaultFact::Value(value);
        }
        let message = format!("the default value does not fit its member, which is {}", target.with_article());
        log.push(Diagnostic::new(Code::DefaultValue, own.value.span(), message).label(format!("expected {expected}")));
        DefaultFact::Absent
    }
}

/// The value if it fits, and what would fit.
fn read(node: &Node<'_>, target: ShapeType, log: &mut Diagnostics) -> (Option<Default>, &'static str) {
    let raw = node.raw();
    let number = (node.kind() == NodeKind::Number).then(|| Default::Number(raw.to_owned()));
    match target {
        ShapeType::Boolean => (raw.parse().ok().map(Default::Boolean), "`true` or `false`"),
        ShapeType::Byte => (number.filter(|_| raw.parse::<i8>().is_ok()), "an integer of 8 bits"),
        ShapeType::Short => (number.filter(|_| raw.parse::<i16>().is_ok()), "an integer of 16 bits"),
        ShapeType::Integer | ShapeType::IntEnum => {
            (number.filter(|_| raw.parse::<i32>().is_ok()), "an integer of 32 bits")
        }
        ShapeType::Long => (number.filter(|_| raw.parse::<i64>().is_ok()), "an integer of 64 bits"),
        ShapeType::BigInteger => (number.filter(|_| !raw.contains(['.', 'e', 'E'])), "an integer"),
        ShapeType::BigDecimal => (number, "a number"),
        ShapeType::Float | ShapeType::Double => (number.or_else(|| not_finite(node, log)), "a number"),
        ShapeType::Timestamp => (number.or_else(|| text(node, log)), "a string or a number"),
        ShapeType::String | ShapeType::Enum | ShapeType::Blob => (text(node, log), "a string"),
        ShapeType::Document => (document(node, log).map(Default::Document), "any value"),
        ShapeType::List => (is_empty(node, ['[', ']']).then_some(Default::EmptyList), "`[]`"),
        ShapeType::Map => (is_empty(node, ['{', '}']).then_some(Default::EmptyMap), "`{}`"),
        ShapeType::Structure | ShapeType::Union => (None, "no default value"),
        ShapeType::Operation | ShapeType::Resource | ShapeType::Service => (None, "no default value"),
    }
}

fn text(node: &Node<'_>, log: &mut Diagnostics) -> Option<Default> {
    if node.kind() != NodeKind::String {
        return None;
    }
    node.string("the default value", log).map(|text| Default::String(text.into()))
}

/// Floating point values that JSON cannot write as numbers.
fn not_finite(node: &Node<'_>, log: &mut Diagnostics) -> Option<Default> {
    let names = ["NaN", "Infinity", "-Infinity"].map(|name| Default::String(name.to_owned()));
    text(node, log).filter(|value| names.contains(value))
}

fn is_empty(node: &Node<'_>, [open, close]: [char; 2]) -> bool {
    let inner = node.raw().strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    inner.is_some_and(|inner| inner.trim().is_empty())
}
