//! Compares two models: what changed, as smithy-diff sees it, and what that does to the generated crate.
//!
//! Text in, events out. One file in `diff/` for each family of evaluators; severities, ids and shapes agree with
//! smithy-diff 1.73. What is selected is generated, too: public items that come or go count, whatever the events say.

mod bindings;
mod breaking;
mod defaults;
mod differences;
mod effect;
mod enums;
mod evaluators;
mod event;
mod explain;
mod implied;
mod instead;
mod meaning;
mod members;
mod metadata;
mod modified;
mod nullability;
mod operations;
mod pages;
mod parameters;
mod part;
mod presence;
mod ranges;
mod rename;
mod scope;
mod secrets;
mod shapes;
mod shown;
mod suppress;
mod surface;
mod target;
mod value;
mod values;
mod waiters;
mod world;

pub use event::{Event, Severity, Verdict};
pub use explain::{EVENTS, explanation};
pub use scope::Scope;

use crate::ast;
use crate::diagnostic::{Diagnostics, Lines, Source};
use crate::docs::one_line;
use crate::resolve::views::Views;
use differences::Differences;
use event::{Finding, Side};
use world::World;

/// What a comparison gives.
#[derive(Clone, Debug)]
pub struct Report {
    /// What the changes ask of the version of the generated crate, all in all.
    pub verdict: Verdict,
    /// Why, in one sentence.
    pub reason: String,
    /// The gravest first, then by shape.
    pub events: Vec<Event>,
    /// Changes of the crate that smithy-diff does not report: with the severity of a note, and without an id.
    pub unreported: Vec<Event>,
}

/// Faults that keep two models from being compared.
#[derive(Clone, Debug)]
pub struct Faults {
    /// Of the old model.
    pub old: Diagnostics,
    /// Of the new model.
    pub new: Diagnostics,
}

/// Compares two models.
///
/// # Errors
/// Everything that is wrong with the JSON form of the models, their mixins or the selection.
pub fn compare(old: &Source, new: &Source, scope: &Scope) -> Result<Report, Faults> {
    let (old_ast, new_ast) = match (ast::parse(old), ast::parse(new)) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => return Err(Faults { old: old.err().unwrap_or_default(), new: new.err().unwrap_or_default() }),
    };
    let mut faults = Faults { old: Diagnostics::new(), new: Diagnostics::new() };
    let old_views = Views::of(&old_ast, &mut faults.old);
    let new_views = Views::of(&new_ast, &mut faults.new);
    if !faults.old.is_empty() || !faults.new.is_empty() {
        return Err(faults);
    }
    let old_world = World::of(old, &old_ast, &old_views);
    let new_world = World::of(new, &new_ast, &new_views);
    let parts = scope::parts(scope, [&old_ast, &new_ast], [&old_world, &new_world])?;
    let all = Differences::between(&old_world, &new_world, &parts);
    Ok(report(&all, scope, [old, new]))
}

fn report(all: &Differences<'_>, scope: &Scope, sources: [&Source; 2]) -> Report {
    let mut findings = evaluators::run(all);
    let mut unreported = presence::unreported(all, &findings);
    unreported.extend(bindings::unreported(all, &findings));
    unreported.extend(modified::unreported(all, &findings));
    unreported.extend(shapes::unreported(all));
    for finding in &mut findings {
        scope::judge(finding, all);
    }
    if !matches!(scope, Scope::All) {
        findings.retain(|finding| scope::concerns(finding, all.parts));
        unreported.retain(|finding| scope::concerns(finding, all.parts));
    }
    let mut caveat = "";
    let so_far = findings.iter().chain(&unreported).map(|own| own.impact.verdict).max().unwrap_or(Verdict::Patch);
    match surface::unreported(all, sources, scope, so_far) {
        Ok(finding) => unreported.extend(finding),
        Err(_) => caveat = ", as far as events tell: the old crate cannot be generated",
    }
    let lines = sources.map(|source| Lines::new(&source.text));
    let place = |finding: Finding| {
        let at = usize::from(finding.side == Side::New);
        event(finding, &sources[at].path, &lines[at])
    };
    let mut events: Vec<Event> = findings.into_iter().map(place).collect();
    let mut unreported: Vec<Event> = unreported.into_iter().map(place).collect();
    events.sort_by(|a, b| order(a).cmp(&order(b)));
    unreported.sort_by(|a, b| order(a).cmp(&order(b)));
    let (verdict, reason) = verdict(&events, &unreported);
    Report { verdict, reason: reason + caveat, events, unreported }
}

fn event(finding: Finding, path: &str, lines: &Lines<'_>) -> Event {
    Event {
        severity: finding.severity,
        id: finding.id,
        shape: finding.shape,
        path: path.to_owned(),
        line: lines.number(finding.span),
        message: one_line(&format!("{}: {}", finding.what, finding.impact.why)),
        verdict: finding.impact.verdict,
    }
}

fn order(event: &Event) -> impl Ord + '_ {
    (std::cmp::Reverse(event.severity), &event.shape, &event.id, &event.message)
}

/// The greatest verdict, and the first change that asks for it.
fn verdict(events: &[Event], unreported: &[Event]) -> (Verdict, String) {
    let verdict = events.iter().chain(unreported).map(|event| event.verdict).max().unwrap_or(Verdict::Patch);
    let mut asking = events.iter().chain(unreported).filter(|event| event.verdict == verdict);
    let reason = match (verdict, asking.next(), asking.count()) {
        (_, None, _) => "nothing changes".to_owned(),
        (Verdict::Patch, Some(_), _) => "nothing that a program could tell changes".to_owned(),
        (_, Some(first), 0) => first.message.clone(),
        (_, Some(first), more) => format!("{} (and {more} more)", first.message),
    };
    (verdict, reason)
}
