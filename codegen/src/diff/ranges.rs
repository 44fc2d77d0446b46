//! ChangedLengthTrait, ChangedRangeTrait: limits that became narrower.

use super::differences::{Differences, found};
use super::event::{Finding, Impact, Severity};
use super::shown::quoted;
use super::value::{compare, field};
use crate::ast::{Node, NodeKind};
use crate::traits::evolution::{LENGTH, RANGE};
use std::cmp::Ordering;

pub fn changed_length(all: &Differences<'_>, out: &mut Vec<Finding>) {
    changed(all, out, LENGTH, "ChangedLengthTrait");
}

pub fn changed_range(all: &Differences<'_>, out: &mut Vec<Finding>) {
    changed(all, out, RANGE, "ChangedRangeTrait");
}

fn changed(all: &Differences<'_>, out: &mut Vec<Finding>, of: &str, id: &str) {
    for change in &all.changed {
        let Some((old, new)) = change.updated(of) else { continue };
        let name = change.new.id().rsplit('#').next().unwrap_or_default();
        let impact = || Impact::patch("only what `validate()` finds changes, which no call asks");
        let (min, least) = (limit(&old.value, "min").unwrap_or("0"), limit(&new.value, "min").unwrap_or("0"));
        if compare(least, min) == Some(Ordering::Greater) {
            let what = format!("the service takes at least {} for `{name}`, no longer {}", quoted(least), quoted(min));
            out.push(found(Severity::Error, id, change.new, what, impact()).at(new.span));
        }
        let (max, most) = (limit(&old.value, "max"), limit(&new.value, "max"));
        let narrower = |most: &str| max.is_none_or(|max| compare(most, max) == Some(Ordering::Less));
        if let Some(most) = most.filter(|most| narrower(most)) {
            let what = format!(
                "the service takes at most {} for `{name}`, no longer {}",
                quoted(most),
                max.map_or("any".to_owned(), quoted)
            );
            out.push(found(Severity::Error, id, change.new, what, impact()).at(new.span));
        }
    }
}

fn limit<'a>(value: &Node<'a>, key: &str) -> Option<&'a str> {
    field(value, key).filter(|own| own.kind() == NodeKind::Number).map(|own| own.raw())
}
