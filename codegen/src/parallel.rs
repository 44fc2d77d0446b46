//! Work on several cores. Results come in the order of the parts, so that nothing depends on who is first.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

/// More threads than this cost more than they gain.
const MOST: usize = 8;

/// How many parts work is best dealt into.
pub fn hands() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST)
}

/// Deals items out in turn, so that each hand has some of every kind.
pub fn deal<T>(items: impl IntoIterator<Item = T>, hands: usize) -> Vec<Vec<T>> {
    let mut dealt: Vec<Vec<T>> = (0..hands).map(|_| Vec::new()).collect();
    items.into_iter().enumerate().for_each(|(at, item)| dealt[at % hands].push(item));
    dealt
}

/// What becomes of each part, in threads of their own.
pub fn each<T: Send, R: Send>(parts: impl IntoIterator<Item = T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let work = &work;
    thread::scope(|scope| {
        let running: Vec<_> = parts.into_iter().map(|part| scope.spawn(move || work(part))).collect();
        running.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order() {
        let dealt = deal(0..7, 3);
        assert_eq!(dealt, [vec![0, 3, 6], vec![1, 4], vec![2, 5]]);
        assert_eq!(each(dealt, |part| part.into_iter().sum::<i32>()), [9, 5, 7]);
    }
}
