//! ChangedNullability: whether a client may see no value of a member, by `NullableIndex` of Smithy in mode `CLIENT`.

use super::differences::{Change, Differences, MemberChange, found};
use super::event::{Finding, Severity};
use super::members::named;
use super::presence;
use super::world::{Item, Member, Shape, World};
use crate::ast::ShapeType;
use crate::traits::evolution::{CLIENT_OPTIONAL, DEFAULT, INPUT, REQUIRED, SPARSE};
use std::collections::BTreeSet;

pub fn changed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    let inputs = moved_inputs(all);
    let moved = inputs.iter().filter_map(|change| match (change.old, change.new) {
        (Item::Member(old_owner, old), Item::Member(new_owner, new)) => {
            Some(MemberChange { change, old_owner, new_owner, old, new })
        }
        _ => None,
    });
    for change in all.members().chain(moved) {
        let was = is_nullable(change.old_owner, change.old);
        if was == is_nullable(change.new_owner, change.new) {
            continue;
        }
        let impact = presence::impact(all, &change);
        let what = match was {
            true => format!("{} must have a value now", named(all, change.new_owner, change.new)),
            false => format!("{} may have no value now", named(all, change.new_owner, change.new)),
        };
        for (severity, reason) in reasons(all.new, &change) {
            let id = if reason.is_empty() {
                "ChangedNullability".to_owned()
            } else {
                format!("ChangedNullability.{reason}")
            };
            if seen.insert((change.old.base.id.clone(), id.clone())) {
                let item = Item::Member(change.new_owner, change.new);
                let mut finding = found(severity, id, item, what.clone(), impact.clone());
                finding.shape = Some(change.old.base.id.clone());
                out.push(finding);
            }
        }
    }
}

/// Members of structures that became the input of an operation, or are none any more.
fn moved_inputs<'m>(all: &Differences<'m>) -> Vec<Change<'m>> {
    let mut moved = Vec::new();
    for (change, old, new) in all.shapes() {
        let structures = old.is(ShapeType::Structure) && new.is(ShapeType::Structure);
        if structures && (change.added(INPUT) || change.removed(INPUT)) {
            let pairs = new.members.iter().filter_map(|member| Some((old.member(member.name)?, member)));
            moved.extend(
                pairs.map(|(before, after)| Change::between(Item::Member(old, before), Item::Member(new, after))),
            );
        }
    }
    moved
}

fn is_nullable(owner: &Shape<'_>, member: &Member<'_>) -> bool {
    let has = |id: &str| member.base.has(id);
    match owner.kind.shape_type {
        ShapeType::Structure => {
            let default = member.base.find(DEFAULT).is_some_and(|own| !own.value.is_null());
            has(CLIENT_OPTIONAL) || owner.base.has(INPUT) || (!has(REQUIRED) && !default)
        }
        ShapeType::List => !owner.kind.is_set && owner.base.has(SPARSE),
        ShapeType::Map => member.name != "key" && owner.base.has(SPARSE),
        _ => false,
    }
}

/// Why the nullability changed, each reason with its severity.
fn reasons(world: &World<'_>, of: &MemberChange<'_, '_>) -> Vec<(Severity, &'static str)> {
    let mut reasons = match (of.old_owner.base.has(INPUT), of.new_owner.base.has(INPUT)) {
        (true, false) => vec![(Severity::Error, "RemovedInputTrait")],
        (false, true) => vec![(Severity::Danger, "AddedInputTrait")],
        (false, false) => outside_inputs(world, of),
        (true, true) => vec![],
    };
    let null = |member: &Member<'_>| member.base.find(DEFAULT).map(|own| own.value.is_null());
    match (null(of.old), null(of.new)) {
        (Some(false), Some(true)) => reasons.push((Severity::Error, "AddedNullDefault")),
        (Some(true), Some(false)) => reasons.push((Severity::Error, "RemovedNullDefault")),
        _ => {}
    }
    if reasons.is_empty() {
        reasons.push((Severity::Error, ""));
    }
    reasons
}

fn outside_inputs(world: &World<'_>, of: &MemberChange<'_, '_>) -> Vec<(Severity, &'static str)> {
    let mut reasons = Vec::new();
    let change = of.change;
    let aggregate = world.shape(of.new.target).is_some_and(Shape::is_aggregate);
    let stays_required = of.old.base.has(REQUIRED) && of.new.base.has(REQUIRED);
    if stays_required && change.added(CLIENT_OPTIONAL) {
        reasons.push((Severity::Error, "AddedClientOptionalTrait"));
    } else if stays_required && change.removed(CLIENT_OPTIONAL) {
        reasons.push((Severity::Error, "RemovedClientOptionalTrait"));
    } else if change.added(REQUIRED) && !of.new.base.has(CLIENT_OPTIONAL) {
        reasons.push(match aggregate {
            true => (Severity::Warning, "AddedRequiredTrait.StructureOrUnion"),
            false => (Severity::Error, "AddedRequiredTrait"),
        });
    }
    if change.added(DEFAULT) && !change.removed(REQUIRED) {
        reasons.push((Severity::Error, "AddedDefaultTrait"));
    }
    if change.removed(REQUIRED) && !of.new.base.has(DEFAULT) && !of.old.base.has(CLIENT_OPTIONAL) {
        reasons.push(match aggregate {
            true => (Severity::Warning, "RemovedRequiredTrait.StructureOrUnion"),
            false => (Severity::Error, "RemovedRequiredTrait"),
        });
    }
    reasons
}
