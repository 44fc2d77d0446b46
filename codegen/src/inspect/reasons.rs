//! Ways from operations to shapes.

use super::Edge;
use crate::ast::ShapeId;
use crate::model::{Model, Operation};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// For each shape a shortest path from an operation; of several the one of the first operation and member.
pub fn of(model: &Model, names: &BTreeMap<&ShapeId, String>) -> BTreeMap<ShapeId, String> {
    let name = |id: &ShapeId| names.get(id).cloned().unwrap_or_else(|| id.name().to_owned());
    let mut reasons: BTreeMap<ShapeId, String> = BTreeMap::new();
    let mut queue = VecDeque::new();
    for operation in &model.operations {
        for (id, role) in ends(operation) {
            if !reasons.contains_key(id) {
                reasons.insert(id.clone(), format!("{} ({role})", operation.id.name()));
                queue.push_back((id, operation.id.name().to_owned()));
            }
        }
    }
    while let Some((id, path)) = queue.pop_front() {
        for (member, target) in steps(model, id) {
            if !reasons.contains_key(target) {
                let path = format!("{path} → {}${member}", name(id));
                reasons.insert(target.clone(), path.clone());
                queue.push_back((target, path));
            }
        }
    }
    reasons
}

/// Every step between operations and shapes.
pub fn edges(model: &Model, names: &BTreeMap<&ShapeId, String>) -> Vec<Edge> {
    let edge = |from_operation: bool, from: &str, to: &ShapeId, label: &str| {
        Some(Edge { from_operation, from: from.to_owned(), to: names.get(to)?.clone(), label: label.to_owned() })
    };
    let from_operations = model.operations.iter().flat_map(|operation| {
        ends(operation).into_iter().filter_map(move |(to, role)| edge(true, operation.id.name(), to, role))
    });
    let from_shapes = names.iter().flat_map(|(id, from)| {
        steps(model, id).into_iter().filter_map(move |(member, to)| edge(false, from, to, member))
    });
    from_operations.chain(from_shapes).collect()
}

/// All shapes that an operation reaches, and itself.
pub fn reached<'m>(model: &'m Model, operation: &'m Operation) -> BTreeSet<&'m ShapeId> {
    let mut seen = BTreeSet::from([&operation.id]);
    let mut todo: Vec<&ShapeId> = ends(operation).into_iter().map(|(id, _)| id).collect();
    while let Some(id) = todo.pop() {
        if seen.insert(id) {
            todo.extend(steps(model, id).into_iter().map(|(_, target)| target));
        }
    }
    seen
}

fn ends(operation: &Operation) -> Vec<(&ShapeId, &'static str)> {
    let input = operation.input.iter().map(|id| (id, "input"));
    let output = operation.output.iter().map(|id| (id, "output"));
    input.chain(output).chain(operation.errors.iter().map(|id| (id, "error"))).collect()
}

/// Members, with what they lead to.
fn steps<'m>(model: &'m Model, id: &ShapeId) -> Vec<(&'m str, &'m ShapeId)> {
    model.shapes.get(id).map(|shape| shape.kind.parts()).unwrap_or_default()
}
