//! A structure in a file of its own: declaration, and the table of its members.

use super::prelude::Prelude;
use super::{Condition, File, Item, Table, deprecated, docs, tokens, validate, value};
use crate::ir::{Crate, Deprecated, Role, Structure};
use crate::protocol::Modules;
use proc_macro2::TokenStream;
use quote::quote;

/// The file of a structure in `types` or `types::error`.
pub fn file(krate: &Crate, structure: &Structure) -> File {
    let folder = if structure.role == Role::Error { "types/error" } else { "types" };
    let mut items = imports(structure);
    let prelude = Prelude::of([&structure.name, &structure.builder]);
    items.extend(parts(krate, structure, None, &prelude));
    File { path: format!("{folder}/{}.rs", structure.module), shape: structure.id.clone(), docs: Vec::new(), items }
}

fn imports(structure: &Structure) -> Vec<Item> {
    let mut imports = Vec::new();
    if structure.role == Role::Error {
        imports.push(quote!(
            use crate::support::error_shape::error;
        ));
    }
    if structure.role == Role::Data {
        imports.push(quote!(
            use crate::support::structure::structure;
        ));
    }
    imports.into_iter().map(Item::Rust).collect()
}

/// The items of a structure, without imports; `call` is what is said of a fluent builder.
pub fn parts(krate: &Crate, structure: &Structure, call: Option<&Deprecated>, prelude: &Prelude) -> Vec<Item> {
    let name = &structure.name;
    let table = Item::Table(table(krate, structure, call, prelude));
    let mut items = vec![Item::Rust(declaration(structure, prelude)), table];
    items.extend(structure.checks.iter().map(|checks| validate::table(name, checks)));
    items
}

fn declaration(structure: &Structure, prelude: &Prelude) -> TokenStream {
    let Structure { name, role, .. } = structure;
    let (docs, deprecated) = (docs::attributes(&structure.docs), deprecated::attribute(structure.deprecated.as_ref()));
    let fields = structure.fields.iter().map(|field| {
        let (docs, deprecated) = (docs::attributes(&field.docs), deprecated::attribute(field.deprecated.as_ref()));
        let name = &field.name;
        let kind: TokenStream = tokens(&value::field_type(field, *role, prelude));
        let complex = (value::complexity(&field.value) > 250)
            .then(|| quote!(#[allow(clippy::type_complexity, reason = "the model nests it so deeply")]));
        quote!(#docs #deprecated #complex pub #name: #kind,)
    });
    let hidden = match role {
        Role::Data | Role::Input => None,
        Role::Output => {
            let kind = tokens(&format!("{0}<{1}>", prelude.path("option", "Option"), prelude.path("string", "String")));
            Some(quote!(_request_id: #kind,))
        }
        Role::Error => Some(quote!(pub(crate) meta: aws_smithy_types::error::ErrorMetadata,)),
    };
    quote! {
        #docs
        #deprecated
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
            #hidden
        }
    }
}

fn table(krate: &Crate, structure: &Structure, call: Option<&Deprecated>, prelude: &Prelude) -> Table {
    let Structure { name, builder, .. } = structure;
    let builder = match &structure.fluent {
        Some(fluent) => format!("{builder}, {}{fluent}", deprecated::text(call)),
        None => builder.to_string(),
    };
    let built = match structure.is_fallible() {
        true => format!("{builder} => Result<{name}>"),
        false => format!("{builder} => {name}"),
    };
    let (macro_name, head) = match structure.role {
        Role::Data => ("structure", built),
        Role::Input => ("input", built),
        Role::Output => ("output", built),
        Role::Error => ("error", format!("{built} = {:?}{}", structure.wire, secrecy(structure))),
    };
    let head = head + &modules(krate.protocol.structure(), structure.is_read, structure.is_written);
    let rows = structure.fields.iter().map(|field| value::row(field, prelude)).collect();
    Table { name: macro_name, condition: Condition::Always, head, rows }
}

/// What the head of a table says about reading and writing.
pub fn modules(modules: Modules, is_read: bool, is_written: bool) -> String {
    let names: Vec<_> = modules.those(is_read, is_written).collect();
    if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) }
}

/// The word behind the head of an error whose message is a secret.
fn secrecy(structure: &Structure) -> &'static str {
    let is_secret = structure.fields.iter().any(|field| field.sensitive && field.name == "message");
    if is_secret { " sensitive" } else { "" }
}
