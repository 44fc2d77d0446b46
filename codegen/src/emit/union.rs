//! An open union in a file of its own: declaration, the table of its variants, and what goes over the wire.

use super::prelude::Prelude;
use super::{Condition, File, Item, Table, docs, serde, validate, value};
use crate::ir::{Crate, Union, UnionVariant};
use proc_macro2::TokenStream;
use quote::quote;

/// The file of a union in `types`.
pub fn file(krate: &Crate, union: &Union) -> File {
    let prelude = Prelude::of([&union.name]);
    let mut items = imports(union);
    items.push(Item::Rust(declaration(union, &prelude)));
    items.push(Item::Table(table(union, &prelude)));
    items.extend(union.checks.iter().map(|checks| validate::table(&union.name, checks)));
    if union.is_written {
        items.push(Item::Rust(krate.protocol.write_union(union, &prelude)));
    }
    if union.is_read {
        items.push(Item::Rust(krate.protocol.read_union(union, &prelude)));
    }
    File { path: format!("types/{}.rs", union.module), shape: union.id.clone(), docs: Vec::new(), items }
}

fn imports(union: &Union) -> Vec<Item> {
    let read = quote!(
        use crate::support::read;
    );
    let read_union = quote!(
        use crate::support::read_union;
    );
    let table = quote!(
        use crate::support::union_enum::union_enum;
    );
    let write = quote!(
        use crate::support::write;
    );
    let is_read = [(read, union.is_read), (read_union, union.is_read), (table, true), (write, union.is_written)];
    is_read.into_iter().filter(|(_, needed)| *needed).map(|(import, _)| Item::Rust(import)).collect()
}

fn declaration(union: &Union, prelude: &Prelude) -> TokenStream {
    let name = &union.name;
    let docs = docs::attributes(&union.docs);
    let allow = union
        .uneven
        .then(|| quote!(#[allow(clippy::large_enum_variant, reason = "the official form, which boxes cycles only")]));
    let variants = union.variants.iter().map(|variant| {
        let docs = docs::attributes(&variant.docs);
        let name = &variant.name;
        let value = variant.value.as_ref().map(|value| {
            let value = super::tokens(&value::value_type(value, prelude));
            quote!((#value))
        });
        quote!(#docs #name #value,)
    });
    quote! {
        #docs
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

fn table(union: &Union, prelude: &Prelude) -> Table {
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
        head: union.name.to_string(),
        rows: union.variants.iter().map(row).collect(),
    }
}
