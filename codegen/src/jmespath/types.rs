//! The types of values as JMESPath sees them, and how a value of a shape is seen so.

use crate::ast::ShapeId;
use crate::ir::path::{Path, View, ViewKind};
use crate::model::{Kind, Model};

/// What is said where a value is asked for something of which Smithy knows more than is compiled.
pub const OPAQUE: &str = "what is in timestamps, blobs, big numbers and documents";

/// The type of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    Null,
    Boolean,
    Integer,
    Float,
    /// A string or an enum.
    String,
    /// A `&Vec` with elements of this shape.
    List(ShapeId),
    /// An iterator over values of this type, or over `Option`s of them.
    Iterator(Box<Type>, bool),
    Map(ShapeId),
    Structure(ShapeId),
    Union(ShapeId),
    /// A value that can only be there or not.
    Opaque,
    /// Input and output of an operation, as two variables.
    Exchange(Option<ShapeId>, Option<ShapeId>),
}

/// A path with its type.
#[derive(Clone, Debug)]
pub struct Typed {
    pub path: Path,
    pub ty: Type,
    /// Whether the path gives an `Option`.
    pub optional: bool,
}

impl Typed {
    pub(super) fn new(path: Path, ty: Type) -> Self {
        Self { path, ty, optional: false }
    }

    pub(super) fn maybe(path: Path, ty: Type, optional: bool) -> Self {
        Self { path, ty, optional }
    }

    /// The path as a part of another one.
    pub(super) fn part(self) -> (Box<Path>, bool) {
        (Box::new(self.path), self.optional)
    }
}

impl Type {
    /// Whether it is a list with elements that may be null.
    pub fn may_hold_null(&self, model: &Model) -> bool {
        match self {
            Self::List(id) => matches!(&model.shapes[id].kind, Kind::List { sparse: true, .. }),
            Self::Iterator(_, optional) => *optional,
            _ => false,
        }
    }

    /// With an article, for messages.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Integer | Self::Float => "a number",
            Self::String => "a string",
            Self::List(_) | Self::Iterator(..) => "a list",
            Self::Map(_) => "a map",
            Self::Structure(_) => "a structure",
            Self::Union(_) => "a union",
            Self::Opaque => "a value without parts",
            Self::Exchange(..) => "an exchange of input and output",
        }
    }

    /// Whether values are strings, numbers or booleans.
    pub(super) fn is_scalar(&self) -> bool {
        matches!(self, Self::Boolean | Self::Integer | Self::Float | Self::String)
    }
}

/// How values of a shape are seen where they stand.
pub fn view(model: &Model, target: &ShapeId) -> (Type, ViewKind) {
    match &model.shapes[target].kind {
        Kind::String => (Type::String, ViewKind::String),
        Kind::Enum(_) => (Type::String, ViewKind::Enum),
        Kind::Boolean => (Type::Boolean, ViewKind::Copy),
        Kind::Byte | Kind::Short | Kind::Integer | Kind::IntEnum(_) => (Type::Integer, ViewKind::Integer),
        Kind::Long => (Type::Integer, ViewKind::Copy),
        Kind::Float => (Type::Float, ViewKind::Float),
        Kind::Double => (Type::Float, ViewKind::Copy),
        Kind::List { .. } => (Type::List(target.clone()), ViewKind::Reference),
        Kind::Map { .. } => (Type::Map(target.clone()), ViewKind::Reference),
        Kind::Structure(_) => (Type::Structure(target.clone()), ViewKind::Reference),
        Kind::Union(_) => (Type::Union(target.clone()), ViewKind::Reference),
        Kind::Blob | Kind::BigInteger | Kind::BigDecimal | Kind::Timestamp(_) | Kind::Document => {
            (Type::Opaque, ViewKind::Reference)
        }
    }
}

/// The same as a [`View`].
pub fn seen(model: &Model, target: &ShapeId, optional: bool) -> (Type, View) {
    let (ty, kind) = view(model, target);
    (ty, View { kind, optional })
}
