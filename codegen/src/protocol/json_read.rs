//! Emits what reads a structure from a JSON object: one arm a member.
//!
//! How a number or a string is read is the business of the support module `read`.

use crate::emit::prelude::Prelude;
use crate::ir::{Field, Structure, Value};
use crate::model::TimestampFormat;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// `impl ReadJson` for the structure.
pub fn structure(structure: &Structure, prelude: &Prelude) -> TokenStream {
    let Structure { name, builder, .. } = structure;
    let Prelude { result, ok, .. } = prelude;
    let members = if structure.fields.is_empty() { quote!(members) } else { quote!(mut members) };
    let read = members_of(structure, prelude);
    quote! {
        impl read::ReadJson for #name {
            fn read(json: &mut read::Reader<'_>) -> #result<Self, read::ReadError> {
                let #members = #builder::default();
                json.begin_object()?;
                #read
                #ok(crate::support::shape::Correct::correct(members))
            }
        }
    }
}

/// Reads all members; of a structure without any it leaves out what it finds.
fn members_of(structure: &Structure, prelude: &Prelude) -> TokenStream {
    if structure.fields.is_empty() {
        return quote!(while json.key()?.is_some() {
            json.skip()?;
        });
    }
    let some = &prelude.some;
    let arms = structure.fields.iter().map(arm);
    quote! {
        while let #some(key) = json.key()? {
            match &*key {
                #(#arms)*
                _ => json.skip()?,
            }
        }
    }
}

fn arm(field: &Field) -> TokenStream {
    let Field { name, wire, .. } = field;
    let value = value(&field.value);
    quote!(#wire => members.#name = json.#value?,)
}

/// The call on a `Reader` that gives an `Option` of the value.
fn value(value: &Value) -> TokenStream {
    match value {
        Value::String => quote!(string()),
        Value::Boolean => quote!(boolean()),
        Value::Integer(_) => quote!(integer()),
        Value::Float | Value::Double => quote!(float()),
        Value::Blob => quote!(blob()),
        Value::Timestamp(TimestampFormat::EpochSeconds) => quote!(epoch_seconds()),
        Value::Timestamp(TimestampFormat::DateTime) => quote!(date_time()),
        Value::Timestamp(TimestampFormat::HttpDate) => quote!(http_date()),
        Value::Enum(_) | Value::Structure(_) => quote!(value()),
        Value::List { member, sparse } => {
            let member = self::value(member);
            let method = if *sparse { quote!(sparse_list) } else { quote!(list) };
            quote!(#method(|json| json.#member))
        }
        Value::Map { value, sparse, .. } => {
            let value = self::value(value);
            let method = if *sparse { quote!(sparse_map) } else { quote!(map) };
            quote!(#method(|json| json.#value))
        }
    }
}

/// Adds the support modules whose methods [`value`] calls.
pub fn support(value: &Value, modules: &mut BTreeSet<&'static str>) {
    match value {
        Value::String => false,
        Value::Enum(_) | Value::Structure(_) => modules.insert("read_value"),
        Value::Boolean => modules.insert("read_boolean"),
        Value::Integer(_) => modules.insert("read_integer"),
        Value::Float | Value::Double => modules.insert("read_float"),
        Value::Blob => modules.insert("read_blob"),
        Value::Timestamp(TimestampFormat::EpochSeconds) => modules.insert("read_epoch_seconds"),
        Value::Timestamp(TimestampFormat::DateTime) => modules.insert("read_date_time"),
        Value::Timestamp(TimestampFormat::HttpDate) => modules.insert("read_http_date"),
        Value::List { member, sparse } => {
            support(member, modules);
            modules.insert(if *sparse { "read_sparse_list" } else { "read_list" })
        }
        Value::Map { value, sparse, .. } => {
            support(value, modules);
            modules.insert(if *sparse { "read_sparse_map" } else { "read_map" })
        }
    };
}
