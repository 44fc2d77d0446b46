//! The endpoint rule sets of models: read ([`parse`]), checked and made into a program for Rust ([`check`]), and the
//! table of partitions that they ask for ([`partitions`]).
//!
//! What a program looks like in Rust is the room `emit`'s. Nothing is left to be interpreted at run time.
//! See <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>.

use crate::ast::Node;
use crate::diagnostic::Diagnostics;

mod call;
mod cases;
mod check;
pub mod functions;
mod parameters;
mod parse;
pub mod partitions;
pub mod rules;
mod scope;
mod template;

/// The rules of a service without rules.
pub fn fallback() -> rules::RuleSet {
    let mut log = Diagnostics::new();
    let node = Node::of(include_str!("endpoint/fallback.json"));
    node.and_then(|node| parse(&node, &mut log)).expect("bug of the generator: its own rule set is wrong")
}

pub use cases::parse as parse_cases;
pub use check::check;
pub use parse::{kind as parameter_kind, literal, parse};
