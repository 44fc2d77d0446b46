//! `types`, `types::error` and their `builders`: the lists of what stands in the files of the shapes.

use super::{Condition, File, Item, Table, deprecated};
use crate::ir::{Crate, Structure, Type};
use quote::quote;

/// `types.rs`
pub fn types(krate: &Crate) -> File {
    let rows = krate.types.iter().map(|shape| {
        let row = match shape {
            Type::Structure(structure) => row(structure),
            Type::Enum(enumeration) => format!("{}: {}", enumeration.module, enumeration.name),
            Type::Union(union) => format!("{}: {}", union.module, union.name),
        };
        format!("{}{row}", deprecated::permission(shape.names_deprecated()))
    });
    let mut file = file("types.rs", krate, "Data structures of inputs, outputs and errors.", rows.collect());
    if !krate.errors.is_empty() {
        let errors = quote!(
            pub mod error;
        );
        file.items.insert(0, Item::Rust(errors));
    }
    file
}

/// `types/error.rs`
pub fn errors(krate: &Crate) -> File {
    let rows =
        krate.errors.iter().map(|error| format!("{}{}", deprecated::permission(error.names_deprecated), row(error)));
    file("types/error.rs", krate, "Errors that the service models.", rows.collect())
}

fn row(structure: &Structure) -> String {
    let Structure { module, name, builder, .. } = structure;
    format!("{module}: {name}, {builder}")
}

fn file(path: &str, krate: &Crate, docs: &str, rows: Vec<String>) -> File {
    let table =
        Table { name: "crate::support::modules::modules", condition: Condition::Always, head: String::new(), rows };
    File {
        path: path.to_owned(),
        shape: krate.service_id.clone(),
        docs: vec![docs.to_owned()],
        items: vec![Item::Table(table)],
    }
}
