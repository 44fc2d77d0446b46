//! What it does to a crate when a member must have a value, need not have one, or has one by default.
//!
//! smithy-diff says nothing about `@required` in inputs, where generators may do as they like. Ours asks for what is
//! required, so this finds what smithy-diff does not report.

use super::differences::{Differences, MemberChange, found};
use super::event::{Finding, Impact, Severity, Verdict};
use super::part::Presence::{self, Asked, Default, Optional, Required};
use super::shown::quoted;
use super::world::{Item, Member, Shape};
use crate::traits::evolution::DEFAULT;

/// What follows from how the presence of a member changes.
pub fn impact(all: &Differences<'_>, change: &MemberChange<'_, '_>) -> Impact {
    let old = all.parts.old.presence(change.old_owner, change.old);
    let new = all.parts.new.presence(change.new_owner, change.new);
    let own = step(old, new, change.old, change.new, all);
    own.or_worse(build(all, change.old_owner, change.new_owner))
}

fn step(old: Presence, new: Presence, before: &Member<'_>, after: &Member<'_>, all: &Differences<'_>) -> Impact {
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
    match (all.parts.old.is_fallible(old), all.parts.new.is_fallible(new)) {
        (false, true) => Impact::major("`build()` now returns a `Result`"),
        (true, false) => Impact::major("`build()` no longer returns a `Result`"),
        (true, true) | (false, false) => Impact::patch("nothing in the crate changes"),
    }
}

/// What it does when one structure takes the place of another.
pub fn between(all: &Differences<'_>, old: &Shape<'_>, new: &Shape<'_>) -> Impact {
    let mut impact = Impact::patch("its fields are the same");
    for member in &new.members {
        impact = impact.or_worse(match old.member(member.name) {
            None if all.parts.new.presence(new, member) == Optional => {
                Impact::minor(format!("it gains `{}`, nothing breaks", member.name))
            }
            None => Impact::major(format!("it gains `{}`, which `build()` asks for", member.name)),
            Some(before) => kept(all, (old, before), (new, member)),
        });
    }
    for lost in old.members.iter().filter(|member| new.member(member.name).is_none()) {
        impact = impact.or_worse(Impact::major(format!("it loses `{}`", lost.name)));
    }
    impact.or_worse(build(all, old, new))
}

fn kept(all: &Differences<'_>, old: (&Shape<'_>, &Member<'_>), new: (&Shape<'_>, &Member<'_>)) -> Impact {
    let (from, to) = (all.parts.old.rust_type(old.1.target), all.parts.new.rust_type(new.1.target));
    if from != to {
        return Impact::major(format!("`{}` changes from `{from}` to `{to}`", new.1.name));
    }
    let (before, after) = (all.parts.old.presence(old.0, old.1), all.parts.new.presence(new.0, new.1));
    let impact = step(before, after, old.1, new.1, all);
    Impact { why: format!("`{}`: {}", new.1.name, impact.why), ..impact }
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
