//! Work on several cores. Results come in the order of the work, so that nothing depends on who is first.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// More threads than this cost more than they gain.
const MOST: usize = 8;

/// How many threads work is best shared by.
pub fn hands() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST)
}

/// What becomes of each item. A thread for each hand takes the next item whenever it is done with one; `begin` makes of its
/// hand what it works with.
pub fn each<S: Send, T: Send, R: Send, W: FnMut(T) -> R>(
    hands: impl IntoIterator<Item = S>,
    items: impl IntoIterator<Item = T, IntoIter: Send>,
    begin: impl Fn(S) -> W + Sync,
) -> Vec<R> {
    let (begin, items) = (&begin, &Mutex::new(items.into_iter().enumerate()));
    let next = move || items.lock().unwrap_or_else(PoisonError::into_inner).next();
    let mut results = thread::scope(|scope| {
        let run = |hand| {
            move || {
                let mut work = begin(hand);
                std::iter::from_fn(next).map(|(at, item)| (at, work(item))).collect::<Vec<_>>()
            }
        };
        let running: Vec<_> = hands.into_iter().map(|hand| scope.spawn(run(hand))).collect();
        let done = running.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        done.flatten().collect::<Vec<_>>()
    });
    results.sort_unstable_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order() {
        let squares = each([1, 2, 3], 0..1000, |factor| move |item: i32| (factor > 0, item * item));
        assert!(squares.into_iter().eq((0..1000).map(|item| (true, item * item))));
    }
}
