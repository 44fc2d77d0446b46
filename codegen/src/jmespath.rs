//! JMESPath expressions of traits: read ([`parse`]) and made into plain Rust for the shapes of a model ([`check`]).
//!
//! What the Rust looks like is the room `emit`'s. Nothing is left to be interpreted at run time. The grammar is that of
//! <https://jmespath.org/specification.html>; what cannot be compiled is a fault that says so.

mod call;
mod check;
mod combine;
mod expect;
mod parse;
#[cfg(test)]
mod tests;
mod token;
mod types;

pub use check::{Checker, Root};
pub use expect::Expected;
pub use parse::parse;
pub use types::{Type, Typed};

use crate::diagnostic::Span;

/// An expression as written.
#[derive(Clone, Debug)]
pub struct Expression {
    /// Where it stands in the model.
    pub span: Span,
    pub kind: Kind,
}

/// What an expression is. It is a question to the value at hand, `@`.
#[derive(Clone, Debug)]
pub enum Kind {
    /// `@`
    Current,
    /// The member or entry of this name.
    Field(String),
    /// `left.right` or `left | right`: the right one is asked of what the left one gives.
    Then(Box<Expression>, Box<Expression>),
    /// `[n]`, from the end if negative.
    Index(Box<Expression>, i64),
    /// `left[]`: lists in the list are dissolved.
    Flatten(Box<Expression>),
    /// The right one is asked of each part of the left one; what gives nothing is left out.
    Each(Over, Box<Expression>, Box<Expression>),
    Or(Box<Expression>, Box<Expression>),
    And(Box<Expression>, Box<Expression>),
    Not(Box<Expression>),
    Compare(Comparator, Box<Expression>, Box<Expression>),
    /// `[a, b]`
    List(Vec<Expression>),
    /// `name(arguments)`
    Call(String, Vec<Expression>),
    Literal(Literal),
    /// Valid, and cannot be compiled.
    Unsupported(&'static str),
}

/// The parts of a value.
#[derive(Clone, Debug)]
pub enum Over {
    /// `[*]` and `[]`
    Elements,
    /// `*`
    Values,
    /// `[?condition]`
    Where(Box<Expression>),
}

/// A constant.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    Null,
    Boolean(bool),
    Integer(i64),
    Float(f64),
    String(String),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Comparator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparator {
    /// The one that holds when this one does not.
    pub fn inverse(self) -> Self {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Less => Self::GreaterOrEqual,
            Self::GreaterOrEqual => Self::Less,
            Self::Greater => Self::LessOrEqual,
            Self::LessOrEqual => Self::Greater,
        }
    }

    /// Whether it asks for equality, rather than for the order of numbers.
    pub fn is_equality(self) -> bool {
        matches!(self, Self::Equal | Self::NotEqual)
    }
}
