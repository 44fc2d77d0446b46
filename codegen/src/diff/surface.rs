//! The public items of the crates of both models, which have the last word: whatever the events say, a crate that loses
//! one asks for a major version, and one that gains any for a minor one.

use super::differences::{Differences, found};
use super::event::{Finding, Impact, Severity, Verdict};
use super::scope::Scope;
use super::shown::quoted;
use super::world::{Item, Shape};
use crate::diagnostic::{Diagnostics, Source};
use crate::resolve::Selection;
use crate::skip;
use crate::{Request, api};
use std::collections::BTreeSet;

/// What the crates differ in beyond this verdict.
///
/// # Errors
/// If the old crate cannot be generated, so that nobody knows.
pub fn unreported(
    all: &Differences<'_>,
    sources: [&Source; 2],
    scope: &Scope,
    so_far: Verdict,
) -> Result<Option<Finding>, Diagnostics> {
    let (items, selections): (Items, _) = match scope {
        Scope::All => return Ok(None),
        Scope::Selection(selection) => (possible_items, [selection, selection]),
        Scope::Selections(old, new) => (items, [old, new]),
    };
    let is_same = sources[0].text == sources[1].text && selections[0] == selections[1];
    if so_far == Verdict::Major || is_same {
        return Ok(None);
    }
    let old = items(sources[0], selections[0])?;
    let service = all.parts.new.services.first().and_then(|id| all.new.shape(id));
    let differs = |service| differs(&old, items(sources[1], selections[1]), service, so_far);
    Ok(service.and_then(differs))
}

type Items = fn(&Source, &Selection) -> Result<BTreeSet<String>, Diagnostics>;

fn differs(
    old: &BTreeSet<String>,
    new: Result<BTreeSet<String>, Diagnostics>,
    service: &Shape<'_>,
    so_far: Verdict,
) -> Option<Finding> {
    let of = |what: String, impact| Some(found(Severity::Note, "", Item::Shape(service), what, impact));
    let new = match new {
        Ok(new) => new,
        Err(faults) => {
            let faults = faults.sorted();
            let fault = faults.first()?;
            let why = format!("it cannot be generated any more: {}", fault.message);
            return of("the crate".to_owned(), Impact::major(why)).map(|finding| finding.at(fault.span));
        }
    };
    let some = |items: Vec<&String>| {
        let more = if items.len() > 1 { format!(" and {} more", items.len() - 1) } else { String::new() };
        items.first().map(|first| format!("{}{more}", quoted(first)))
    };
    if let Some(lost) = some(old.difference(&new).collect()) {
        return of(format!("the crate has no longer {lost}"), Impact::major("programs that use it do not compile"));
    }
    let gained = some(new.difference(old).collect()).filter(|_| so_far == Verdict::Patch)?;
    of(format!("the crate has {gained}"), Impact::minor("it is new, nothing breaks"))
}

/// The lines of `api.txt`, but that a warning of the compiler is no other item.
fn items(source: &Source, selection: &Selection) -> Result<BTreeSet<String>, Diagnostics> {
    let sources = crate::generate(&Request { source, model: "", selection, package: "compared", page: None })?;
    Ok(api::lines(&sources).into_iter().map(|line| line.replace(" #[deprecated]", "")).collect())
}

/// The same of what can be generated. Only where that is not all one has to look for it.
fn possible_items(source: &Source, selection: &Selection) -> Result<BTreeSet<String>, Diagnostics> {
    items(source, selection).or_else(|_| items(source, &skip::supported(source, selection)?.selection))
}
