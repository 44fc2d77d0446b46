//! ChangedOperationInput, ChangedOperationOutput, AddedOperationError, RemovedOperationError, AddedServiceError,
//! RemovedServiceError: what goes into operations and what comes out.

use super::differences::{Differences, found};
use super::event::{Finding, Impact, Severity};
use super::instead::Instead;
use super::part::{Part, Role};
use super::world::{Item, Shape, World};
use crate::ast::{Binding, Operation, Reference, Service, ShapeId};
use crate::names;
use std::collections::BTreeSet;

pub fn changed_input(all: &Differences<'_>, out: &mut Vec<Finding>) {
    changed_end(
        all,
        out,
        "ChangedOperationInput",
        |own| own.input.as_ref(),
        Role::Input,
        |name| names::input(name).to_string(),
    );
}

pub fn changed_output(all: &Differences<'_>, out: &mut Vec<Finding>) {
    changed_end(
        all,
        out,
        "ChangedOperationOutput",
        |own| own.output.as_ref(),
        Role::Data,
        |name| names::output(name).to_string(),
    );
}

fn changed_end(
    all: &Differences<'_>,
    out: &mut Vec<Finding>,
    id: &str,
    end: impl Fn(&Operation) -> Option<&Reference>,
    role: Role,
    type_name: impl Fn(&str) -> String,
) {
    let target = |own: &Operation| end(own).map_or_else(|| ShapeId::prelude("Unit"), |own| own.id.clone()).to_string();
    for (shape, old, new) in operations(all) {
        let (from, to) = (target(old), target(new));
        if from == to {
            continue;
        }
        let structures = all.old.shape(&from).zip(all.new.shape(&to));
        let impact = structures.map(|(from, to)| Instead::new(all).structure(from, to, role));
        let what = format!("`{}` is made from `{to}`, no longer from `{from}`", type_name(shape.name));
        let impact = impact.unwrap_or_else(|| Impact::major("its fields may be others"));
        out.push(found(Severity::Error, format!("{id}.From.{from}.To.{to}"), Item::Shape(shape), what, impact));
    }
}

pub fn added_error(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for (shape, old, new) in operations(all) {
        for error in missing(&new.errors, &old.errors) {
            let name = type_name(all, error);
            let what = format!("`{}` gains the variant `{name}`", names::operation_error(shape.name));
            let impact = match of_service(&all.parts.old, all.old, error) {
                true => Impact::patch("it had it before, as an error of the service"),
                false => Impact::minor("callers who do not look for it go on as before, the enum is open"),
            };
            let id = format!("AddedOperationError.{}", error.id.name());
            let finding = found(Severity::Warning, id, Item::Shape(shape), what, impact);
            out.push(all.new.shape(error.id.as_str()).map_or(finding.clone(), |own| finding.at(own.base.span)));
        }
    }
}

pub fn removed_error(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for (shape, old, new) in operations(all) {
        for error in missing(&old.errors, &new.errors) {
            let what = format!("`{}` loses `{}`", names::operation_error(shape.name), type_name(all, error));
            let impact = match of_service(&all.parts.new, all.new, error) {
                true => Impact::patch("the variant stays, as an error of the service"),
                false => Impact::major("the variant and the question for it are gone"),
            };
            let id = format!("RemovedOperationError.{}", error.id.name());
            out.push(found(Severity::Warning, id, Item::Shape(shape), what, impact));
        }
    }
}

pub fn added_service_error(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for (shape, old, new) in services(all) {
        for error in missing(&new.errors, &old.errors) {
            let what = format!("every operation may now fail with `{}`", type_name(all, error));
            let impact = match all_list(all.old, &all.parts.old.operations, error) {
                true => Impact::patch("each of them could before"),
                false => Impact::minor("one more variant in their errors, which are open enums"),
            };
            out.push(found(Severity::Warning, "AddedServiceError", Item::Shape(shape), what, impact));
        }
    }
}

pub fn removed_service_error(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for (shape, old, new) in services(all) {
        for error in missing(&old.errors, &new.errors) {
            let what = format!("`{}` is no longer an error of every operation", type_name(all, error));
            let impact = match all_list(all.new, &all.parts.new.operations, error) {
                true => Impact::patch("each of them lists it itself"),
                false => Impact::major("operations that do not list it lose the variant"),
            };
            out.push(found(Severity::Warning, "RemovedServiceError", Item::Shape(shape), what, impact));
        }
    }
}

/// Whether every operation may fail with the error by the service.
fn of_service(part: &Part<'_>, world: &World<'_>, error: &Reference) -> bool {
    let services = part.services.iter().filter_map(|id| world.shape(id));
    services.map(|shape| shape.binding).any(|binding| match binding {
        Binding::Service(own) => own.errors.iter().any(|own| own.id == error.id),
        Binding::Nothing | Binding::Operation(_) | Binding::Resource(_) => false,
    })
}

/// Whether all of the operations list the error themselves.
fn all_list(world: &World<'_>, operations: &BTreeSet<&str>, error: &Reference) -> bool {
    operations.iter().all(|id| match world.shape(id).map(|shape| shape.binding) {
        Some(Binding::Operation(own)) => own.errors.iter().any(|own| own.id == error.id),
        _ => false,
    })
}

fn operations<'d, 'm>(
    all: &'d Differences<'m>,
) -> impl Iterator<Item = (&'m Shape<'m>, &'m Operation, &'m Operation)> + use<'d, 'm> {
    all.shapes().filter_map(|(_, old, new)| match (old.binding, new.binding) {
        (Binding::Operation(before), Binding::Operation(after)) => Some((new, before, after)),
        _ => None,
    })
}

fn services<'d, 'm>(
    all: &'d Differences<'m>,
) -> impl Iterator<Item = (&'m Shape<'m>, &'m Service, &'m Service)> + use<'d, 'm> {
    all.shapes().filter_map(|(_, old, new)| match (old.binding, new.binding) {
        (Binding::Service(before), Binding::Service(after)) => Some((new, before, after)),
        _ => None,
    })
}

/// References of one list that the other one has not, each once.
pub fn missing<'r>(own: &'r [Reference], other: &[Reference]) -> Vec<&'r Reference> {
    let mut missing: Vec<&Reference> = Vec::new();
    for reference in own {
        let known = other.iter().chain(missing.iter().copied()).any(|known| known.id == reference.id);
        if !known {
            missing.push(reference);
        }
    }
    missing
}

fn type_name(all: &Differences<'_>, error: &Reference) -> String {
    let id = error.id.as_str();
    match (all.new.shape(id), all.old.shape(id)) {
        (Some(shape), _) => all.parts.new.type_name(shape),
        (None, Some(shape)) => all.parts.old.type_name(shape),
        (None, None) => names::type_name(error.id.name()).to_string(),
    }
}
