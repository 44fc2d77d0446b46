//! What it does to a crate when one shape takes the place of another.
//!
//! What is the same shape in both models is judged by its own changes.

use super::differences::{Change, Differences};
use super::event::Impact;
use super::meaning::besides_presence;
use super::part::Presence::Optional;
use super::part::Role;
use super::presence::{Own, build_as, step};
use super::world::{Item, Shape};
use crate::ast::ShapeType;
use std::collections::BTreeSet;

/// Compares shapes with all that is below them, each pair once.
pub struct Instead<'d, 'm> {
    all: &'d Differences<'m>,
    seen: BTreeSet<(String, String)>,
}

impl<'d, 'm> Instead<'d, 'm> {
    pub fn new(all: &'d Differences<'m>) -> Self {
        Self { all, seen: BTreeSet::new() }
    }

    /// Values of a member, list or map are of another shape that has the same name in Rust.
    pub fn shape(&mut self, old: &str, new: &str) -> Impact {
        let same = Impact::patch("it is made of the same");
        let is_known = old == new || !self.seen.insert((old.to_owned(), new.to_owned()));
        let (Some(before), Some(after), false) = (self.all.old.shape(old), self.all.new.shape(new), is_known) else {
            return same;
        };
        match after.kind.shape_type {
            ShapeType::Structure => self.structure(before, after, Role::Data),
            _ => traits(self.all, Item::Shape(before), Item::Shape(after)).or_worse(self.members(before, after)),
        }
    }

    /// A structure has other fields.
    pub fn structure(&mut self, old: &Shape<'_>, new: &Shape<'_>, role: Role) -> Impact {
        let mut impact = Impact::patch("its fields are the same");
        impact = impact.or_worse(traits(self.all, Item::Shape(old), Item::Shape(new)));
        for member in &new.members {
            impact = impact.or_worse(match old.member(member.name) {
                None if self.all.parts.new.presence(new, member, role) == Optional => {
                    Impact::minor(format!("it gains `{}`, nothing breaks", member.name))
                }
                None => Impact::major(format!("it gains `{}`, which `build()` asks for", member.name)),
                Some(before) => self.kept((old, before), (new, member), Some(role)),
            });
        }
        let impact = impact.or_worse(lost(old, new));
        impact.or_worse(build_as(self.all, old, new, role))
    }

    /// A list, map, union or enum has other elements, variants or values.
    fn members(&mut self, old: &Shape<'_>, new: &Shape<'_>) -> Impact {
        let mut impact = lost(old, new);
        for member in &new.members {
            impact = impact.or_worse(match old.member(member.name) {
                None => Impact::minor(format!("it gains `{}`, nothing breaks", member.name)),
                Some(before) => self.kept((old, before), (new, member), None),
            });
        }
        impact
    }

    fn kept(&mut self, old: Own<'_, '_>, new: Own<'_, '_>, role: Option<Role>) -> Impact {
        let (all, name) = (self.all, new.1.name);
        let (from, to) = (all.parts.old.rust_type(old.1.target), all.parts.new.rust_type(new.1.target));
        if from != to {
            return Impact::major(format!("`{name}` changes from `{from}` to `{to}`"));
        }
        let impact = role.map_or(Impact::patch("nothing changes"), |role| step(all, old, new, role));
        let impact = impact.or_worse(traits(all, Item::Member(old.0, old.1), Item::Member(new.0, new.1)));
        let impact = impact.or_worse(self.shape(old.1.target, new.1.target));
        Impact { why: format!("`{name}`: {}", impact.why), ..impact }
    }
}

fn lost(old: &Shape<'_>, new: &Shape<'_>) -> Impact {
    match old.members.iter().find(|member| new.member(member.name).is_none()) {
        Some(lost) => Impact::major(format!("it loses `{}`", lost.name)),
        None => Impact::patch("it has the same members"),
    }
}

/// What other traits do, but for those that say whether a member must have a value.
fn traits(all: &Differences<'_>, old: Item<'_>, new: Item<'_>) -> Impact {
    let change = Change::between(old, new);
    let impacts = change.traits.iter().filter_map(|own| besides_presence(all, &change, own));
    impacts.fold(Impact::patch("its traits do the same"), Impact::or_worse)
}
