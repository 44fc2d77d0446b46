//! What is compared: whole models, or only what the selected operations of one service reach.

use super::Faults;
use super::differences::Differences;
use super::event::{Finding, Impact};
use super::part::{Part, Parts};
use super::world::World;
use crate::ast::{Ast, ShapeType};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::resolve::{Operations, Selection, select};
use std::collections::BTreeSet;

/// What to compare.
#[derive(Clone, Debug)]
pub enum Scope {
    /// Everything that stands in the models.
    All,
    /// What becomes a crate.
    Selection(Selection),
    /// What became a crate, and what becomes one.
    Selections(Selection, Selection),
}

/// What becomes a crate, of the old and of the new model.
///
/// Operations and the service need to be in one of the two: they may be what was added or removed.
pub fn parts<'m>(scope: &Scope, asts: [&'m Ast<'m>; 2], worlds: [&'m World<'m>; 2]) -> Result<Parts<'m>, Faults> {
    let [old, new] = match scope {
        Scope::All => worlds.map(whole),
        Scope::Selection(selection) => chosen([selection, selection], asts, worlds)?,
        Scope::Selections(old, new) => chosen([old, new], asts, worlds)?,
    };
    Ok(Parts { old, new })
}

fn chosen<'m>(
    selections: [&Selection; 2],
    asts: [&'m Ast<'m>; 2],
    worlds: [&'m World<'m>; 2],
) -> Result<[Part<'m>; 2], Faults> {
    let (mut old, mut new) = (Diagnostics::new(), Diagnostics::new());
    let services = [service(asts[0], selections[0], &mut old), service(asts[1], selections[1], &mut new)];
    let is_ambiguous = |log: &Diagnostics| log.sorted().iter().any(|fault| fault.code == Code::SeveralServices);
    if services.iter().all(Option::is_none) || is_ambiguous(&old) || is_ambiguous(&new) {
        // That a service is not in the old model is no fault of that.
        let old = if is_ambiguous(&old) { old } else { Diagnostics::new() };
        return Err(Faults { old, new });
    }
    let [old, new] = [0, 1].map(|at| bound(worlds[at], services[at]));
    check_names(selections[1], asts[1], &old, &new).map_err(|new| Faults { old: Diagnostics::new(), new })?;
    let part = |at: usize, bound| Part::of(worlds[at], services[at], selected(selections[at], bound));
    Ok([part(0, old), part(1, new)])
}

/// Every operation, whether bound or not, and the first service, for its renames.
fn whole<'m>(world: &'m World<'m>) -> Part<'m> {
    let of = |shape_type| world.shapes.values().filter(move |own| own.is(shape_type)).map(|own| own.base.id.as_str());
    let mut part = Part::of(world, of(ShapeType::Service).next(), of(ShapeType::Operation).collect());
    part.callable = world.bound().clone();
    part.services = of(ShapeType::Service).collect();
    part
}

fn service<'m>(ast: &'m Ast<'m>, selection: &Selection, log: &mut Diagnostics) -> Option<&'m str> {
    select::service_shape(ast, selection, log).map(|shape| shape.id.as_str())
}

fn bound<'m>(world: &'m World<'m>, service: Option<&'m str>) -> BTreeSet<&'m str> {
    let bound = world.operations_of(service);
    bound.into_iter().filter(|id| world.shape(id).is_some()).collect()
}

fn name(id: &str) -> &str {
    id.rsplit('#').next().unwrap_or(id)
}

fn is(id: &str, wanted: &str) -> bool {
    id == wanted || name(id) == wanted
}

fn selected<'m>(selection: &Selection, bound: BTreeSet<&'m str>) -> BTreeSet<&'m str> {
    match &selection.operations {
        Operations::All => bound,
        Operations::None => BTreeSet::new(),
        Operations::Named(names) => bound.into_iter().filter(|id| names.iter().any(|wanted| is(id, wanted))).collect(),
    }
}

fn check_names(
    selection: &Selection,
    ast: &Ast<'_>,
    old: &BTreeSet<&str>,
    new: &BTreeSet<&str>,
) -> Result<(), Diagnostics> {
    let Operations::Named(names) = &selection.operations else {
        return Ok(());
    };
    let mut log = Diagnostics::new();
    for wanted in names.iter().filter(|wanted| !old.union(new).any(|id| is(id, wanted))) {
        log.push(
            Diagnostic::new(Code::UnknownOperation, ast.shapes_span, format!("there is no operation `{wanted}`"))
                .label("neither here nor in the old model")
                .help(select::instead(wanted, &old.union(new).map(|id| name(id)).collect())),
        );
    }
    log.into_result(())
}

/// Whether the finding is about something of the crate.
pub fn concerns(finding: &Finding, parts: &Parts<'_>) -> bool {
    let ours = |id: &str| parts.has(id.split('$').next().unwrap_or(id));
    finding.shape.as_deref().is_some_and(ours) && finding.about.as_deref().is_none_or(ours)
}

/// What is not in the crate cannot change it, and what it gets only now breaks nothing.
pub fn judge(finding: &mut Finding, all: &Differences<'_>) {
    let root = finding.shape.as_deref().map(|id| id.split('$').next().unwrap_or(id));
    if root.is_some_and(|root| all.old.shape(root).is_some() && !all.parts.old.has(root) && all.parts.new.has(root)) {
        finding.impact = Impact::patch("the crate has it only now");
    }
    let apart = finding.shape.is_some() && !concerns(finding, all.parts);
    let generated = |world: &World<'_>| {
        let shape = finding.shape.as_deref().and_then(|id| world.item(id)).map(|item| item.root());
        shape.is_some_and(|shape| !matches!(shape.kind.shape_type, ShapeType::Service | ShapeType::Resource))
    };
    if apart && (generated(all.old) || generated(all.new)) {
        finding.impact = Impact::patch("no operation reaches it, so nothing in the crate changes");
    }
}
