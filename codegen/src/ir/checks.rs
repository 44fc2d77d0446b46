//! What `validate()` checks.

use crate::names::Ident;

/// The checks of a structure or union.
pub struct Checks {
    pub is_union: bool,
    /// Shape id as constraints are reported with it.
    pub id: String,
    /// The method of an input that starts checking.
    pub method: Option<Ident>,
    /// In model order; members without checks have none.
    pub rows: Vec<Row>,
}

/// The checks of a member.
pub struct Row {
    /// The field, or the variant of a union.
    pub name: Ident,
    pub wire: String,
    /// Of a structure: how the field holds the value.
    pub slot: Option<Slot>,
    pub checks: Vec<Check>,
}

/// How a field holds its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Slot {
    /// As an `Option` that must be set.
    Required,
    /// As an `Option`.
    Optional,
    /// As it is.
    Always,
}

/// A check of a value. The `shape` that asks for it is named without its namespace if it is that of the structure.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// What is below must not show its keys.
    Sensitive,
    Length {
        min: u64,
        max: u64,
        shape: String,
    },
    /// Bounds as written, empty if there is none.
    Range {
        min: String,
        max: String,
        shape: String,
    },
    /// In the syntax of the crate `regex`.
    Pattern {
        pattern: String,
        shape: String,
    },
    Unique {
        /// Whether elements can be hashed.
        hashed: bool,
        shape: String,
    },
    /// A structure or union, which has checks of its own.
    Nested,
    /// The elements of a list.
    Each(Vec<Check>),
    Keys(Vec<Check>),
    Values(Vec<Check>),
    /// An element that may be null.
    Present(Vec<Check>),
}

impl Check {
    /// Whether it goes into the value.
    pub fn leads_on(&self) -> bool {
        matches!(self, Self::Nested | Self::Each(_) | Self::Keys(_) | Self::Values(_) | Self::Present(_))
    }
}
