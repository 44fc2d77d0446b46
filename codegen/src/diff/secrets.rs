//! What a change of `sensitive` does beyond `Debug` and logs: `Display` does not show the message of an error that is a
//! secret, and telemetry does not get what is secret of an input.

use super::differences::{Change as Changed, Differences};
use super::event::Impact;
use super::part::Role;
use super::presence::Own;
use super::world::{Item, Shape, World};
use crate::ast::ShapeType;
use crate::names;
use crate::traits::tables::{ERROR, SENSITIVE};

/// The impact on all members that the trait reaches, if any becomes a secret or is none any more.
pub fn impact(all: &Differences<'_>, of: &Changed<'_>) -> Option<Impact> {
    let pairs = match (of.old, of.new) {
        (Item::Member(old_owner, old), Item::Member(new_owner, new)) => vec![((old_owner, old), (new_owner, new))],
        (Item::Shape(old), Item::Shape(new)) if new.is(ShapeType::Structure) => pairs(old, new, None),
        // Another shape in the place of this one is judged by the members that have it.
        _ if of.old.id() != of.new.id() => return None,
        _ => users(all, of.new.id()),
    };
    pairs.into_iter().filter_map(|(old, new)| member(all, old, new)).reduce(Impact::or_worse)
}

/// The impact on a member that becomes a secret, or is none any more.
pub fn member(all: &Differences<'_>, old: Own<'_, '_>, new: Own<'_, '_>) -> Option<Impact> {
    let (was, is) = (is_secret(all.old, old), is_secret(all.new, new));
    let (owner, own) = new;
    let is_message = owner.base.has(ERROR) && names::field(own.name) == "message";
    let is_told = || all.parts.new.roles(&owner.base.id).contains(&Role::Input);
    let is_attribute = || is_told() && all.parts.new.rust_type(own.target) == "String";
    match (was, is) {
        (true, true) | (false, false) => None,
        (false, true) if is_message => Some(Impact::minor("`Display` and `meta()` do not show the message any more")),
        (true, false) if is_message => {
            Some(Impact::minor("`Display` and `meta()` show the message, which was a secret"))
        }
        (false, true) if is_attribute() => {
            Some(Impact::patch("only what `Debug` prints changes, and telemetry has no attribute of it any more"))
        }
        (true, false) if is_attribute() => {
            Some(Impact::patch("only what `Debug` prints changes, and telemetry can have an attribute of it"))
        }
        _ => Some(Impact::patch("only what `Debug` prints and what is logged changes")),
    }
}

pub fn is_secret(world: &World<'_>, (owner, member): Own<'_, '_>) -> bool {
    let bases = [Some(&owner.base), Some(&member.base), world.shape(member.target).map(|target| &target.base)];
    bases.into_iter().flatten().any(|base| base.has(SENSITIVE))
}

/// Members of both structures, all or those of a target.
fn pairs<'m>(old: &'m Shape<'m>, new: &'m Shape<'m>, target: Option<&str>) -> Vec<(Own<'m, 'm>, Own<'m, 'm>)> {
    let wanted = new.members.iter().filter(|own| target.is_none_or(|target| own.target == target));
    wanted.filter_map(|own| Some(((old, old.member(own.name)?), (new, own)))).collect()
}

/// Members of errors and inputs that have the target.
fn users<'m>(all: &Differences<'m>, target: &str) -> Vec<(Own<'m, 'm>, Own<'m, 'm>)> {
    let shapes = all.new.shapes.values().filter(|shape| all.parts.new.is_error_or_input(shape));
    let both = shapes.filter_map(|new| Some((all.old.shapes.get(&*new.base.id)?, new)));
    both.flat_map(|(old, new)| pairs(old, new, Some(target))).collect()
}
