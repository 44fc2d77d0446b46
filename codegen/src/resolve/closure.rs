//! Walks from the operations to every shape that they reach, and says what each of them is.

use super::names::Names;
use super::views::{Target, View, Views};
use crate::ast::{Reference, ShapeId, ShapeType, Version};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::model::{Constraints, Kind, Shape, Structure};
use crate::traits::{Definitions, Facts, Owner};
use std::collections::{BTreeMap, BTreeSet};

/// The shapes reached so far.
pub struct Closure<'c, 's, 'a> {
    pub views: &'c Views<'s, 'a>,
    pub version: Version,
    pub definitions: &'c Definitions<'c>,
    pub log: &'c mut Diagnostics,
    names: &'c Names,
    seen: BTreeSet<ShapeId>,
    queue: Vec<ShapeId>,
}

impl<'c, 's, 'a> Closure<'c, 's, 'a> {
    pub fn new(
        views: &'c Views<'s, 'a>,
        version: Version,
        definitions: &'c Definitions<'c>,
        names: &'c Names,
        log: &'c mut Diagnostics,
    ) -> Self {
        Self { views, version, definitions, log, names, seen: BTreeSet::new(), queue: vec![] }
    }

    /// Runs `body`; faults that it finds belong to `shape`.
    pub fn inside<T>(&mut self, shape: &ShapeId, body: impl FnOnce(&mut Closure<'_, 's, 'a>) -> T) -> T {
        let (seen, queue) = (std::mem::take(&mut self.seen), std::mem::take(&mut self.queue));
        let Self { views, version, definitions, names, .. } = *self;
        let (value, seen, queue) = self.log.inside(shape, |log| {
            let mut inner = Closure { views, version, definitions, log, names, seen, queue };
            let value = body(&mut inner);
            (value, inner.seen, inner.queue)
        });
        (self.seen, self.queue) = (seen, queue);
        value
    }

    /// Follows a reference to a shape of one of the types that `fits` takes.
    pub fn follow(
        &mut self,
        reference: &Reference,
        what: &str,
        expected: &str,
        fits: impl Fn(ShapeType) -> bool,
    ) -> Option<Target<'c, 's, 'a>> {
        let Some(target) = self.views.target(&reference.id) else {
            self.views.dangling(reference, self.log);
            return None;
        };
        let found = target.shape_type();
        if !fits(found) {
            let message = format!("{what} must be {expected}, not {}", found.with_article());
            let label = format!("`{}` is {}", reference.id.name(), found.with_article());
            self.log.push(Diagnostic::new(Code::WrongTarget, reference.span, message).label(label));
            return None;
        }
        if Facts::new(target.traits()).is_mixin() {
            let message = format!("{what} must not be a mixin");
            self.log.push(
                Diagnostic::new(Code::WrongTarget, reference.span, message)
                    .label("a mixin")
                    .help("define a shape that uses the mixin, and refer to that"),
            );
        }
        if self.seen.insert(reference.id.clone()) {
            self.queue.push(reference.id.clone());
        }
        Some(target)
    }

    /// The input or output of an operation.
    pub fn payload(&mut self, reference: Option<&Reference>, what: &str) -> Option<ShapeId> {
        let reference = reference.filter(|reference| !reference.id.is_unit())?;
        self.follow(reference, what, "a structure", |found| found == ShapeType::Structure)?;
        Some(reference.id.clone())
    }

    /// Whether nothing is missing of an input or output of the operation at hand.
    pub fn has(&self, reference: Option<&Reference>, payload: Option<&ShapeId>) -> bool {
        let is_unit = reference.map_or(!self.log.is_incomplete_inside(), |reference| reference.id.is_unit());
        is_unit || payload.is_some()
    }

    /// The errors of an operation or service.
    pub fn errors(&mut self, references: &[Reference]) -> Vec<ShapeId> {
        let mut ids = Vec::with_capacity(references.len());
        for reference in references {
            let target = self.follow(reference, "an error", "a structure", |found| found == ShapeType::Structure);
            let Some(target) = target else { continue };
            if !Facts::new(target.traits()).is_error() {
                let message = format!("`{}` is listed as error, but is not marked as one", reference.id.name());
                self.log.miss(
                    &reference.id,
                    Diagnostic::new(Code::NotAnError, reference.span, message)
                        .label("lacks `@error`")
                        .help("mark the structure with `@error(\"client\")` or `@error(\"server\")`"),
                );
            }
            ids.push(reference.id.clone());
        }
        ids
    }

    /// Every shape reached, after all the others have been reached from it.
    pub fn finish(mut self) -> BTreeMap<ShapeId, Shape> {
        let mut shapes = BTreeMap::new();
        while let Some(id) = self.queue.pop() {
            let shape = match self.views.target(&id) {
                Some(Target::Model(view)) => self.inside(&id, |closure| closure.shape(view)),
                Some(Target::Prelude(found)) => self.kind(found.shape_type, None).map(|kind| bare(&id, kind)),
                None => None,
            };
            shapes.extend(shape.map(|shape| (id, shape)));
        }
        shapes
    }

    fn shape(&mut self, view: &View<'_, '_>) -> Option<Shape> {
        self.definitions.check(&view.traits, Owner::Data, self.log);
        let traits = Facts::new(&view.traits);
        let constraints = traits.constraints(self.log);
        let unique_items = constraints.unique_items || view.shape.is_set;
        Some(Shape {
            id: view.shape.id.clone(),
            name: self.names.of_shape(&view.shape.id).to_owned(),
            span: view.shape.span,
            docs: traits.docs(self.log),
            deprecated: traits.deprecated(self.log),
            sensitive: traits.sensitive(self.log),
            constraints: Constraints { unique_items, ..constraints },
            kind: self.kind(view.shape.shape_type, Some(view))?,
        })
    }

    /// What a shape of the type is. Prelude shapes have no view.
    fn kind(&mut self, shape_type: ShapeType, view: Option<&View<'_, '_>>) -> Option<Kind> {
        let traits = Facts::new(view.map_or(&[], |view| &view.traits));
        Some(match shape_type {
            ShapeType::Blob => Kind::Blob,
            ShapeType::Boolean => Kind::Boolean,
            ShapeType::String => match traits.string_enum(self.log) {
                Some(values) => Kind::Enum(self.distinct(values)),
                None => Kind::String,
            },
            ShapeType::Byte => Kind::Byte,
            ShapeType::Short => Kind::Short,
            ShapeType::Integer => Kind::Integer,
            ShapeType::Long => Kind::Long,
            ShapeType::Float => Kind::Float,
            ShapeType::Double => Kind::Double,
            ShapeType::BigInteger => Kind::BigInteger,
            ShapeType::BigDecimal => Kind::BigDecimal,
            ShapeType::Timestamp => Kind::Timestamp(traits.timestamp_format(self.log)),
            ShapeType::Document => Kind::Document,
            ShapeType::Enum => Kind::Enum(self.enum_values(view?)),
            ShapeType::IntEnum => Kind::IntEnum(self.int_enum_values(view?)),
            ShapeType::List => Kind::List { member: self.element(view?, "member")?, sparse: traits.sparse(self.log) },
            ShapeType::Map => {
                let (key, value) = (self.key(view?), self.element(view?, "value"));
                let (key, key_constraints) = key?;
                Kind::Map { key, key_constraints, value: value?, sparse: traits.sparse(self.log) }
            }
            ShapeType::Structure => {
                let members = view.map_or(vec![], |view| self.members(view));
                Kind::Structure(Structure { members, error: traits.error(self.log) })
            }
            ShapeType::Union => {
                let view = view?;
                self.expect_members(view);
                Kind::Union(self.members(view))
            }
            ShapeType::Operation | ShapeType::Resource | ShapeType::Service => return None,
        })
    }

    /// Reports a shape that has no members and needs some.
    pub fn expect_members(&mut self, view: &View<'_, '_>) {
        if view.members.is_empty() {
            let owner = view.shape.shape_type.with_article();
            self.log.miss(
                &view.shape.id,
                Diagnostic::new(Code::Incomplete, view.shape.span, format!("{owner} needs at least one member"))
                    .label("has no members"),
            );
        }
    }
}

/// A shape of the prelude.
fn bare(id: &ShapeId, kind: Kind) -> Shape {
    let (span, name, constraints) = (Span::default(), id.name().to_owned(), Constraints::default());
    Shape { id: id.clone(), name, span, docs: None, deprecated: None, sensitive: false, constraints, kind }
}
