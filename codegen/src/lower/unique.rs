//! Finds names that differ in the model and are the same in Rust, or in a file system that ignores case.

use super::enums;
use crate::ast::ShapeId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::model::{Kind, Member, Model, Shape};
use crate::names;
use crate::names::Ident;
use std::collections::{BTreeMap, BTreeSet};

/// Reports every name that another one has taken.
pub fn check(model: &Model, diagnostics: &mut Diagnostics) {
    let mut operations = Names::new("operations", diagnostics);
    for operation in &model.operations {
        let name = operation.id.name();
        operations.claim([names::module(name)], name, operation.span, &operation.id);
    }
    let mut waiters = Names::new("waiters", diagnostics);
    for (operation, waiter) in model.operations.iter().flat_map(|it| it.waiters.iter().map(move |waiter| (it, waiter)))
    {
        waiters.claim([names::module(&waiter.name)], &waiter.name, waiter.span, &operation.id);
    }
    // Two with the same name have been reported where names are given.
    let mut seen = BTreeSet::new();
    let files: Vec<_> =
        model.shapes.values().filter(|shape| is_file(shape) && seen.insert(shape.name.to_lowercase())).collect();
    for errors in [false, true] {
        let mut types = Names::new("shapes", diagnostics);
        if errors {
            types.reserve(UNHANDLED, "the variant for errors without a type");
        }
        for shape in files.iter().filter(|shape| is_error(shape) == errors) {
            let file_and_type = [names::file(&shape.name), names::type_name(&shape.name)];
            types.claim(file_and_type, &shape.name, shape.span, &shape.id);
        }
    }
    for shape in model.shapes.values() {
        members(model, shape, diagnostics);
    }
}

/// The variant that every error of an operation has.
const UNHANDLED: &str = "Unhandled";

/// The methods that the builders of a structure have, beside those of the members, and what they do.
fn generated(model: &Model, shape: &Shape) -> Vec<(&'static str, &'static str)> {
    let mut operations =
        model.operations.iter().filter(|operation| operation.input.as_ref() == Some(&shape.id)).peekable();
    let is_input = operations.peek().is_some();
    let (is_paginated, is_waitable) = operations.fold((false, false), |(paginated, waitable), operation| {
        (paginated || operation.paginated.is_some(), waitable || !operation.waiters.is_empty())
    });
    let all = [
        (is_error(shape), "set_meta", "the method that sets code and message"),
        (is_input, "as_input", "the method that shows what is set"),
        (is_input, "send_with", "the method that sends a call"),
        (is_paginated, "into_paginator", "the method that asks for all pages"),
        (is_waitable, "wait", "the method that waits"),
    ];
    all.into_iter().filter(|(is_there, ..)| *is_there).map(|(_, name, what)| (name, what)).collect()
}

fn is_error(shape: &Shape) -> bool {
    matches!(&shape.kind, Kind::Structure(structure) if structure.error.is_some())
}

fn is_file(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::Structure(_) | Kind::Union(_) | Kind::Enum(_))
}

fn members(model: &Model, shape: &Shape, diagnostics: &mut Diagnostics) {
    match &shape.kind {
        Kind::Structure(structure) => methods(model, shape, &structure.members, diagnostics),
        Kind::Enum(values) => {
            let mut variants = Names::new("enum values", diagnostics);
            for value in values {
                variants.claim([names::variant(enums::name(value))], enums::name(value), value.span, &shape.id);
            }
        }
        Kind::Union(members) => {
            let mut variants = Names::new("members", diagnostics);
            for member in members {
                let id = shape.id.with_member(&member.name);
                let name = names::variant(&member.name);
                let methods = [names::is_method(&name), names::as_method(&name)];
                variants.claim([name].into_iter().chain(methods), &member.name, member.span, &id);
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
fn methods(model: &Model, shape: &Shape, members: &[Member], diagnostics: &mut Diagnostics) {
    let mut methods = Names::new("members", diagnostics);
    generated(model, shape).into_iter().for_each(|(name, what)| methods.reserve(name, what));
    for Member { name, span, .. } in members {
        let id = shape.id.with_member(name);
        methods.claim([names::field(name), names::setter(name), names::getter(name)], name, *span, &id);
    }
}

/// Rust names of one scope, without regard to case.
struct Names<'a, 'd> {
    what: &'static str,
    taken: BTreeMap<String, Holder<'a>>,
    diagnostics: &'d mut Diagnostics,
}

/// Who has a name.
#[derive(Clone, Copy)]
enum Holder<'a> {
    /// Something that the model calls this.
    Model(&'a str),
    /// Something that every crate has.
    Generated(&'static str),
}

impl<'a, 'd> Names<'a, 'd> {
    fn new(what: &'static str, diagnostics: &'d mut Diagnostics) -> Self {
        Names { what, taken: BTreeMap::new(), diagnostics }
    }

    fn reserve(&mut self, rust: &str, what: &'static str) {
        self.taken.insert(rust.to_lowercase(), Holder::Generated(what));
    }

    /// Takes the Rust names of something that the model calls `name`, or reports the first that is taken.
    fn claim(&mut self, rust: impl IntoIterator<Item = Ident>, name: &'a str, span: Span, owner: &ShapeId) {
        let mut taken = Vec::new();
        for rust in rust {
            let key = rust.to_string().to_lowercase();
            if let Some(holder) = self.taken.get(&key) {
                let fault = collision(self.what, *holder, &rust, name, span);
                self.diagnostics.push(fault.shape(owner));
                return;
            }
            taken.push(key);
        }
        self.taken.extend(taken.into_iter().map(|key| (key, Holder::Model(name))));
    }
}

fn collision(what: &str, holder: Holder<'_>, rust: &Ident, name: &str, span: Span) -> Diagnostic {
    let (message, label) = match holder {
        Holder::Model(other) => {
            (format!("the {what} `{other}` and `{name}` are both `{rust}` in Rust"), format!("collides with `{other}`"))
        }
        Holder::Generated(taken) => {
            (format!("`{name}` is `{rust}` in Rust, which is {taken}"), format!("collides with {taken}"))
        }
    };
    Diagnostic::new(Code::NameCollision, span, message)
        .label(label)
        .help("rename one of them in the model, or leave it out of the selection")
}
