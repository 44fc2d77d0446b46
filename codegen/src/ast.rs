//! The JSON form of a model: shapes in the order of the text, each with the place where it stands.
//!
//! Knows JSON and shape ids. What a trait or a reference means is left to `traits` and [`crate::resolve`].

mod id;
mod node;
mod read;
mod shape;
mod syntax;

pub use id::{ShapeId, is_identifier};
pub use node::{Entry, Node, NodeKind};
pub use shape::{
    Apply, Binding, Family, Member, Operation, Reference, Rename, Resource, Service, Shape, ShapeType, Trait,
};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Source, Span};
use read::Item;
use std::collections::{BTreeMap, BTreeSet};

/// A model as written.
#[derive(Debug)]
pub struct Ast<'a> {
    /// Which rules hold.
    pub version: Version,
    /// In the order of the text.
    pub shapes: Vec<Shape<'a>>,
    /// In the order of the text.
    pub applies: Vec<Apply<'a>>,
    /// Where the key `shapes` stands.
    pub shapes_span: Span,
    /// As written.
    pub metadata: Vec<Entry<'a>>,
    /// Shapes that are there, but could not be read.
    pub unread: BTreeSet<ShapeId>,
    index: BTreeMap<ShapeId, usize>,
}

/// The version of Smithy that a model is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// 1.0
    One,
    /// 2.0
    Two,
}

impl<'a> Ast<'a> {
    /// The shape with this id.
    pub fn shape(&self, id: &str) -> Option<&Shape<'a>> {
        self.index.get(id).map(|at| &self.shapes[*at])
    }
}

/// Reads a model in JSON form (Smithy specification, "JSON AST").
///
/// Fails with every fault of the JSON form: wrong JSON types, malformed ids, double keys and the like.
pub fn parse(source: &Source) -> Result<Ast<'_>, Diagnostics> {
    let mut log = Diagnostics::new();
    match attempt(source, &mut log) {
        Some(ast) => log.into_result(ast),
        None => Err(log),
    }
}

/// Reads what can be read. The model is whole only if no fault is found.
pub(crate) fn attempt<'a>(source: &'a Source, log: &mut Diagnostics) -> Option<Ast<'a>> {
    let root = syntax::check(&source.text).map_err(|fault| log.push(fault)).ok()?;
    let entries = root.object("the model", log)?;
    let version = version(&entries, root.span(), log);
    let Some(shapes) = entries.iter().find(|entry| entry.key == "shapes") else {
        log.push(missing(root.span(), "shapes", "`{ \"smithy\": \"2.0\", \"shapes\": { ... } }`"));
        return None;
    };
    let metadata = entries.iter().find(|entry| entry.key == "metadata");
    let metadata = metadata.and_then(|entry| entry.value.object("`metadata`", log)).unwrap_or_default();
    let mut ast = Ast {
        version,
        shapes: vec![],
        applies: vec![],
        shapes_span: shapes.key_span,
        metadata,
        unread: BTreeSet::new(),
        index: BTreeMap::new(),
    };
    read_shapes(&shapes.value, &mut ast, log)?;
    Some(ast)
}

fn read_shapes<'a>(shapes: &Node<'a>, ast: &mut Ast<'a>, log: &mut Diagnostics) -> Option<()> {
    for entry in shapes.object("`shapes`", log)? {
        match read::item(&entry, log) {
            Some(Item::Apply(apply)) => ast.applies.push(apply),
            Some(Item::Shape(shape)) => {
                ast.index.insert(shape.id.clone(), ast.shapes.len());
                ast.shapes.push(*shape);
            }
            None => ast.unread.extend(ShapeId::parse(&entry.key)),
        }
    }
    Some(())
}

/// Whatever is wrong with the version, the rest is read as 2.0 to find its faults, too.
fn version(entries: &[Entry<'_>], root: Span, log: &mut Diagnostics) -> Version {
    let Some(entry) = entries.iter().find(|entry| entry.key == "smithy") else {
        log.push(missing(root, "smithy", "`\"smithy\": \"2.0\"`"));
        return Version::Two;
    };
    let Some(text) = entry.value.string("`smithy`", log) else {
        return Version::Two;
    };
    match &*text {
        "1" | "1.0" => Version::One,
        "2" | "2.0" => Version::Two,
        other => {
            log.push(
                Diagnostic::new(Code::Version, entry.value.span(), format!("Smithy {other} is not supported"))
                    .label("unsupported version")
                    .help("supported are \"1.0\" and \"2.0\""),
            );
            Version::Two
        }
    }
}

fn missing(root: Span, key: &str, example: &str) -> Diagnostic {
    let code = if key == "smithy" { Code::Version } else { Code::MissingKey };
    let start = Span { start: root.start, end: root.start + 1 };
    Diagnostic::new(code, start, format!("the model has no `{key}`"))
        .label(format!("no `{key}` in this object"))
        .help(format!("a Smithy model in JSON form has {example}"))
}
