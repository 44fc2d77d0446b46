//! AddedRequiredMember, ChangedMemberOrder: the members of structures and unions.

use super::differences::{Differences, found};
use super::event::{Finding, Impact, Severity};
use super::part::Presence;
use super::presence;
use super::world::{Item, Member, Shape};
use crate::ast::ShapeType;
use crate::traits::evolution::{CLIENT_OPTIONAL, DEFAULT, REQUIRED};

/// How messages call a member: `` `Domain`, `Tags` ``.
pub fn named(all: &Differences<'_>, owner: &Shape<'_>, member: &Member<'_>) -> String {
    format!("`{}` of `{}`", member.name, all.parts.new.type_name(owner))
}

pub fn added_required(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for (_, old, new) in all.shapes() {
        if !old.is(ShapeType::Structure) || !new.is(ShapeType::Structure) {
            continue;
        }
        for member in new.members.iter().filter(|member| old.member(member.name).is_none()) {
            let has = |id: &str| member.base.has(id);
            if !has(REQUIRED) || has(DEFAULT) || has(CLIENT_OPTIONAL) {
                continue;
            }
            let what = format!("`{}` gains `{}`, required", all.parts.new.type_name(new), member.name);
            let impact = match all.parts.new.strictest(new, member) {
                Presence::Asked | Presence::Required => Impact::major("`build()` refuses to go without it"),
                Presence::Optional | Presence::Default => Impact::minor("the crate has it as optional, nothing breaks"),
            };
            let impact = presence::build(all, old, new).or_worse(impact);
            out.push(found(Severity::Error, "AddedRequiredMember", Item::Member(new, member), what, impact));
        }
    }
}

pub fn changed_order(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for (_, old, new) in all.shapes() {
        let alike = old.is(new.kind.shape_type) && new.is_aggregate();
        let moved = old.members.iter().zip(&new.members).any(|(old, new)| old.name != new.name);
        if alike && moved {
            let what = format!("members of `{}` stand in another order", all.parts.new.type_name(new));
            let impact = Impact::patch("no program sees the order of fields or variants");
            out.push(found(Severity::Danger, "ChangedMemberOrder", Item::Shape(new), what, impact));
        }
    }
}
