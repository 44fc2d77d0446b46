//! Finds names that differ in the model and are the same in Rust, or in a file system that ignores case.

use super::enums;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::model::{Kind, Member, Model, Shape};
use crate::names;
use std::collections::BTreeMap;

/// Reports every pair of names that collide.
pub fn check(model: &Model, diagnostics: &mut Diagnostics) {
    let mut operations = Names::new("operations", diagnostics);
    for operation in &model.operations {
        operations.claim(
            names::module(operation.id.name()),
            operation.id.name(),
            operation.span,
            operation.id.as_str(),
        );
    }
    let is_error = |shape: &Shape| matches!(&shape.kind, Kind::Structure(structure) if structure.error.is_some());
    for errors in [false, true] {
        let mut types = Names::new("shapes", diagnostics);
        for shape in model.shapes.values().filter(|shape| is_file(shape) && is_error(shape) == errors) {
            types.claim(names::file(&shape.name), &shape.name, shape.span, shape.id.as_str());
        }
    }
    for shape in model.shapes.values() {
        members(shape, diagnostics);
    }
}

fn is_file(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::Structure(_) | Kind::Union(_) | Kind::Enum(_))
}

fn members(shape: &Shape, diagnostics: &mut Diagnostics) {
    match &shape.kind {
        Kind::Structure(structure) => methods(shape, &structure.members, diagnostics),
        Kind::Enum(values) => {
            let mut variants = Names::new("enum values", diagnostics);
            for value in values {
                variants.claim(names::variant(enums::name(value)), &value.value, value.span, shape.id.as_str());
            }
        }
        Kind::Union(members) => {
            let mut variants = Names::new("members", diagnostics);
            for member in members {
                variants.claim(names::variant(&member.name), &member.name, member.span, shape.id.as_str());
            }
        }
        Kind::Blob
        | Kind::Boolean
        | Kind::String
        | Kind::Byte
        | Kind::Short
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::BigInteger
        | Kind::BigDecimal
        | Kind::Timestamp(_)
        | Kind::Document
        | Kind::IntEnum(_)
        | Kind::List { .. }
        | Kind::Map { .. } => {}
    }
}

/// The builder of a structure has three methods a member.
fn methods(shape: &Shape, members: &[Member], diagnostics: &mut Diagnostics) {
    let mut methods = Names::new("members", diagnostics);
    for member in members {
        let name = &member.name;
        for method in [names::field(name), names::setter(name), names::getter(name)] {
            methods.claim(method, &member.name, member.span, shape.id.as_str());
        }
    }
}

struct Names<'a, 'd> {
    what: &'static str,
    taken: BTreeMap<String, &'a str>,
    diagnostics: &'d mut Diagnostics,
}

impl<'a, 'd> Names<'a, 'd> {
    fn new(what: &'static str, diagnostics: &'d mut Diagnostics) -> Self {
        Names { what, taken: BTreeMap::new(), diagnostics }
    }

    fn claim(&mut self, rust: impl ToString, name: &'a str, span: Span, shape: &str) {
        let rust = rust.to_string();
        match self.taken.get(&rust.to_lowercase()) {
            None => {
                self.taken.insert(rust.to_lowercase(), name);
            }
            Some(other) => self.diagnostics.push(
                Diagnostic::new(
                    Code::NameCollision,
                    span,
                    format!("the {} `{other}` and `{name}` are both `{rust}` in Rust", self.what),
                )
                .label(format!("collides with `{other}`"))
                .help("rename one of them in the model, or leave it out of the selection")
                .shape(shape),
            ),
        }
    }
}
