//! Waiters: what each answer means, as a program.

use super::path::Path;
use super::{Crate, Docs, Operation};
use crate::model::State;
use crate::names::Ident;

/// Something worth waiting for.
pub struct Waiter {
    /// As the model calls it.
    pub wire: String,
    pub module: Ident,
    /// The method of the client.
    pub method: Ident,
    pub builder: Ident,
    /// What it gives.
    pub final_poll: Ident,
    pub error: Ident,
    pub docs: Docs,
    /// The shortest delay and the longest one, in seconds.
    pub delays: [u64; 2],
    /// What outputs mean: tests of the variables `output` and `input`.
    pub outputs: Decisions<Path>,
    pub errors: Decisions<ErrorTest>,
}

/// What answers mean. The first test that holds decides.
pub struct Decisions<T> {
    pub tests: Vec<(T, State)>,
    /// What all others mean, if anything.
    pub others: Option<State>,
}

/// Whether an error is meant.
pub enum ErrorTest {
    /// If this method gives true.
    Is(Ident),
    /// If it has this code.
    Code(String),
}

impl Crate {
    /// The waiters of all operations, each with its own, in alphabetical order of their modules.
    pub fn waiters(&self) -> Vec<(&Operation, &Waiter)> {
        let all = self.operations.iter().flat_map(|own| own.waiters.iter().map(move |waiter| (own, waiter)));
        let mut waiters: Vec<_> = all.collect();
        waiters.sort_by_key(|(_, waiter)| waiter.module.to_string());
        waiters
    }
}

impl<T> Decisions<T> {
    /// Without any.
    pub fn none() -> Self {
        Self { tests: Vec::new(), others: None }
    }

    /// Adds a test, unless all is decided. Without a test, all others are meant.
    pub fn add(&mut self, test: Option<T>, state: State) {
        match test {
            _ if self.others.is_some() => {}
            Some(test) => self.tests.push((test, state)),
            None => self.others = Some(state),
        }
    }
}
