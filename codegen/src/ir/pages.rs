//! Paginators: every path through input and output is a way through fields.

use super::Value;
use crate::names::Ident;

/// How to get all pages of an operation.
pub struct Paginator {
    pub name: Ident,
    /// The field of the input that says which page to give.
    pub token: Ident,
    pub token_type: Value,
    /// The way to the token of the next page.
    pub next: Vec<Step>,
    /// The field of the input that says how much a page has at most.
    pub page_size: Option<(Ident, Value)>,
    pub items: Option<Items>,
}

/// What a page consists of.
pub struct Items {
    /// The paginator that gives them one by one.
    pub name: Ident,
    /// As the model says it.
    pub path: String,
    pub way: Vec<Step>,
    pub item: Item,
}

/// What one of the items is.
pub enum Item {
    /// An element of a list, an `Option` if the list is sparse.
    Element(Value, bool),
    /// Key and value of a map, an `Option` if the map is sparse.
    Entry(Value, Value, bool),
}

/// From a structure to one of its fields.
pub struct Step {
    pub field: Ident,
    /// Whether the field is an `Option`.
    pub optional: bool,
}
