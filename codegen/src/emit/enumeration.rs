//! An open enum in a file of its own: declaration and the table of its known values.

use super::{Condition, File, Item, Table, deprecated, docs};
use crate::ir::Enum;
use proc_macro2::TokenStream;
use quote::quote;

/// The file of an enum in `types`.
pub fn file(enumeration: &Enum) -> File {
    let import = quote!(
        use crate::support::string_enum::string_enum;
    );
    File {
        path: format!("types/{}.rs", enumeration.module),
        shape: enumeration.id.clone(),
        docs: Vec::new(),
        items: vec![Item::Rust(import), Item::Rust(declaration(enumeration)), Item::Table(table(enumeration))],
    }
}

fn declaration(enumeration: &Enum) -> TokenStream {
    let name = &enumeration.name;
    let docs = docs::attributes(&enumeration.docs);
    let deprecated = deprecated::attribute(enumeration.deprecated.as_ref());
    let variants = enumeration.variants.iter().map(|variant| {
        let (docs, deprecated) = (docs::attributes(&variant.docs), deprecated::attribute(variant.deprecated.as_ref()));
        let name = &variant.name;
        quote!(#docs #deprecated #name,)
    });
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value newer than this crate; `as_str` gives it.
            #[deprecated(note = "match on `_` and use `as_str()`: a later version may name this value")]
            Unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue),
        }
    }
}

fn table(enumeration: &Enum) -> Table {
    let sensitive = if enumeration.sensitive { "sensitive " } else { "" };
    let row = |variant: &crate::ir::Variant| format!("{} = {:?}", variant.name, variant.wire);
    Table {
        condition: Condition::Always,
        name: "string_enum",
        head: format!("{sensitive}{}", enumeration.name),
        rows: enumeration.variants.iter().map(row).collect(),
    }
}
