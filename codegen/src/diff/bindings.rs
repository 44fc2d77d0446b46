//! AddedEntityBinding, RemovedEntityBinding, ChangedResourceIdentifiers: which operations and resources belong where.

use super::differences::{Differences, found};
use super::event::{Finding, Impact, Severity};
use super::operations::missing;
use super::world::{Item, Shape};
use crate::ast::{Binding, Reference, ShapeType};
use crate::names;
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// What a service or resource binds.
#[derive(Clone, Copy)]
struct Bound<'m> {
    operations: &'m [Reference],
    resources: &'m [Reference],
}

pub fn added(all: &Differences<'_>, out: &mut Vec<Finding>) {
    let gaining = LazyCell::new(|| all.new.resources_to(|id| !all.parts.old.operations.contains(id)));
    for (_, old, new) in all.shapes() {
        let (Some(before), Some(after)) = (bound(old), bound(new)) else { continue };
        let place = to(new, "To");
        for own in missing(after.operations, before.operations) {
            let what = format!("`{}` can call `{}`", new.name, own.id.name());
            let id = format!("AddedOperationBinding.{place}.{}", own.id.name());
            let impact = match was_bound(all, own) {
                true => Impact::patch("it could before, through another binding"),
                false => Impact::minor(format!("new method `{}`, nothing breaks", names::module(own.id.name()))),
            };
            out.push(found(Severity::Note, id, Item::Shape(new), what, impact).about(own.id.as_str()));
        }
        for own in missing(after.resources, before.resources) {
            let what = format!("`{}` has the resource `{}`", new.name, own.id.name());
            let id = format!("AddedResourceBinding.{place}.{}", own.id.name());
            let impact = match gaining.contains(own.id.as_str()) {
                true => Impact::minor("operations come with it, nothing breaks"),
                false => Impact::patch("no operation comes with it"),
            };
            out.push(found(Severity::Note, id, Item::Shape(new), what, impact).about(own.id.as_str()));
        }
    }
}

pub fn removed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    let losing = LazyCell::new(|| all.old.resources_to(|id| !is_bound(all, id)));
    for (_, old, new) in all.shapes() {
        let (Some(before), Some(after)) = (bound(old), bound(new)) else { continue };
        let place = to(new, "From");
        let reached = LazyCell::new(|| all.new.operations_of([new.base.id.as_str()]));
        for own in missing(before.operations, after.operations) {
            let moved = new.is(ShapeType::Service) && reached.contains(own.id.as_str());
            let id = format!("RemovedOperationBinding.{place}.{}", own.id.name());
            let severity = if moved { Severity::Note } else { Severity::Error };
            let what = format!("`{}` no longer lists `{}`", new.name, own.id.name());
            out.push(found(severity, id, Item::Shape(new), what, lost(all, own)).about(own.id.as_str()));
        }
        for own in missing(before.resources, after.resources) {
            let id = format!("RemovedResourceBinding.{place}.{}", own.id.name());
            let what = format!("`{}` no longer has the resource `{}`", new.name, own.id.name());
            let impact = match losing.contains(own.id.as_str()) {
                true => Impact::major("operations go with it"),
                false => Impact::patch("no operation goes with it"),
            };
            out.push(found(Severity::Error, id, Item::Shape(new), what, impact).about(own.id.as_str()));
        }
    }
}

pub fn changed_identifiers(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for (_, old, new) in all.shapes() {
        let (Binding::Resource(before), Binding::Resource(after)) = (old.binding, new.binding) else { continue };
        let sorted = |own: &[(String, Reference)]| {
            let mut own: Vec<_> = own.iter().map(|(name, target)| (name.clone(), target.id.to_string())).collect();
            own.sort();
            own.dedup();
            own
        };
        if sorted(&before.identifiers) != sorted(&after.identifiers) {
            let what = format!("the resource `{}` is identified in another way", new.name);
            let impact = Impact::patch("resources organize the model, nothing is generated from them");
            out.push(found(Severity::Error, "ChangedResourceIdentifiers", Item::Shape(new), what, impact));
        }
    }
}

/// Operations that clients have no method for any more, or one now, though no event says so: lifecycle operations of
/// resources, which smithy-diff does not look at, and what the crate selects otherwise.
pub fn unreported(all: &Differences<'_>, findings: &[Finding]) -> Vec<Finding> {
    let mut unreported = Vec::new();
    let said = LazyCell::new(|| said(all, findings));
    for (_, old, new) in
        all.shapes().filter(|(_, old, new)| old.is(ShapeType::Operation) && new.is(ShapeType::Operation))
    {
        let id = new.base.id.as_str();
        let bound = [all.old.bound().contains(old.base.id.as_str()), all.new.bound().contains(id)];
        let impact = match (all.parts.old.callable.contains(old.base.id.as_str()), is_bound(all, id)) {
            (true, false) if bound[1] => Impact::major("it is not selected any more"),
            (true, false) => Impact::major("no service binds it any more"),
            (false, true) if bound[0] => Impact::minor("it is selected now, nothing breaks"),
            (false, true) => Impact::minor("a service binds it now, nothing breaks"),
            (true, true) | (false, false) => continue,
        };
        if !said.contains(id) {
            let what = format!("the operation `{}`", names::operation(new.name));
            unreported.push(found(Severity::Note, "", Item::Shape(new), what, impact));
        }
    }
    unreported
}

/// The operations that findings are about, or that come or go with resources that findings are about.
fn said<'f>(all: &'f Differences<'_>, findings: &'f [Finding]) -> BTreeSet<&'f str> {
    let about = || findings.iter().filter_map(|own| own.about.as_deref());
    about().chain(all.old.operations_of(about())).chain(all.new.operations_of(about())).collect()
}

fn was_bound(all: &Differences<'_>, own: &Reference) -> bool {
    all.parts.old.callable.contains(own.id.as_str())
}

fn is_bound(all: &Differences<'_>, id: &str) -> bool {
    all.parts.new.callable.contains(id)
}

fn lost(all: &Differences<'_>, own: &Reference) -> Impact {
    match is_bound(all, own.id.as_str()) {
        true => Impact::patch("it can still be called, through another binding"),
        false => Impact::major(format!("the method `{}` is gone", names::module(own.id.name()))),
    }
}

fn to(shape: &Shape<'_>, word: &str) -> String {
    format!("{word}{}", if shape.is(ShapeType::Resource) { "Resource" } else { "Service" })
}

fn bound<'m>(shape: &'m Shape<'m>) -> Option<Bound<'m>> {
    match shape.binding {
        Binding::Service(own) => Some(Bound { operations: &own.operations, resources: &own.resources }),
        Binding::Resource(own) => Some(Bound { operations: &own.instance_operations, resources: &own.resources }),
        Binding::Nothing | Binding::Operation(_) => None,
    }
}
