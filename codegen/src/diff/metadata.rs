//! AddedMetadata, ChangedMetadata, RemovedMetadata: what a model says about itself.

use super::differences::Differences;
use super::event::{Finding, Impact, Severity, Side};
use super::shown::quoted;
use super::value::same;
use crate::ast::Entry;

pub fn added(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for own in missing(all, Side::New) {
        out.push(finding(Severity::Note, "AddedMetadata".to_owned(), own, Side::New, "was added"));
    }
}

pub fn changed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for own in pick(all, Side::New) {
        let old = pick(all, Side::Old).iter().find(|old| old.key == own.key);
        if old.is_some_and(|old| !same(&old.value, &own.value)) {
            out.push(finding(Severity::Warning, "ChangedMetadata".to_owned(), own, Side::New, "changed"));
        }
    }
}

pub fn removed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for own in missing(all, Side::Old) {
        let id = format!("RemovedMetadata.{}", own.key);
        out.push(finding(Severity::Danger, id, own, Side::Old, "was removed"));
    }
}

fn pick<'m>(all: &Differences<'m>, side: Side) -> &'m [Entry<'m>] {
    match (all.depth, side) {
        (0, Side::Old) => all.old.metadata,
        (0, Side::New) => all.new.metadata,
        _ => &[],
    }
}

/// What one model has and the other one has not.
fn missing<'m>(all: &Differences<'m>, side: Side) -> impl Iterator<Item = &'m Entry<'m>> {
    let (own, other) = match side {
        Side::Old => (pick(all, Side::Old), pick(all, Side::New)),
        Side::New => (pick(all, Side::New), pick(all, Side::Old)),
    };
    own.iter().filter(|own| !other.iter().any(|other| other.key == own.key))
}

fn finding(severity: Severity, id: String, own: &Entry<'_>, side: Side, what: &str) -> Finding {
    let what = format!("the metadata {} {what}", quoted(&own.key));
    let impact = Impact::patch("nothing is generated from it");
    Finding { severity, id, shape: None, side, span: own.key_span, what, impact, about: None }
}
