//! ChangedDefault: default values of members, and of whole shapes, from which members must not differ.

use super::differences::{Change, Differences, MemberChange, found};
use super::event::{Finding, Impact, Severity};
use super::members::named;
use super::presence;
use super::shown::quoted;
use super::value::is_zero;
use super::world::{Item, Shape, World};
use crate::ast::{Node, NodeKind, ShapeType};
use crate::traits::evolution::{ADDED_DEFAULT, DEFAULT};

pub fn changed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for change in &all.changed {
        let Some(own) = change.traits.iter().find(|own| own.id == DEFAULT) else { continue };
        let (old, new) = (own.old.map(|own| own.value), own.new.map(|own| own.value));
        let Some(severity) = severity(all.new, change, old.as_ref(), new.as_ref()) else { continue };
        let show = |value: Option<Node<'_>>| value.map_or("nothing".to_owned(), |own| quoted(own.raw()));
        let (what, impact) = match (change.old, change.new) {
            (Item::Member(old_owner, before), Item::Member(new_owner, after)) => {
                let of = MemberChange { change, old_owner, new_owner, old: before, new: after };
                let name = named(all, new_owner, after);
                (format!("{name} is by default {}, no longer {}", show(new), show(old)), presence::impact(all, &of))
            }
            _ => {
                let name = change.new.root().name;
                let what = format!("`{name}` is by default {}, no longer {}", show(new), show(old));
                (what, Impact::patch("only defaults of members reach the crate"))
            }
        };
        let place = own.new.map_or(change.new.base().span, |own| own.span);
        out.push(found(severity, "ChangedDefault", change.new, what, impact).at(place));
    }
}

/// How grave it is, if it is anything.
fn severity(
    world: &World<'_>,
    change: &Change<'_>,
    old: Option<&Node<'_>>,
    new: Option<&Node<'_>>,
) -> Option<Severity> {
    let Item::Member(_, member) = change.new else {
        return Some(Severity::Error);
    };
    let target = world.shape(member.target);
    match (old, new) {
        (Some(old), None) => {
            let implied = target.and_then(|shape| shape.base.find(DEFAULT));
            let harmless = old.is_null() && implied.is_none_or(|own| own.value.is_null());
            (!harmless).then_some(Severity::Error)
        }
        (None, Some(new)) => (!new.is_null() && !member.base.has(ADDED_DEFAULT)).then_some(Severity::Error),
        (Some(old), Some(new)) => {
            let alike = is_zero_value(old, target) == is_zero_value(new, target);
            Some(if alike { Severity::Danger } else { Severity::Error })
        }
        (None, None) => None,
    }
}

/// Whether the value is what members had without a default in Smithy 1.0.
fn is_zero_value(value: &Node<'_>, target: Option<&Shape<'_>>) -> bool {
    use ShapeType::*;
    match target.map(|shape| shape.kind.shape_type) {
        Some(Boolean) => value.raw() == "false",
        Some(Byte | Short | Integer | IntEnum | Long | Float | Double) => {
            value.kind() == NodeKind::Number && is_zero(value.raw())
        }
        _ => false,
    }
}
