//! What a union consists of in Rust: an enum whose variants carry values.

use super::checks::Checks;
use super::{Deprecated, Docs, Value};
use crate::names::Ident;

/// An open union: one of its variants is there.
pub struct Union {
    pub id: String,
    pub name: Ident,
    pub module: Ident,
    pub docs: Docs,
    pub deprecated: Option<Deprecated>,
    /// Whether something deprecated is named in its file.
    pub names_deprecated: bool,
    pub variants: Vec<UnionVariant>,
    /// Whether one variant may be much larger than the others.
    pub uneven: bool,
    /// Nothing if nothing in it is constrained, or it is not sent.
    pub checks: Option<Checks>,
    pub is_read: bool,
    pub is_written: bool,
}

/// A member of a union.
pub struct UnionVariant {
    /// Name of the member on the wire.
    pub wire: String,
    pub name: Ident,
    /// The `is_...` method.
    pub predicate: Ident,
    /// The `as_...` method.
    pub getter: Ident,
    pub docs: Docs,
    pub deprecated: Option<Deprecated>,
    /// Nothing for `smithy.api#Unit`.
    pub value: Option<Value>,
    /// Whether `Debug` must not show the value.
    pub sensitive: bool,
}
