//! What a change of `paginated` does: an operation takes from the service what it does not say itself, so that the two
//! together count.

use super::differences::{Change as Changed, Differences};
use super::effect::Change;
use super::event::Impact;
use super::meaning::plain;
use super::part::Part;
use super::world::{Shape, World, careless};
use crate::ast::ShapeType;
use crate::model::{MemberPath, Paginated};
use crate::traits::{Facts, tables};

/// What becomes of the paginators of an operation, or of all operations of a service, as far as this part of the value goes.
pub fn impact(all: &Differences<'_>, of: &Changed<'_>, path: &str) -> Option<Impact> {
    let (own, parts) = (of.new.base().id.as_str(), all.parts);
    let mut operations: Vec<&str> = vec![own];
    if of.new.root().is(ShapeType::Service) {
        operations = parts.old.operations.intersection(&parts.new.operations).copied().collect();
    }
    let services = [service(all.old, &parts.old), service(all.new, &parts.new)];
    let impacts = operations.into_iter().filter_map(|id| {
        let [old, new] = [(all.old, &services[0]), (all.new, &services[1])]
            .map(|(world, service)| Some(paginated(world.shape(id)?)?.or(service.as_ref())));
        step(old.as_ref(), new.as_ref(), path)
    });
    let none = || Impact::patch("pages of operations are found as before");
    Some(impacts.reduce(Impact::or_worse).unwrap_or_else(none))
}

fn service(world: &World<'_>, part: &Part<'_>) -> Option<Paginated> {
    paginated(world.shape(part.services.first()?)?)
}

fn paginated(shape: &Shape<'_>) -> Option<Paginated> {
    careless(|log| Facts::new(&shape.base.traits).paginated(log))
}

fn step(old: Option<&Paginated>, new: Option<&Paginated>, path: &str) -> Option<Impact> {
    let (old, new) = match (old, new) {
        (Some(old), Some(new)) => (old, new),
        (None, Some(_)) => return Some(plain(tables::PAGINATED, Change::Added)),
        (Some(_), None) => return Some(plain(tables::PAGINATED, Change::Removed)),
        (None, None) => return None,
    };
    let found = || plain(tables::PAGINATED, Change::Updated);
    let impacts = [
        ("/inputToken", part(&old.input_token, &new.input_token, |_| found())),
        ("/outputToken", part(&old.output_token, &new.output_token, |_| found())),
        ("/items", part(&old.items, &new.items, items)),
        ("/pageSize", part(&old.page_size, &new.page_size, page_size)),
    ];
    let impacts = impacts.into_iter().filter(|(own, _)| path.is_empty() || *own == path);
    impacts.filter_map(|(_, impact)| impact).reduce(Impact::or_worse)
}

/// What happens if a part comes, goes or changes.
fn part(old: &Option<MemberPath>, new: &Option<MemberPath>, impact: impl Fn(Change) -> Impact) -> Option<Impact> {
    match (old, new) {
        (None, None) => None,
        (None, Some(_)) => Some(impact(Change::Added)),
        (Some(_), None) => Some(impact(Change::Removed)),
        (Some(old), Some(new)) => (old.text != new.text).then(|| impact(Change::Updated)),
    }
}

fn items(change: Change) -> Impact {
    match change {
        Change::Added => Impact::minor("its paginator gains `items()`"),
        Change::Removed => Impact::major("its paginator loses `items()`"),
        Change::Updated => Impact::major("`items()` of its paginator gives something else"),
    }
}

fn page_size(change: Change) -> Impact {
    match change {
        Change::Added => Impact::minor("its paginator gains `page_size`"),
        Change::Removed => Impact::major("its paginator loses `page_size`"),
        Change::Updated => Impact::minor("`page_size` of its paginator sets another member"),
    }
}
