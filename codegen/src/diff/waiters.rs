//! What a change of `waitable` does: waiters that go break who waits with them, and words about waiters change none.

use super::differences::Change;
use super::event::Impact;
use super::value::{fields, same};
use crate::ast::Node;
use crate::names;
use crate::traits::evolution::WAITABLE;

/// What is said of a waiter.
const WORDS: [&str; 3] = ["deprecated", "documentation", "tags"];

/// The impact of waiters that go, or of none that comes or changes, if the trait stays.
pub fn impact(change: &Change<'_>) -> Option<Impact> {
    let own = change.traits.iter().find(|own| own.id == WAITABLE)?;
    let [old, new] = [fields(&own.old?.value), fields(&own.new?.value)];
    let gone = old.iter().filter(|(name, _)| !new.iter().any(|(other, _)| other == name));
    let gone: Vec<_> = gone.map(|(name, _)| format!("`{}`", names::wait_until(name))).collect();
    if !gone.is_empty() {
        return Some(Impact::major(format!("these waiters go: {}", gone.join(", "))));
    }
    let stays = |name: &str, own| old.iter().any(|(other, before)| other == name && waits_alike(before, own));
    let all_stay = new.iter().all(|(name, own)| stays(name, own));
    all_stay.then(|| Impact::patch("only what is said of its waiters changes"))
}

fn waits_alike(old: &Node<'_>, new: &Node<'_>) -> bool {
    let mut both = [old, new].map(fields);
    both.iter_mut().for_each(|own| own.retain(|(key, _)| !WORDS.contains(&&**key)));
    let [old, new] = both;
    let has = |key: &str, own| old.iter().any(|(other, before)| other == key && same(before, own));
    old.len() == new.len() && new.iter().all(|(key, own)| has(key, own))
}
