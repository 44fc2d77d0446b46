//! ChangedMemberTarget: members whose values are of another shape.
//!
//! Another shape of the same type may do: what differs between the two shapes is then judged as if one had changed into
//! the other.

use super::differences::{Change, Differences, MemberChange, found};
use super::evaluators;
use super::event::{Finding, Impact, Severity};
use super::instead::Instead;
use super::members::named;
use super::secrets;
use super::world::{Item, Shape};
use crate::ast::ShapeType;
use crate::traits::evolution::ENUM;

/// So many lists within lists are compared; in a model that makes sense they end before.
const DEEPEST: usize = 8;

pub fn changed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for of in all.members().filter(|of| of.old.target != of.new.target) {
        let (severity, impact) = evaluate(all, &of);
        let name = |id: &str| id.rsplit('#').next().unwrap_or(id).to_owned();
        let (from, to) = (name(of.old.target), name(of.new.target));
        let what = format!("{} is now a `{to}`, no longer a `{from}`", named(all, of.new_owner, of.new));
        out.push(found(severity, "ChangedMemberTarget", Item::Member(of.new_owner, of.new), what, impact));
    }
}

fn evaluate(all: &Differences<'_>, of: &MemberChange<'_, '_>) -> (Severity, Impact) {
    let (from, to) = (all.parts.old.rust_type(of.old.target), all.parts.new.rust_type(of.new.target));
    let impact = match from == to {
        true => secrets::member(all, (of.old_owner, of.old), (of.new_owner, of.new))
            .unwrap_or_else(|| Impact::patch(format!("both are `{to}` in the crate")))
            .or_worse(Instead::new(all).shape(of.old.target, of.new.target)),
        false => Impact::major(format!("what was `{from}` in the crate is `{to}`")),
    };
    let (Some(old), Some(new)) = (all.old.shape(of.old.target), all.new.shape(of.new.target)) else {
        return (Severity::Warning, impact);
    };
    if old.kind != new.kind || is_named(old) || old.base.has(ENUM) {
        return (Severity::Error, impact);
    }
    let mut severity = Severity::Warning;
    let mut worst = impact;
    for finding in nested(all, old, new) {
        severity = severity.max(finding.severity);
        worst = worst.or_worse(finding.impact);
    }
    (severity, worst)
}

/// Whether the name of the shape shows in generated code, in any language.
fn is_named(shape: &Shape<'_>) -> bool {
    use ShapeType::*;
    matches!(shape.kind.shape_type, Structure | Union | Enum | IntEnum | Operation | Resource | Service)
}

/// What would be said if the old shape had changed into the new one.
fn nested<'m>(all: &Differences<'m>, old: &'m Shape<'m>, new: &'m Shape<'m>) -> Vec<Finding> {
    if all.depth >= DEEPEST {
        return Vec::new();
    }
    let mut changed = vec![Change::between(Item::Shape(old), Item::Shape(new))];
    let pairs = new.members.iter().filter_map(|member| Some((old.member(member.name)?, member)));
    changed.extend(pairs.map(|(before, after)| Change::between(Item::Member(old, before), Item::Member(new, after))));
    let (added, removed) = (Vec::new(), Vec::new());
    let Differences { old, new, parts, .. } = *all;
    evaluators::run(&Differences { old, new, parts, added, removed, changed, depth: all.depth + 1 })
}
