//! Ways from operations to shapes.

use super::Edge;
use crate::ast::ShapeId;
use crate::model::{Model, Operation};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::{Display, Formatter};

/// How many steps are told at the beginning of a path, and how many at its end.
const TOLD: usize = 8;

/// A path from an operation. The middle of a long one is left out: all paths together would be quadratic in the model.
#[derive(Clone)]
struct Path {
    first: Vec<String>,
    last: VecDeque<String>,
    left_out: usize,
}

impl Path {
    fn from(operation: &str) -> Self {
        Self { first: vec![operation.to_owned()], last: VecDeque::new(), left_out: 0 }
    }

    fn to(&self, step: String) -> Self {
        let mut path = self.clone();
        if path.first.len() < TOLD {
            path.first.push(step);
            return path;
        }
        path.last.push_back(step);
        if path.last.len() > TOLD {
            path.last.pop_front();
            path.left_out += 1;
        }
        path
    }
}

impl Display for Path {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let middle = (self.left_out > 0).then(|| format!("… {} more …", self.left_out));
        let steps = self.first.iter().chain(&middle).chain(&self.last);
        f.write_str(&steps.map(String::as_str).collect::<Vec<_>>().join(" → "))
    }
}

/// For each shape a shortest path from an operation; of several the one of the first operation and member.
pub fn of(model: &Model, names: &BTreeMap<&ShapeId, String>) -> BTreeMap<ShapeId, String> {
    let name = |id: &ShapeId| names.get(id).cloned().unwrap_or_else(|| id.name().to_owned());
    let mut reasons: BTreeMap<ShapeId, String> = BTreeMap::new();
    let mut queue = VecDeque::new();
    for operation in &model.operations {
        for (id, role) in ends(operation) {
            if !reasons.contains_key(id) {
                reasons.insert(id.clone(), format!("{} ({role})", operation.id.name()));
                queue.push_back((id, Path::from(operation.id.name())));
            }
        }
    }
    while let Some((id, path)) = queue.pop_front() {
        for (member, target) in steps(model, id) {
            if !reasons.contains_key(target) {
                let path = path.to(format!("{}${member}", name(id)));
                reasons.insert(target.clone(), path.to_string());
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
