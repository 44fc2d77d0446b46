//! What a change of `waitable` does beyond changing waiters: those that it has no more break who waits with them.

use super::differences::Change;
use super::event::Impact;
use super::value::fields;
use crate::names;
use crate::traits::evolution::WAITABLE;

/// The impact of waiters that go, if the trait stays without them.
pub fn impact(change: &Change<'_>) -> Option<Impact> {
    let own = change.traits.iter().find(|own| own.id == WAITABLE)?;
    let [old, new] = [fields(&own.old?.value), fields(&own.new?.value)];
    let gone = old.iter().filter(|(name, _)| !new.iter().any(|(other, _)| other == name));
    let gone: Vec<_> = gone.map(|(name, _)| format!("`{}`", names::wait_until(name))).collect();
    (!gone.is_empty()).then(|| Impact::major(format!("these waiters go: {}", gone.join(", "))))
}
