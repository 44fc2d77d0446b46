//! What the change of a trait does where its value, or that of another trait, decides; nothing where the trait alone tells.

use super::differences::{Change as Changed, Differences, TraitChange};
use super::effect::Change;
use super::event::Impact;
use super::meaning::plain;
use super::modified::word;
use super::part::Part;
use super::value::field;
use super::world::{Item, World, careless};
use crate::ast::{ShapeType, Trait};
use crate::model::{ErrorFacts, TimestampFormat};
use crate::traits::{Facts, requires_discovery, tables};

/// Endpoints that may be discovered change nothing, those that must be cannot be had.
pub fn discovery(of: &Changed<'_>) -> Option<Impact> {
    let own = find(of, tables::CLIENT_DISCOVERED_ENDPOINT)?;
    let is_required = |own: Option<&Trait<'_>>| own.is_some_and(|own| careless(|log| requires_discovery(own, log)));
    let change = match (is_required(own.old), is_required(own.new)) {
        (false, true) => Change::Added,
        (true, false) => Change::Removed,
        (true, true) | (false, false) => Change::Updated,
    };
    Some(plain(own.id, change))
}

/// Of enums of numbers the crate has no variants.
pub fn enum_value(of: &Changed<'_>) -> Option<Impact> {
    let is_number = [of.old, of.new].iter().all(|item| item.root().is(ShapeType::IntEnum));
    is_number.then(|| Impact::patch("its values are plain numbers"))
}

/// Whose fault an error is only matters to how it is tried again, if it is and there are no other reasons.
pub fn error(of: &Changed<'_>) -> Option<Impact> {
    let facts = |item: Item<'_>| careless(|log| Facts::new(&item.base().traits).error(log));
    let is_told_by_fault = |own: ErrorFacts| own.retryable.is_some_and(|own| !own.throttling);
    let matters = is_told_by_fault(facts(of.old)?) && is_told_by_fault(facts(of.new)?);
    (!matters).then(|| Impact::patch("the crate does not ask whose fault it is"))
}

/// Only one of the names reaches the crate.
pub fn service(of: &Changed<'_>) -> Option<Impact> {
    let own = find(of, tables::SERVICE)?;
    let sdk_id = |own: Option<&Trait<'_>>| field(&own?.value, "sdkId").map(|own| word(&own));
    let [old, new] = [own.old, own.new].map(|own| sdk_id(own).unwrap_or_else(|| of.new.root().name.to_owned()));
    (old == new).then(|| Impact::patch("nothing is generated from it but from `sdkId`, which stays"))
}

/// The form that times have in the end is what counts.
pub fn timestamp_format(all: &Differences<'_>, of: &Changed<'_>) -> Option<Impact> {
    let formats = [(all.old, &all.parts.old, of.old), (all.new, &all.parts.new, of.new)]
        .map(|(world, part, item)| format_in_the_end(world, part, item));
    let is_same = formats[0].is_some() && formats[0] == formats[1];
    is_same.then(|| Impact::patch("it is the form that the time has anyway"))
}

/// That of a member, or else of its target, or else of the protocol.
fn format_in_the_end(world: &World<'_>, part: &Part<'_>, item: Item<'_>) -> Option<TimestampFormat> {
    let own = |traits: &[Trait<'_>]| careless(|log| Facts::new(traits).timestamp_format(log));
    let target = match item {
        Item::Member(_, member) => world.shape(member.target),
        Item::Shape(_) => None,
    };
    let protocol = || Some(world.shape(part.services.first()?)?.protocol()?.timestamp_format());
    own(&item.base().traits).or_else(|| own(&target?.base.traits)).or_else(protocol)
}

fn find<'d, 'm>(of: &'d Changed<'m>, id: &str) -> Option<&'d TraitChange<'m>> {
    of.traits.iter().find(|own| own.id == id)
}
