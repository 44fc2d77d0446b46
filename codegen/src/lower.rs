//! From what a model means to what the crate consists of: names, Rust types, order, documentation.
//!
//! Needs both vocabularies, for the last time: [`crate::ir`] knows no Smithy. Whatever a model asks for that cannot
//! be had in Rust, or not yet, is a diagnostic here.

mod boxes;
mod checks;
mod constrained;
pub mod defaults;
mod deprecated;
mod endpoint;
mod enums;
mod fields;
mod nesting;
mod operations;
mod pages;
mod pattern;
mod sending;
mod unions;
mod unique;
mod usage;
mod waiters;
mod weight;

use crate::ast::ShapeId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::docs::markdown;
use crate::ir::{self, Crate, Docs, Role, Type};
use crate::model::{Deprecated, Kind, Model, Service, Shape, Structure};
use crate::names;
use crate::protocol::{self, Protocol};
use boxes::Boxes;
use constrained::Constrained;
use std::collections::{BTreeMap, BTreeSet};
use usage::Usage;

/// Decides everything about the crate `package`; `path` is how the first line of each file names the model.
///
/// # Errors
/// A service without a supported protocol, shapes that cannot be generated, names that collide in Rust.
pub fn lower(model: &Model, package: &str, path: &str) -> Result<Crate, Diagnostics> {
    let mut log = Diagnostics::new();
    let krate = attempt(model, package, path, &mut log);
    log.into_result(krate)
}

/// Decides what can be decided. The crate is whole only if no fault is found.
pub(crate) fn attempt(model: &Model, package: &str, path: &str, diagnostics: &mut Diagnostics) -> Crate {
    let spoken = if model.operations.is_empty() { None } else { protocol(model, diagnostics) };
    // Without one, any shows what else is wrong.
    let protocol = spoken.unwrap_or(protocol::ALL[0]);
    let too_deep = nesting::check(model, diagnostics);
    let (usage, boxes) = (Usage::of(model), Boxes::of(model));
    let (constrained, patterns, unchecked) = (Constrained::of(model), BTreeMap::new(), BTreeSet::new());
    let path_names_deprecated = false;
    let mut lowering = Lowering {
        model,
        protocol,
        usage,
        boxes,
        too_deep,
        constrained,
        patterns,
        unchecked,
        path_names_deprecated,
        diagnostics,
    };
    let krate = lowering.krate(package, path);
    unique::check(model, lowering.diagnostics);
    krate
}

fn protocol(model: &Model, diagnostics: &mut Diagnostics) -> Option<&'static dyn Protocol> {
    let spoken = &model.service.protocols;
    let best = protocol::ALL.iter().find(|known| spoken.iter().any(|spoken| spoken.id == known.id()));
    if best.is_none() {
        let span = spoken.first().map_or(model.service.span, |protocol| protocol.span);
        let spoken: Vec<&str> = spoken.iter().map(|protocol| protocol.id.as_str()).collect();
        let known: Vec<&str> = protocol::ALL.iter().map(|protocol| protocol.id()).collect();
        let is_silent = spoken.is_empty();
        let spoken = if is_silent { "none".to_owned() } else { spoken.join(", ") };
        let message = format!("no supported protocol: the service speaks {spoken}");
        let fault = Diagnostic::new(Code::NoSupportedProtocol, span, message)
            .label("of this service")
            .help(format!("supported are {}", known.join(", ")))
            .shape(&model.service.id);
        if is_silent { diagnostics.miss(&model.service.id, fault) } else { diagnostics.push(fault) }
    }
    best.copied()
}

/// Columns of documentation, without the `///` and the indentation of a member.
const WIDTH: usize = 100;

struct Lowering<'a> {
    model: &'a Model,
    protocol: &'static dyn Protocol,
    usage: Usage<'a>,
    boxes: Boxes,
    /// Lists and maps that have been reported, and whose types must have an end.
    too_deep: BTreeSet<&'a ShapeId>,
    constrained: Constrained<'a>,
    /// Each pattern of the model in the syntax of the generated crate, or why it has none.
    patterns: BTreeMap<String, Result<String, String>>,
    /// Constraints that cannot be checked, and why.
    unchecked: BTreeSet<String>,
    /// Whether a path of the operation at hand leads through something deprecated.
    path_names_deprecated: bool,
    diagnostics: &'a mut Diagnostics,
}

impl Lowering<'_> {
    fn krate(&mut self, package: &str, path: &str) -> Crate {
        let model = self.model;
        let service = &model.service;
        let mut operations: Vec<_> = model.operations.iter().map(|operation| self.operation(operation)).collect();
        operations.sort_by_key(|operation| operation.module.to_string());
        let (mut types, mut errors) = (Vec::new(), Vec::new());
        for shape in model.shapes.values() {
            self.shape(shape, &mut types, &mut errors);
        }
        types.sort_by_key(|shape: &Type| shape.module().to_string());
        errors.sort_by_key(|error: &ir::Structure| error.module.to_string());
        Crate {
            package: package.to_owned(),
            title: title(service),
            model: path.to_owned(),
            service_id: service.id.to_string(),
            service_name: service.id.name().to_owned(),
            service: self.service(),
            docs: service.docs.as_deref().map(|docs| markdown(docs, WIDTH)).unwrap_or_default(),
            protocol: self.protocol,
            endpoint: self.endpoint(),
            query_compatible: service.query_compatible,
            operations,
            types,
            errors,
            page: None,
            unchecked: self.unchecked.iter().cloned().collect(),
        }
    }

    fn service(&self) -> ir::Service {
        let service = &self.model.service;
        let name: String = service.sdk_id.chars().filter(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        let (schemes, auth) = (service.schemes.clone(), service.auth.clone());
        ir::Service { sdk_id: service.sdk_id.clone(), name, schemes, auth }
    }

    fn shape(&mut self, shape: &Shape, types: &mut Vec<Type>, errors: &mut Vec<ir::Structure>) {
        match &shape.kind {
            Kind::Structure(structure) if structure.error.is_some() => {
                errors.push(self.named_structure(shape, structure, Role::Error));
            }
            Kind::Structure(structure) if self.usage.is_member(&shape.id) => {
                types.push(Type::Structure(self.named_structure(shape, structure, Role::Data)));
            }
            Kind::Enum(values) => types.push(Type::Enum(self.enumeration(shape, values))),
            Kind::Union(members) => types.push(Type::Union(self.union(shape, members))),
            Kind::Structure(_)
            | Kind::Document
            | Kind::BigInteger
            | Kind::BigDecimal
            | Kind::Blob
            | Kind::Boolean
            | Kind::String
            | Kind::Byte
            | Kind::Short
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Timestamp(_)
            | Kind::IntEnum(_)
            | Kind::List { .. }
            | Kind::Map { .. } => {}
        }
    }

    /// A structure that has a file of its own.
    fn named_structure(&mut self, shape: &Shape, structure: &Structure, role: Role) -> ir::Structure {
        let name = names::type_name(&shape.name);
        let fields = match role {
            Role::Error => self.error_fields(shape, &structure.members),
            Role::Data | Role::Input | Role::Output => self.fields(shape, &structure.members, role),
        };
        ir::Structure {
            id: shape.id.to_string(),
            wire: shape.id.name().to_owned(),
            builder: names::builder(&name),
            fluent: None,
            module: names::file(&shape.name),
            docs: documentation(shape.docs.as_deref(), || format!("The structure `{}`.", shape.name)),
            deprecated: shape.deprecated.as_ref().map(deprecated::attribute),
            names_deprecated: self.names_deprecated(shape, &structure.members),
            role,
            checks: self.checks(shape, &structure.members, &fields, role),
            fields,
            is_read: role == Role::Error || self.usage.is_read(&shape.id),
            is_written: self.usage.is_written(&shape.id),
            name,
        }
    }

    fn unsupported(&mut self, span: Span, shape: &Shape, what: &str) {
        self.diagnostics.push(
            Diagnostic::new(Code::UnsupportedShape, span, format!("{what} cannot be generated yet"))
                .label("reached from the selected operations")
                .help("select only operations that do not reach this shape")
                .shape(&shape.id),
        );
    }
}

/// What people call the service, in one line that is fit for a comment.
fn title(service: &Service) -> String {
    let names = [service.title.as_deref(), Some(&service.sdk_id)].into_iter().flatten();
    let mut lines = names.map(|name| markdown(name, usize::from(u16::MAX)).join(" ")).filter(|line| !line.is_empty());
    lines.next().unwrap_or_else(|| service.id.name().to_owned())
}

/// Markdown of the documentation, or one sentence where the model has none.
fn documentation(docs: Option<&str>, otherwise: impl FnOnce() -> String) -> Docs {
    let mut lines = docs.map(|docs| markdown(docs, WIDTH)).unwrap_or_default();
    if lines.is_empty() {
        lines.push(otherwise());
    }
    lines
}

/// The same of what has no item of Rust that could be `#[deprecated]`.
fn deprecated_documentation(
    docs: Option<&str>,
    deprecated: Option<&Deprecated>,
    otherwise: impl FnOnce() -> String,
) -> Docs {
    let mut lines = documentation(docs, otherwise);
    if let Some(Deprecated { message, since }) = deprecated {
        let since = since.as_ref().map(|since| format!(" since {since}")).unwrap_or_default();
        let why = message.as_ref().map(|message| format!(": {message}")).unwrap_or_default();
        lines.push(String::new());
        lines.extend(markdown(&format!("Deprecated{since}{why}"), WIDTH));
    }
    lines
}
