//! From [`ir`](crate::ir) to files of Rust items; one emitted concept a module. Nothing here can fail.
//!
//! What a request or response looks like on the wire is [`crate::protocol`]'s part; layout is [`crate::render`]'s.

mod auth;
mod client;
mod deprecated;
mod docs;
mod document;
mod endpoint;
mod enumeration;
mod front_page;
mod ident;
mod operation;
mod pages;
pub mod path;
pub mod prelude;
mod root;
mod sending;
mod serde;
mod structure;
mod support;
mod types;
mod union;
mod validate;
mod value;
mod waiters;

use crate::endpoint::partitions::Partition;
use crate::ir::{Crate, Operation, Structure, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// A source file of the generated crate, below `src/`.
pub struct File {
    pub path: String,
    /// Shape id that the file is made from, for its first line.
    pub shape: String,
    /// Lines of the `//!` documentation.
    pub docs: Vec<String>,
    pub items: Vec<Item>,
}

/// What a file consists of.
pub enum Item {
    /// Exactly one Rust item, or one inner attribute.
    Rust(TokenStream),
    /// The call of a support macro with one row a line.
    Table(Table),
}

/// The call of a support macro: `name! { head; row; row; }`; no head if that is empty.
pub struct Table {
    pub name: &'static str,
    pub condition: Condition,
    pub head: String,
    pub rows: Vec<String>,
}

/// When an item is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Condition {
    Always,
    /// With the feature `client`.
    Client,
    /// With the feature `validate`.
    Validate,
}

/// A text file of the generated crate that is copied as it is.
pub struct Copy {
    pub path: String,
    pub text: String,
}

/// What a file, or several that belong together, is made from.
pub enum Part<'c> {
    Whole(fn(&Crate) -> Vec<File>),
    Operation(&'c Operation),
    Error(&'c Structure),
    Type(&'c Type),
}

/// All that is emitted of the crate, in no particular order.
pub fn parts(krate: &Crate) -> Vec<Part<'_>> {
    let whole: [fn(&Crate) -> Vec<File>; 14] = [
        |krate| vec![root::lib(krate)],
        |krate| vec![root::meta(krate)],
        |krate| vec![root::primitives(krate)],
        |krate| vec![root::error(krate)],
        |krate| vec![types::types(krate)],
        |krate| vec![types::errors(krate)],
        |krate| vec![operation::list(krate)],
        |krate| vec![client::client(krate)],
        |krate| vec![client::config(krate)],
        |krate| vec![client::error(krate)],
        |krate| root::sigv4(krate).into_iter().collect(),
        |krate| validate::file(krate).into_iter().collect(),
        |krate| waiters::files(krate),
        |krate| endpoint::files(krate, &endpoint::Tier::Client),
    ];
    let operations = krate.operations.iter().map(Part::Operation);
    let errors = krate.errors.iter().map(Part::Error);
    let types = krate.types.iter().map(Part::Type);
    whole.map(Part::Whole).into_iter().chain(operations).chain(errors).chain(types).collect()
}

impl Part<'_> {
    /// Makes them.
    pub fn files(&self, krate: &Crate) -> Vec<File> {
        match self {
            Part::Whole(make) => make(krate),
            Part::Operation(operation) => vec![operation::file(krate, operation)],
            Part::Error(structure) => vec![structure::file(krate, structure)],
            Part::Type(Type::Structure(structure)) => vec![structure::file(krate, structure)],
            Part::Type(Type::Enum(enumeration)) => vec![enumeration::file(enumeration)],
            Part::Type(Type::Union(union)) => vec![union::file(krate, union)],
        }
    }
}

/// The endpoint rules alone, with a test for each case of the model: a row of the macro `crate::single`.
pub fn endpoint_rules(krate: &Crate, partitions: &[Partition]) -> Vec<File> {
    endpoint::files(krate, &endpoint::Tier::Alone(partitions))
}

/// The attribute of what the tiers need that go beyond the core.
fn runtime_tiers(krate: &Crate) -> TokenStream {
    let tiers = runtime_features(krate);
    quote!(#[cfg(#tiers)])
}

/// The condition for these tiers.
fn runtime_features(krate: &Crate) -> TokenStream {
    match krate.service.signing_name() {
        Some(_) => quote!(any(feature = "client", feature = "sigv4")),
        None => quote!(feature = "client"),
    }
}

/// Tokens of a type that this room spelled itself.
fn tokens(source: &str) -> TokenStream {
    source.parse().expect("bug of the generator: a type that it spelled is no Rust")
}

/// The expression of a constant, for a file that hides nothing of the prelude.
pub fn constant(constant: &crate::ir::DefaultValue, value: &crate::ir::Value) -> String {
    value::default(constant, value, &prelude::Prelude::of([]))
}

pub use support::{modules as support_modules, root as support_root};
