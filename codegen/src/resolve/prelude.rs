//! The shapes that every model has: the public ones of the Smithy prelude.

use crate::ast::{ShapeId, ShapeType};

/// What is known of a prelude shape.
#[derive(Clone, Copy, Debug)]
pub struct Prelude {
    pub name: &'static str,
    pub shape_type: ShapeType,
    /// Whether members with this target may be absent by the rules of Smithy 1.0.
    pub boxed: bool,
}

/// The prelude shape with this id.
pub fn find(id: &ShapeId) -> Option<Prelude> {
    if !id.is_prelude() || id.member().is_some() {
        return None;
    }
    let row = SHAPES.iter().find(|(name, _)| *name == id.name());
    row.map(|(name, shape_type)| Prelude { name, shape_type: *shape_type, boxed: !name.starts_with("Primitive") })
}

/// The ids of all prelude shapes.
pub fn ids() -> impl Iterator<Item = ShapeId> {
    SHAPES.iter().map(|(name, _)| ShapeId::prelude(name))
}

const SHAPES: &[(&str, ShapeType)] = &[
    ("BigDecimal", ShapeType::BigDecimal),
    ("BigInteger", ShapeType::BigInteger),
    ("Blob", ShapeType::Blob),
    ("Boolean", ShapeType::Boolean),
    ("Byte", ShapeType::Byte),
    ("Document", ShapeType::Document),
    ("Double", ShapeType::Double),
    ("Float", ShapeType::Float),
    ("Integer", ShapeType::Integer),
    ("Long", ShapeType::Long),
    ("PrimitiveBoolean", ShapeType::Boolean),
    ("PrimitiveByte", ShapeType::Byte),
    ("PrimitiveDouble", ShapeType::Double),
    ("PrimitiveFloat", ShapeType::Float),
    ("PrimitiveInteger", ShapeType::Integer),
    ("PrimitiveLong", ShapeType::Long),
    ("PrimitiveShort", ShapeType::Short),
    ("Short", ShapeType::Short),
    ("String", ShapeType::String),
    ("Timestamp", ShapeType::Timestamp),
    ("Unit", ShapeType::Structure),
];
