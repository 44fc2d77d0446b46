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
use std::collections::BTreeMap;

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
    let root = syntax::check(&source.text)?;
    let mut log = Diagnostics::new();
    let entries = root.object("the model", &mut log).unwrap_or_default();
    if !log.is_empty() && entries.is_empty() {
        return Err(log);
    }
    let version = version(&entries, root.span(), &mut log);
    let shapes = entries.iter().find(|entry| entry.key == "shapes");
    if shapes.is_none() {
        log.push(missing(root.span(), "shapes", "`{ \"smithy\": \"2.0\", \"shapes\": { ... } }`"));
    }
    let shapes_span = shapes.map_or(root.span(), |entry| entry.key_span);
    let metadata = entries.iter().find(|entry| entry.key == "metadata");
    let metadata = metadata.and_then(|entry| entry.value.object("`metadata`", &mut log)).unwrap_or_default();
    let mut ast = Ast { version, shapes: vec![], applies: vec![], shapes_span, metadata, index: BTreeMap::new() };
    if let Some(entry) = shapes {
        read_shapes(&entry.value, &mut ast, &mut log);
    }
    log.into_result(ast)
}

fn read_shapes<'a>(shapes: &Node<'a>, ast: &mut Ast<'a>, log: &mut Diagnostics) {
    for entry in shapes.object("`shapes`", log).unwrap_or_default() {
        match read::item(&entry, log) {
            Some(Item::Apply(apply)) => ast.applies.push(apply),
            Some(Item::Shape(shape)) => {
                ast.index.insert(shape.id.clone(), ast.shapes.len());
                ast.shapes.push(*shape);
            }
            None => {}
        }
    }
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
