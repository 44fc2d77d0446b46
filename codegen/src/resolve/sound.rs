//! What of a model with faults can be looked at further.

use crate::ast::ShapeId;
use crate::model::{Kind, Member, Model, Operation};
use std::collections::{BTreeMap, BTreeSet};

/// Makes every [`ShapeId`] of a model a key of its shapes again, and every type finite: lists and maps with faults go, and
/// whatever leads to nothing. Where something is wrong below an operation, what names members of it goes, too.
pub fn keep(model: &mut Model, faulty: &BTreeSet<String>) {
    let owners = owners(model);
    let is_collection = |id: &ShapeId| {
        model.shapes.get(id).is_some_and(|shape| matches!(shape.kind, Kind::List { .. } | Kind::Map { .. }))
    };
    let missing = owners.keys().filter(|id| !model.shapes.contains_key(*id)).cloned();
    let wrong = model.shapes.keys().filter(|id| faulty.contains(id.as_str())).cloned();
    let missing = missing.chain(wrong.clone().filter(is_collection)).collect();
    let gone = spread(missing, &owners, is_collection);
    let touched = spread(gone.iter().cloned().chain(wrong).collect(), &owners, |_| true);

    model.shapes.retain(|id, _| !gone.contains(id));
    model.shapes.values_mut().for_each(|shape| match &mut shape.kind {
        Kind::Structure(structure) => retain(&mut structure.members, &gone),
        Kind::Union(members) => retain(members, &gone),
        _has_no_members => {}
    });
    model.service.errors.retain(|id| model.shapes.contains_key(id));
    for operation in &mut model.operations {
        operation.errors.retain(|id| model.shapes.contains_key(id));
        operation.input.take_if(|id| !model.shapes.contains_key(id));
        operation.output.take_if(|id| !model.shapes.contains_key(id));
        if faulty.contains(operation.id.as_str()) || ends(operation).any(|id| touched.contains(id)) {
            operation.waiters.clear();
            operation.endpoint_params.clear();
            (operation.paginated, operation.host_prefix) = (None, None);
        }
    }
}

fn ends(operation: &Operation) -> impl Iterator<Item = &ShapeId> {
    operation.input.iter().chain(&operation.output)
}

fn retain(members: &mut Vec<Member>, gone: &BTreeSet<ShapeId>) {
    members.retain(|member| !gone.contains(&member.target));
}

/// The shapes that have a shape as a part, by the part.
fn owners(model: &Model) -> BTreeMap<ShapeId, Vec<ShapeId>> {
    let mut owners: BTreeMap<ShapeId, Vec<ShapeId>> = BTreeMap::new();
    for shape in model.shapes.values() {
        for (_, part) in shape.kind.parts() {
            owners.entry(part.clone()).or_default().push(shape.id.clone());
        }
    }
    owners
}

/// The shapes, and all that have them as parts, as far as the owners pass it on.
fn spread(
    mut queue: Vec<ShapeId>,
    owners: &BTreeMap<ShapeId, Vec<ShapeId>>,
    passes: impl Fn(&ShapeId) -> bool,
) -> BTreeSet<ShapeId> {
    let mut reached: BTreeSet<ShapeId> = queue.iter().cloned().collect();
    while let Some(id) = queue.pop() {
        let next = owners.get(&id).into_iter().flatten().filter(|owner| passes(owner));
        queue.extend(next.filter(|owner| reached.insert((*owner).clone())).cloned());
    }
    reached
}
