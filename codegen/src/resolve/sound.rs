//! What of a model with faults can be looked at further.

use crate::ast::ShapeId;
use crate::diagnostic::Diagnostics;
use crate::model::{Kind, Member, Model};
use std::collections::{BTreeMap, BTreeSet};

/// Makes every [`ShapeId`] of a model a key of its shapes again: members go that lead to nothing, be it through lists and
/// maps. The log keeps in mind which.
pub fn keep(model: &mut Model, log: &mut Diagnostics) {
    let gone = gone(model);
    model.shapes.retain(|id, _| !gone.contains(id));
    for shape in model.shapes.values_mut() {
        match &mut shape.kind {
            Kind::Structure(structure) => retain(&shape.id, &mut structure.members, &gone, log),
            Kind::Union(members) => retain(&shape.id, members, &gone, log),
            _has_no_members => {}
        }
    }
}

fn retain(shape: &ShapeId, members: &mut Vec<Member>, gone: &BTreeSet<ShapeId>, log: &mut Diagnostics) {
    members.retain(|member| {
        let stays = !gone.contains(&member.target);
        if !stays {
            log.inside(shape.with_member(&member.name), Diagnostics::note_incomplete);
        }
        stays
    });
}

/// The shapes that are not there, and the lists and maps that lead to them.
fn gone(model: &Model) -> BTreeSet<ShapeId> {
    let owners = owners(model);
    let is_collection = |id: &&ShapeId| {
        model.shapes.get(*id).is_some_and(|shape| matches!(shape.kind, Kind::List { .. } | Kind::Map { .. }))
    };
    let mut queue: Vec<ShapeId> = owners.keys().filter(|id| !model.shapes.contains_key(*id)).cloned().collect();
    let mut gone: BTreeSet<ShapeId> = queue.iter().cloned().collect();
    while let Some(id) = queue.pop() {
        let next = owners.get(&id).into_iter().flatten().filter(is_collection);
        queue.extend(next.filter(|owner| gone.insert((*owner).clone())).cloned());
    }
    gone
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
