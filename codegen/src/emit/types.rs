//! `types`, `types::error` and their `builders`: the lists of what stands in the files of the shapes.

use super::{File, Item};
use crate::ir::{Crate, Structure, Type};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// `types.rs`
pub fn types(krate: &Crate) -> File {
    let builders = krate.types.iter().filter_map(|shape| match shape {
        Type::Structure(structure) => Some(builder(structure)),
        Type::Enum(_) | Type::Union(_) => None,
    });
    let mut items = list(
        krate.types.iter().map(|shape| match shape {
            Type::Structure(structure) => (&structure.module, &structure.name),
            Type::Enum(enumeration) => (&enumeration.module, &enumeration.name),
            Type::Union(union) => (&union.module, &union.name),
        }),
        builders,
    );
    if !krate.errors.is_empty() {
        items.insert(
            0,
            quote!(
                pub mod error;
            ),
        );
    }
    file("types.rs", krate, "Data structures of inputs, outputs and errors.", items)
}

/// `types/error.rs`
pub fn errors(krate: &Crate) -> File {
    let items = list(krate.errors.iter().map(|error| (&error.module, &error.name)), krate.errors.iter().map(builder));
    file("types/error.rs", krate, "Errors that the service models.", items)
}

fn builder(structure: &Structure) -> TokenStream {
    let Structure { module, builder, .. } = structure;
    quote!(pub use super::#module::#builder;)
}

fn list<'a>(
    shapes: impl Iterator<Item = (&'a Ident, &'a Ident)> + Clone,
    builders: impl Iterator<Item = TokenStream>,
) -> Vec<TokenStream> {
    let modules = shapes.clone().map(|(module, _)| quote!(mod #module;));
    let names = shapes.map(|(module, name)| quote!(pub use #module::#name;));
    let builders = quote! {
        /// Builders of the structures.
        pub mod builders {
            #(#builders)*
        }
    };
    modules.chain(names).chain([builders]).collect()
}

fn file(path: &str, krate: &Crate, docs: &str, items: Vec<TokenStream>) -> File {
    File {
        path: path.to_owned(),
        shape: krate.service_id.clone(),
        docs: vec![docs.to_owned()],
        items: items.into_iter().map(Item::Rust).collect(),
    }
}
