//! An open union in a file of its own: declaration, and the table of its variants.

use super::prelude::Prelude;
use super::structure::modules;
use super::{Condition, File, Item, Table, deprecated, docs, serde, validate, value};
use crate::ir::{Crate, Union, UnionVariant};
use proc_macro2::TokenStream;
use quote::quote;

/// The file of a union in `types`.
pub fn file(krate: &Crate, union: &Union) -> File {
    let prelude = Prelude::of([&union.name]);
    let import = quote!(
        use crate::support::union_enum::union_enum;
    );
    let table = Item::Table(table(krate, union, &prelude));
    let mut items = vec![Item::Rust(import), Item::Rust(declaration(union, &prelude)), table];
    items.extend(union.checks.iter().map(|checks| validate::table(&union.name, checks)));
    File { path: format!("types/{}.rs", union.module), shape: union.id.clone(), docs: Vec::new(), items }
}

fn declaration(union: &Union, prelude: &Prelude) -> TokenStream {
    let name = &union.name;
    let (docs, deprecated) = (docs::attributes(&union.docs), deprecated::attribute(union.deprecated.as_ref()));
    let allow = union
        .uneven
        .then(|| quote!(#[allow(clippy::large_enum_variant, reason = "the official form, which boxes cycles only")]));
    let variants = union.variants.iter().map(|variant| {
        let (docs, deprecated) = (docs::attributes(&variant.docs), deprecated::attribute(variant.deprecated.as_ref()));
        let name = &variant.name;
        let value = variant.value.as_ref().map(|value| {
            let value = super::tokens(&value::value_type(value, prelude));
            quote!((#value))
        });
        quote!(#docs #deprecated #name #value,)
    });
    quote! {
        #docs
        #deprecated
        #allow
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A member newer than this crate. It cannot be sent.
            #[non_exhaustive]
            Unknown,
        }
    }
}

fn table(krate: &Crate, union: &Union, prelude: &Prelude) -> Table {
    let row = |variant: &UnionVariant| {
        let UnionVariant { name, predicate, getter, .. } = variant;
        let wire = serde::name(&variant.wire, variant.value.as_ref());
        let value = variant.value.as_ref().map(|value| format!(": {}", value::scalar(value, prelude)));
        let sensitive = if variant.sensitive { "sensitive " } else { "" };
        format!("{sensitive}{name}, {predicate}, {getter} = {wire}{}", value.unwrap_or_default())
    };
    Table {
        name: "union_enum",
        condition: Condition::Always,
        head: format!("{}{}", union.name, modules(krate.protocol.union(), union.is_read, union.is_written)),
        rows: union.variants.iter().map(row).collect(),
    }
}
