//! What is worth waiting for, as the model says it.

use crate::diagnostic::Span;
use crate::jmespath::{Expected, Expression};

/// `smithy.waiters#waitable`: one of the waiters of an operation.
#[derive(Debug)]
pub struct Waiter {
    pub name: String,
    pub span: Span,
    pub docs: Option<String>,
    pub deprecated: bool,
    /// The first one that fits decides.
    pub acceptors: Vec<Acceptor>,
    /// Whether something could not be read.
    pub incomplete: bool,
    /// In seconds, at least one.
    pub min_delay: u64,
    /// In seconds, not below the shortest one.
    pub max_delay: u64,
}

/// What an answer means.
#[derive(Debug)]
pub struct Acceptor {
    pub state: State,
    pub matcher: Matcher,
}

/// What an answer means to a waiter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    Success,
    Failure,
    Retry,
}

/// Which answers are meant.
#[derive(Debug)]
pub enum Matcher {
    /// All outputs, or all errors.
    Success(bool),
    /// Outputs of which this holds.
    Output(PathMatcher),
    /// Outputs of which, together with the input, this holds.
    InputOutput(PathMatcher),
    /// Errors of this name.
    ErrorType(String),
}

/// A path and what it must lead to.
#[derive(Debug)]
pub struct PathMatcher {
    pub path: Expression,
    pub expected: Expected,
}
