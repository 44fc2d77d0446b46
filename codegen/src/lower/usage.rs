//! Which way shapes travel: what is written to requests, what is read from responses, what is a member of something.

use crate::ast::ShapeId;
use crate::model::{Kind, Model, Shape};
use std::collections::BTreeSet;

/// The answers for every shape of a model.
pub struct Usage<'a> {
    members: BTreeSet<&'a ShapeId>,
    read: BTreeSet<&'a ShapeId>,
    written: BTreeSet<&'a ShapeId>,
}

impl<'a> Usage<'a> {
    /// Walks the model from the inputs, and from the outputs and errors.
    pub fn of(model: &'a Model) -> Self {
        let operations = &model.operations;
        let written = reach(model, operations.iter().filter_map(|operation| operation.input.as_ref()));
        let outputs = operations.iter().filter_map(|operation| operation.output.as_ref());
        let read = reach(model, outputs.chain(operations.iter().flat_map(|operation| &operation.errors)));
        Usage { members: written.union(&read).copied().collect(), read, written }
    }

    /// Whether some member, element or value targets the shape.
    pub fn is_member(&self, id: &ShapeId) -> bool {
        self.members.contains(id)
    }

    /// Whether the shape is a part of a response.
    pub fn is_read(&self, id: &ShapeId) -> bool {
        self.read.contains(id)
    }

    /// Whether the shape is a part of a request.
    pub fn is_written(&self, id: &ShapeId) -> bool {
        self.written.contains(id)
    }
}

/// All shapes below `roots`; a root itself only if something below a root leads to it.
fn reach<'a>(model: &'a Model, roots: impl Iterator<Item = &'a ShapeId>) -> BTreeSet<&'a ShapeId> {
    let mut seen = BTreeSet::new();
    let mut todo: Vec<&ShapeId> = roots.flat_map(|root| targets(&model.shapes[root].kind)).collect();
    while let Some(id) = todo.pop() {
        if seen.insert(id) {
            todo.extend(targets(&model.shapes[id].kind));
        }
    }
    seen
}

/// The shapes that a shape is made of. A variant of a union that has no value needs no shape.
pub fn targets(kind: &Kind) -> impl Iterator<Item = &ShapeId> {
    let is_union = matches!(kind, Kind::Union(_));
    kind.parts().into_iter().map(|(_, target)| target).filter(move |target| !(is_union && target.is_unit()))
}

/// Whether a shape, or what it is made of as far as `through` leads, is what is asked for.
pub fn holds(model: &Model, target: &ShapeId, through: impl Fn(&Kind) -> bool, is: impl Fn(&Shape) -> bool) -> bool {
    let (mut seen, mut todo) = (BTreeSet::new(), vec![target]);
    while let Some(id) = todo.pop() {
        let shape = &model.shapes[id];
        if is(shape) {
            return true;
        }
        if seen.insert(id) && through(&shape.kind) {
            todo.extend(targets(&shape.kind));
        }
    }
    false
}

/// Whether values of the kind hold others, and have no type of their own.
pub fn is_collection(kind: &Kind) -> bool {
    matches!(kind, Kind::List { .. } | Kind::Map { .. })
}
