//! Traits that a model does not write and that count all the same: the defaults of Smithy 1.0, where numbers and
//! booleans are zero and false unless they are boxed (Smithy specification, "Smithy 1.0 to 2.0").

use super::world::{Shape, World};
use crate::ast::{Node, ShapeId, ShapeType, Trait};
use crate::diagnostic::Span;
use crate::traits::evolution::{BOX, DEFAULT, REQUIRED, STREAMING};
use std::collections::BTreeMap;

/// A trait that stands nowhere but follows from what stands at `span`.
pub fn own<'w>(id: &str, value: Node<'w>, span: Span) -> Trait<'w> {
    let id = ShapeId::parse(id).expect("bug of the generator: a trait id that it spelled is malformed");
    Trait { id, span, value }
}

/// The JSON text of what values of the type are by default in Smithy 1.0.
pub fn zero(shape_type: ShapeType) -> Option<&'static str> {
    use ShapeType::*;
    match shape_type {
        Boolean => Some("false"),
        Byte | Short | Integer | Long | Float | Double | IntEnum => Some("0"),
        Blob | String | BigInteger | BigDecimal | Timestamp | Document | Enum => None,
        List | Map | Structure | Union | Operation | Resource | Service => None,
    }
}

/// What the type and traits of a target imply for members that point to it.
#[derive(Clone, Copy)]
struct Target {
    zero: Option<&'static str>,
    is_boxed: bool,
    is_stream: bool,
}

/// Adds the defaults of a model in version 1.0.
pub fn add_defaults(world: &mut World<'_>) {
    let target = |shape: &Shape<'_>| Target {
        zero: zero(shape.kind.shape_type),
        is_boxed: shape.base.has(BOX),
        is_stream: shape.is(ShapeType::Blob) && shape.base.has(STREAMING),
    };
    let ids = world.shapes.values().flat_map(|shape| shape.members.iter().map(|member| member.target));
    let targets: BTreeMap<&str, Target> = ids.filter_map(|id| Some((id, target(world.shape(id)?)))).collect();
    for shape in world.shapes.values_mut() {
        if let (Some(zero), false) = (zero(shape.kind.shape_type), shape.base.has(BOX)) {
            shape.base.put(own(DEFAULT, Node::implied(zero, shape.base.span), shape.base.span));
        }
        if shape.is(ShapeType::Structure) {
            add_to_members(shape, &targets);
        }
    }
}

fn add_to_members(shape: &mut Shape<'_>, targets: &BTreeMap<&str, Target>) {
    for member in &mut shape.members {
        let Some(target) = targets.get(member.target) else { continue };
        let span = member.base.span;
        let base = &mut member.base;
        let stream = (target.is_stream && !base.has(REQUIRED)).then_some("\"\"");
        let boxed = base.has(BOX) || target.is_boxed;
        match target.zero.or(stream).filter(|_| !base.has(DEFAULT) && !boxed) {
            Some(zero) => base.put(own(DEFAULT, Node::implied(zero, span), span)),
            None if base.has(BOX) => base.put(own(DEFAULT, Node::implied("null", span), span)),
            None => {}
        }
    }
}
