//! What it does to a crate when a member must have a value, need not have one, or has one by default.
//!
//! smithy-diff says nothing about `@required` in inputs, where generators may do as they like. Ours asks for what is
//! required, so this finds what smithy-diff does not report.

use super::differences::{Differences, MemberChange, found};
use super::event::{Finding, Impact, Severity, Verdict};
use super::part::Presence::{Asked, Default, Optional, Required};
use super::part::Role;
use super::shown::quoted;
use super::world::{Item, Member, Shape};
use crate::traits::evolution::DEFAULT;
use std::collections::BTreeSet;

/// What follows from how the presence of a member changes.
pub fn impact(all: &Differences<'_>, change: &MemberChange<'_, '_>) -> Impact {
    let (old, new) = ((change.old_owner, change.old), (change.new_owner, change.new));
    let impacts = roles(all, old.0, new.0).into_iter().map(|role| step(all, old, new, role));
    impacts.fold(build(all, old.0, new.0), |worst, own| own.or_worse(worst))
}

/// What the crate has the structure as, before or after.
fn roles(all: &Differences<'_>, old: &Shape<'_>, new: &Shape<'_>) -> BTreeSet<Role> {
    &all.parts.old.roles(&old.base.id) | &all.parts.new.roles(&new.base.id)
}

/// A member and the structure that has it.
pub type Own<'o, 'm> = (&'o Shape<'m>, &'o Member<'m>);

pub fn step(
    all: &Differences<'_>,
    (old_owner, before): Own<'_, '_>,
    (new_owner, after): Own<'_, '_>,
    role: Role,
) -> Impact {
    let old = all.parts.old.presence(old_owner, before, role);
    let new = all.parts.new.presence(new_owner, after, role);
    let kind = || (all.parts.old.rust_type(before.target), all.parts.new.rust_type(after.target));
    match (old, new) {
        (Default, Default) => default_value(before, after),
        (Optional, Optional) | (Asked, Asked) | (Required, Required) => Impact::patch("nothing in the crate changes"),
        (Optional, Asked) => Impact::major("`build()` refuses to go without it"),
        (Asked, Optional) => Impact::minor("`build()` no longer asks for it"),
        (Required, Default) => Impact::minor("`build()` no longer asks for it"),
        (Default, Required) => Impact::major("`build()` refuses to go without it"),
        (Optional | Asked, Required | Default) => {
            let (old, new) = kind();
            Impact::major(format!("its type changes from `Option<{old}>` to `{new}`"))
        }
        (Required | Default, Optional | Asked) => {
            let (old, new) = kind();
            Impact::major(format!("its type changes from `{old}` to `Option<{new}>`"))
        }
    }
}

fn default_value(before: &Member<'_>, after: &Member<'_>) -> Impact {
    match (before.base.find(DEFAULT), after.base.find(DEFAULT)) {
        (Some(old), Some(new)) if !super::value::same(&old.value, &new.value) => {
            let (old, new) = (quoted(old.value.raw()), quoted(new.value.raw()));
            Impact::minor(format!("where no value is given it is {new} instead of {old}, no signature changes"))
        }
        _ => Impact::patch("nothing in the crate changes"),
    }
}

/// What `build()` returns.
pub fn build(all: &Differences<'_>, old: &Shape<'_>, new: &Shape<'_>) -> Impact {
    let roles = roles(all, old, new).into_iter().map(|role| build_as(all, old, new, role));
    roles.fold(Impact::patch("nothing in the crate changes"), Impact::or_worse)
}

pub fn build_as(all: &Differences<'_>, old: &Shape<'_>, new: &Shape<'_>, role: Role) -> Impact {
    match (all.parts.old.is_fallible(old, role), all.parts.new.is_fallible(new, role)) {
        (false, true) => Impact::major("`build()` now returns a `Result`"),
        (true, false) => Impact::major("`build()` no longer returns a `Result`"),
        (true, true) | (false, false) => Impact::patch("nothing in the crate changes"),
    }
}

/// Members whose presence changes for the crate though no event about them says so.
pub fn unreported(all: &Differences<'_>, findings: &[Finding]) -> Vec<Finding> {
    let mut unreported = Vec::new();
    for change in all.members() {
        let impact = impact(all, &change);
        let id = &change.new.base.id;
        let said = |own: &Finding| own.shape.as_ref() == Some(id) && own.impact.verdict >= impact.verdict;
        let data = change.new_owner.is_aggregate() && change.old_owner.is_aggregate();
        if !data || impact.verdict == Verdict::Patch || findings.iter().any(said) {
            continue;
        }
        let what = super::members::named(all, change.new_owner, change.new);
        unreported.push(found(Severity::Note, "", Item::Member(change.new_owner, change.new), what, impact));
    }
    unreported
}
