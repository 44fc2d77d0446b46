//! What a selection of operations drags in, and why: for people who choose operations, or wonder at a shape.
//!
//! Only collects facts; how they are shown is left to the caller.

mod reasons;
mod traits;

use crate::ast::{self, ShapeId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Source};
use crate::docs::markdown;
use crate::lower;
use crate::model::{Kind, Model};
use crate::resolve::{self, Operations, Selection, Views};
use std::collections::BTreeMap;

pub use traits::{Effect, TraitUse};

/// For each shape a shortest path from an operation, such as `Get → GetOutput$Item`.
pub(crate) fn ways(model: &Model) -> BTreeMap<ShapeId, String> {
    reasons::of(model, &names(model))
}

/// The facts.
#[derive(Debug)]
pub struct Inspection {
    /// Full id of the service.
    pub service: String,
    /// What people call it.
    pub title: String,
    /// Ids of the traits that say how it speaks.
    pub protocols: Vec<String>,
    /// All operations of the service by name, selected or not.
    pub operations: Vec<Operation>,
    /// The shapes that the selected operations reach, by name, without those of the prelude.
    pub shapes: Vec<Shape>,
    /// What leads from one to the other.
    pub edges: Vec<Edge>,
    /// Every trait of the service, the selected operations and the shapes, by id.
    pub traits: Vec<TraitUse>,
    /// Why the selection cannot be generated, if it cannot.
    pub unsupported: Vec<Diagnostic>,
    /// What would be generated: kind of files, how many of them, and their lines. Nothing if nothing can be.
    pub lines: Vec<(&'static str, usize, usize)>,
}

/// An operation of the service.
#[derive(Debug)]
pub struct Operation {
    /// Its name.
    pub name: String,
    /// The first sentence of its documentation.
    pub summary: String,
    /// Whether it is among the selected ones.
    pub selected: bool,
    /// Names of its errors.
    pub errors: Vec<String>,
    /// Whether it reaches what cannot be generated.
    pub supported: bool,
}

/// A shape that is reached.
#[derive(Debug)]
pub struct Shape {
    /// Its name, or its full id where two shapes have the name.
    pub name: String,
    /// What kind of shape it is.
    pub kind: &'static str,
    /// A shortest path from an operation, such as `Get → GetOutput$Item`.
    pub reason: String,
}

/// A step from an operation or a shape to a shape.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// Whether it begins at an operation.
    pub from_operation: bool,
    /// Name of the operation or shape.
    pub from: String,
    /// Name of the shape.
    pub to: String,
    /// Name of the member; `input`, `output` or `error` of an operation.
    pub label: String,
}

/// Looks at what is selected of a model.
///
/// # Errors
/// Everything that is wrong with the model or the selection. That something cannot be generated is not wrong.
pub fn inspect(source: &Source, selection: &Selection) -> Result<Inspection, Diagnostics> {
    let ast = ast::parse(source)?;
    let mut log = Diagnostics::new();
    let views = Views::of(&ast, &mut log);
    let model = resolve::attempt(&ast, &views, selection, &mut log);
    let model = whole(model, &log)?;
    let (lines, unsupported) = generated(&model, log);
    let names = names(&model);
    let edges = reasons::edges(&model, &names);
    Ok(Inspection {
        service: model.service.id.to_string(),
        title: model.service.title.clone().unwrap_or_else(|| model.service.sdk_id.clone()),
        protocols: model.service.protocols.iter().map(|protocol| protocol.id.clone()).collect(),
        operations: operations(&ast, &views, selection, &model),
        shapes: shapes(&model, &names),
        traits: traits::of(&ast, &views, &model),
        edges,
        unsupported,
        lines,
    })
}

/// Refuses a model with faults, apart from what is merely not supported.
fn whole(model: Option<Model>, log: &Diagnostics) -> Result<Model, Diagnostics> {
    match model {
        Some(model) if log.sorted().iter().all(|fault| is_limit(fault.code)) => Ok(model),
        Some(_) | None => Err(log.clone()),
    }
}

fn is_limit(code: Code) -> bool {
    code.is_unsupported() || matches!(code, Code::UnknownTrait | Code::NoSupportedProtocol | Code::NameCollision)
}

type Lines = Vec<(&'static str, usize, usize)>;

fn generated(model: &Model, mut log: Diagnostics) -> (Lines, Vec<Diagnostic>) {
    let krate = match lower::lower(model, "inspected", "model.json") {
        Ok(krate) => Some(krate),
        Err(faults) => {
            log.merge(faults);
            None
        }
    };
    let unsupported: Vec<Diagnostic> = log.sorted().into_iter().cloned().collect();
    let lines = krate.filter(|_| unsupported.is_empty()).map(|krate| lines(&crate::tree(&krate)));
    (lines.unwrap_or_default(), unsupported)
}

/// The groups of files, with how many files and lines each has.
const GROUPS: &[(&str, &str)] = &[
    ("operation/", "operations"),
    ("types/error/", "errors"),
    ("types/", "other types"),
    ("support/", "support, the same for every crate"),
    ("client/", "client"),
    ("waiters/", "waiters"),
    ("", "lists of modules"),
];

fn lines(tree: &crate::Tree) -> Lines {
    let group = |path: &str| GROUPS.iter().position(|(prefix, _)| path.starts_with(prefix)).unwrap_or_default();
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (path, text) in tree {
        let count = counts.entry(group(path)).or_default();
        *count = (count.0 + 1, count.1 + text.lines().count());
    }
    counts.into_iter().map(|(at, (files, lines))| (GROUPS[at].1, files, lines)).collect()
}

fn operations(ast: &ast::Ast<'_>, views: &Views<'_, '_>, selection: &Selection, selected: &Model) -> Vec<Operation> {
    let all = Selection { service: Some(selected.service.id.to_string()), operations: Operations::All };
    let mut log = Diagnostics::new();
    let Some(model) = resolve::attempt(ast, views, &all, &mut log) else { return Vec::new() };
    if log.sorted().iter().all(|fault| is_limit(fault.code)) {
        log.merge(lower::lower(&model, "inspected", "model.json").err().unwrap_or_default());
    }
    let bad = log.shapes();
    let is_selected = |id: &ShapeId| match &selection.operations {
        Operations::All => true,
        Operations::None => false,
        Operations::Named(_) => selected.operations.iter().any(|operation| operation.id == *id),
    };
    let list = model.operations.iter().map(|operation| Operation {
        name: operation.id.name().to_owned(),
        summary: summary(operation.docs.as_deref()),
        selected: is_selected(&operation.id),
        errors: operation.errors.iter().map(|id| id.name().to_owned()).collect(),
        supported: !bad.contains(model.service.id.as_str())
            && !reasons::reached(&model, operation).iter().any(|id| bad.contains(id.as_str())),
    });
    list.collect()
}

/// The first sentence of a documentation, or nothing.
fn summary(docs: Option<&str>) -> String {
    let lines = docs.map(|docs| markdown(docs, 10_000)).unwrap_or_default();
    let first = lines.first().map(String::as_str).unwrap_or_default();
    match first.find(". ") {
        Some(end) => first[..=end].to_owned(),
        None => first.to_owned(),
    }
}

fn shapes(model: &Model, names: &BTreeMap<&ShapeId, String>) -> Vec<Shape> {
    let reasons = reasons::of(model, names);
    let shapes = model.shapes.values().filter_map(|shape| {
        let reason = reasons.get(&shape.id)?.clone();
        Some(Shape { name: names.get(&shape.id)?.clone(), kind: kind(&shape.kind), reason })
    });
    let mut shapes: Vec<Shape> = shapes.collect();
    shapes.sort_by(|a, b| a.name.cmp(&b.name));
    shapes
}

/// Names of all shapes but those of the prelude; full ids where names are not enough.
fn names(model: &Model) -> BTreeMap<&ShapeId, String> {
    let own = || model.shapes.keys().filter(|id| !id.is_prelude());
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    own().for_each(|id| *count.entry(id.name()).or_default() += 1);
    own().map(|id| (id, if count[id.name()] == 1 { id.name().to_owned() } else { id.to_string() })).collect()
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Blob => "blob",
        Kind::Boolean => "boolean",
        Kind::String => "string",
        Kind::Byte => "byte",
        Kind::Short => "short",
        Kind::Integer => "integer",
        Kind::Long => "long",
        Kind::Float => "float",
        Kind::Double => "double",
        Kind::BigInteger => "bigInteger",
        Kind::BigDecimal => "bigDecimal",
        Kind::Timestamp(_) => "timestamp",
        Kind::Document => "document",
        Kind::Enum(_) => "enum",
        Kind::IntEnum(_) => "intEnum",
        Kind::List { .. } => "list",
        Kind::Map { .. } => "map",
        Kind::Structure(structure) if structure.error.is_some() => "error",
        Kind::Structure(_) => "structure",
        Kind::Union(_) => "union",
    }
}
