//! Which constraints apply to which shapes, and which shapes lead to one.
//!
//! Values of enums are not constrained: what an open enum may be is for the service to say.

use super::usage::targets;
use crate::ast::ShapeId;
use crate::model::{Constraints, Element, Kind, Length, Member, Model, Pattern, Range};
use std::collections::{BTreeMap, BTreeSet};

/// The shapes that are constrained, or made of such shapes.
pub struct Constrained<'a>(BTreeSet<&'a ShapeId>);

impl<'a> Constrained<'a> {
    /// Finds them, from the constraints upwards.
    pub fn of(model: &'a Model) -> Self {
        let mut holders: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
        for (id, shape) in &model.shapes {
            targets(&shape.kind).for_each(|target| holders.entry(target).or_default().push(id));
        }
        let mut found = BTreeSet::new();
        let direct = model.shapes.values().filter(|shape| {
            applicable(&shape.kind, &shape.constraints).any() || has_constrained_part(model, &shape.kind)
        });
        let mut todo: Vec<&ShapeId> = direct.map(|shape| &shape.id).collect();
        while let Some(id) = todo.pop() {
            if found.insert(id) {
                todo.extend(holders.get(id).into_iter().flatten());
            }
        }
        Self(found)
    }

    /// Whether there is something to check in the shape.
    pub fn has(&self, id: &ShapeId) -> bool {
        self.0.contains(id)
    }
}

/// Whether a member that is an `Option` in Rust must have a value.
pub fn must_be_set(member: &Member) -> bool {
    member.required && member.nullable
}

/// Whether traits of members constrain what they target.
fn has_constrained_part(model: &Model, kind: &Kind) -> bool {
    let applies = |target: &ShapeId, own: &Constraints| applicable(&model.shapes[target].kind, own).any();
    let element = |element: &Element| applies(&element.target, &element.constraints);
    let member = |member: &Member| applies(&member.target, &member.constraints);
    match kind {
        Kind::Structure(structure) => structure.members.iter().any(|own| must_be_set(own) || member(own)),
        Kind::Union(members) => members.iter().any(member),
        Kind::List { member, .. } => element(member),
        Kind::Map { key, key_constraints, value, .. } => applies(key, key_constraints) || element(value),
        Kind::Blob | Kind::Boolean | Kind::String | Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => false,
        Kind::Float | Kind::Double | Kind::BigInteger | Kind::BigDecimal | Kind::Timestamp(_) => false,
        Kind::Document | Kind::Enum(_) | Kind::IntEnum(_) => false,
    }
}

/// Constraints that have an effect.
pub struct Applicable<'a> {
    pub length: Option<&'a Length>,
    pub range: Option<&'a Range>,
    pub pattern: Option<&'a Pattern>,
    pub unique: bool,
}

impl Applicable<'_> {
    fn any(&self) -> bool {
        self.length.is_some() || self.range.is_some() || self.pattern.is_some() || self.unique
    }
}

/// Those of the constraints that say something about a shape of this kind.
pub fn applicable<'a>(kind: &Kind, constraints: &'a Constraints) -> Applicable<'a> {
    let is_string = matches!(kind, Kind::String);
    let is_list = matches!(kind, Kind::List { .. });
    let has_length = is_string || is_list || matches!(kind, Kind::Blob | Kind::Map { .. });
    let is_integer = matches!(kind, Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::IntEnum(_));
    let is_number = is_integer || matches!(kind, Kind::Float | Kind::Double | Kind::BigInteger | Kind::BigDecimal);
    Applicable {
        length: constraints.length.as_ref().filter(|_| has_length),
        range: constraints.range.as_ref().filter(|_| is_number),
        pattern: constraints.pattern.as_ref().filter(|_| is_string),
        unique: constraints.unique_items && is_list,
    }
}

/// Whether the Rust type of such a shape implements `Hash`.
pub fn hashes(kind: &Kind) -> bool {
    match kind {
        Kind::Blob | Kind::Boolean | Kind::String | Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => true,
        Kind::BigInteger | Kind::BigDecimal | Kind::Timestamp(_) | Kind::Enum(_) | Kind::IntEnum(_) => true,
        Kind::Float | Kind::Double | Kind::Document => false,
        Kind::List { .. } | Kind::Map { .. } | Kind::Structure(_) | Kind::Union(_) => false,
    }
}
