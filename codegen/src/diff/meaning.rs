//! What the change of a trait means to a consumer: by the trait alone, which is [`effect`]'s, or by its value and by what it
//! stands on.

use super::differences::{Change as Changed, Differences, MemberChange, TraitChange};
use super::effect::{self, Change};
use super::event::Impact;
use super::shown::quoted;
use super::world::{Item, World};
use super::{pages, parameters, presence, secrets, values, waiters};
use crate::traits::{evolution, tables};

/// What changed and what follows; of a part of the value if there is a path.
pub fn sentence(all: &Differences<'_>, of: &Changed<'_>, id: &str, change: Change, path: &str) -> (String, Impact) {
    let verb = match change {
        Change::Added => "gains",
        Change::Removed => "loses",
        Change::Updated => "changes",
    };
    let name = match of.new {
        Item::Shape(shape) => format!("`{}`", all.parts.new.type_name(shape)),
        Item::Member(owner, member) => super::members::named(all, owner, member),
    };
    let short = id.rsplit('#').next().unwrap_or(id);
    let within = if path.is_empty() { String::new() } else { format!(" at {}", quoted(path)) };
    (format!("{name} {verb} `@{short}`{within}"), impact(all, of, id, change, path))
}

/// What a trait does that says nothing of whether a member must have a value.
pub fn besides_presence(all: &Differences<'_>, of: &Changed<'_>, own: &TraitChange<'_>) -> Option<Impact> {
    (!is_of_presence(own.id)).then(|| impact(all, of, own.id, how(own), ""))
}

pub fn is_of_presence(id: &str) -> bool {
    evolution::JUDGED_APART.contains(&id) || evolution::OF_PRESENCE.contains(&id)
}

pub fn how(own: &TraitChange<'_>) -> Change {
    match (own.old, own.new) {
        (None, _) => Change::Added,
        (_, None) => Change::Removed,
        (Some(_), Some(_)) => Change::Updated,
    }
}

/// What the trait alone tells.
pub fn plain(id: &str, change: Change) -> Impact {
    let (verdict, why) = effect::effect(id, change);
    Impact { verdict, why }
}

fn impact(all: &Differences<'_>, of: &Changed<'_>, id: &str, change: Change, path: &str) -> Impact {
    if effect::is_protocol(id) {
        return protocol(all, of.new);
    }
    let by_value = match id {
        tables::CLIENT_CONTEXT_PARAMS => parameters::of_client(of),
        tables::CLIENT_DISCOVERED_ENDPOINT => values::discovery(of),
        tables::ENDPOINT_RULE_SET => parameters::impact(of),
        tables::ENUM_VALUE => values::enum_value(of),
        tables::ERROR => values::error(of),
        tables::PAGINATED => pages::impact(all, of, path),
        tables::SENSITIVE => secrets::impact(all, of),
        tables::SERVICE => values::service(of),
        tables::TIMESTAMP_FORMAT => values::timestamp_format(all, of),
        tables::WAITABLE => waiters::impact(of),
        _ => None,
    };
    by_value.unwrap_or_else(|| match (of.old, of.new) {
        (Item::Member(old_owner, old), Item::Member(new_owner, new)) if evolution::OF_PRESENCE.contains(&id) => {
            presence::impact(all, &MemberChange { change: of, old_owner, new_owner, old, new })
        }
        _ => plain(id, change),
    })
}

/// Which protocol the crate speaks, before and after.
fn protocol(all: &Differences<'_>, item: Item<'_>) -> Impact {
    let spoken = |world: &World<'_>| {
        let known = world.shape(&item.root().base.id)?.protocol()?;
        Some(known.id().rsplit('#').next().unwrap_or_default())
    };
    match (spoken(all.old), spoken(all.new)) {
        (Some(old), Some(new)) if old == new => Impact::patch(format!("the crate speaks {new} as before")),
        (Some(old), Some(new)) => {
            Impact::minor(format!("the crate speaks {new}, no longer {old}; no signature changes"))
        }
        (Some(old), None) => {
            Impact::major(format!("the crate spoke {old}, and the generator knows none of what is left"))
        }
        (None, Some(new)) => Impact::minor(format!("the crate can speak {new}")),
        (None, None) => Impact::patch("the generator knew no protocol of the service before, nor does it now"),
    }
}
