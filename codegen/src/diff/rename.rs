//! ServiceRename: other names that a service gives to shapes.

use super::differences::{Differences, found};
use super::event::{Finding, Impact, Severity};
use super::shapes::UNNAMED;
use super::shown::quoted;
use super::world::{Item, World};
use crate::ast::{Binding, Rename};
use crate::names::type_name;
use std::collections::BTreeSet;

pub fn changed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for (_, old, new) in all.shapes() {
        let (Binding::Service(before), Binding::Service(after)) = (old.binding, new.binding) else { continue };
        let to = |renames: &[Rename], own: &Rename| {
            renames.iter().find(|other| other.shape.id == own.shape.id).map(|other| other.name.clone())
        };
        let mut push = |own: &Rename, from: &str, name: &str| {
            let (now, then) = (quoted(name), quoted(from));
            let what = format!("the service calls `{}` now {now}, no longer {then}", own.shape.id.name());
            let impact = match (type_name(from), type_name(name)) {
                _ if !all.new.shape(own.shape.id.as_str()).is_some_and(|shape| all.parts.new.is_named(shape)) => {
                    Impact::patch(UNNAMED)
                }
                (from, to) if from == to => Impact::patch(format!("both are `{to}` in the crate")),
                (from, to) => Impact::major(format!("the type `{from}` is now `{to}`")),
            };
            out.push(found(Severity::Error, "ServiceRename", Item::Shape(new), what, impact));
        };
        for own in &before.renames {
            match to(&after.renames, own) {
                None => push(own, &own.name, own.shape.id.name()),
                Some(name) if name != own.name => push(own, &own.name, &name),
                Some(_) => {}
            }
        }
        let added: Vec<_> = after.renames.iter().filter(|own| to(&before.renames, own).is_none()).collect();
        let reached = if added.is_empty() { BTreeSet::new() } else { closure(all.old, &old.base.id) };
        for own in added.into_iter().filter(|own| reached.contains(own.shape.id.as_str())) {
            push(own, own.shape.id.name(), &own.name);
        }
    }
}

/// Every shape that a service leads to.
fn closure<'m>(world: &'m World<'m>, service: &'m str) -> BTreeSet<&'m str> {
    let (mut reached, mut queue) = (BTreeSet::new(), vec![service]);
    while let Some(id) = queue.pop() {
        let Some(shape) = world.shape(id).filter(|_| reached.insert(id)) else { continue };
        queue.extend(shape.members.iter().map(|member| member.target));
        match shape.binding {
            Binding::Service(own) => {
                let all = own.operations.iter().chain(&own.resources).chain(&own.errors);
                queue.extend(all.map(|own| own.id.as_str()));
            }
            Binding::Resource(own) => {
                let targets = own.identifiers.iter().map(|(_, target)| target);
                queue.extend(own.operations.iter().chain(&own.resources).chain(targets).map(|own| own.id.as_str()));
            }
            Binding::Operation(own) => {
                queue.extend(own.input.iter().chain(&own.output).chain(&own.errors).map(|own| own.id.as_str()));
            }
            Binding::Nothing => {}
        }
    }
    reached
}
