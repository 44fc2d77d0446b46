//! What an enum consists of in Rust.

use super::{Deprecated, Docs};
use crate::names::Ident;

/// An open enum.
pub struct Enum {
    pub id: String,
    pub name: Ident,
    pub module: Ident,
    pub docs: Docs,
    pub deprecated: Option<Deprecated>,
    pub sensitive: bool,
    pub variants: Vec<Variant>,
}

/// A known value of an enum.
pub struct Variant {
    pub wire: String,
    pub name: Ident,
    pub docs: Docs,
    pub deprecated: Option<Deprecated>,
}
