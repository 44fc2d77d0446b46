//! Emits what reads a structure from a JSON object: one arm a member.
//!
//! How a number or a string is read is the business of the support module `read`.

use crate::emit::prelude::Prelude;
use crate::ir::{Field, Structure, Union, UnionVariant, Value};
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

/// `impl ReadJson` for the union.
pub fn union(union: &Union, prelude: &Prelude) -> TokenStream {
    let Union { name, .. } = union;
    let Prelude { result, ok, .. } = prelude;
    let arms = union.variants.iter().map(|UnionVariant { wire, name, value, .. }| match value {
        Some(value) => {
            let value = self::value(value);
            quote!(#wire => json.#value?.map(Self::#name),)
        }
        None => quote!(#wire => json.unit()?.map(|()| Self::#name),),
    });
    quote! {
        impl read::ReadJson for #name {
            fn read(json: &mut read::Reader<'_>) -> #result<Self, read::ReadError> {
                read_union::read(json, |json, key| {
                    let variant = match key {
                        #(#arms)*
                        _ => read_union::unknown(json, key)?.map(|()| Self::Unknown),
                    };
                    #ok(variant)
                })
            }
        }
    }
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
        Value::Document => quote!(document()),
        Value::BigInteger | Value::BigDecimal => quote!(big_number()),
        Value::Enum(_) | Value::Structure(_) | Value::Union(_) | Value::Boxed(_) => quote!(value()),
        Value::List { member, sparse } => {
            let member = element(member, *sparse);
            let method = if *sparse { quote!(sparse_list) } else { quote!(list) };
            quote!(#method(|json| json.#member))
        }
        Value::Map { value, sparse, .. } => {
            let value = element(value, *sparse);
            let method = if *sparse { quote!(sparse_map) } else { quote!(map) };
            quote!(#method(|json| json.#value))
        }
    }
}

/// What lists and maps hold: in dense ones a document may be `null`, as a value of its own.
fn element(value: &Value, sparse: bool) -> TokenStream {
    match (value, sparse) {
        (Value::Document, false) => quote!(document().map(|value| Some(value.unwrap_or_default()))),
        _ => self::value(value),
    }
}

/// Adds the support modules whose methods [`value`] calls, or those for a member without a value.
pub fn support(value: Option<&Value>, modules: &mut BTreeSet<&'static str>) {
    let Some(value) = value else {
        modules.insert("read_unit");
        return;
    };
    match value {
        Value::String => false,
        Value::Enum(_) | Value::Structure(_) | Value::Union(_) => modules.insert("read_value"),
        Value::Boxed(value) => {
            support(Some(value), modules);
            modules.insert("read_boxed")
        }
        Value::Document => modules.insert("read_document"),
        Value::BigInteger | Value::BigDecimal => modules.insert("read_big_number"),
        Value::Boolean => modules.insert("read_boolean"),
        Value::Integer(_) => modules.insert("read_integer"),
        Value::Float | Value::Double => modules.insert("read_float"),
        Value::Blob => modules.insert("read_blob"),
        Value::Timestamp(TimestampFormat::EpochSeconds) => modules.insert("read_epoch_seconds"),
        Value::Timestamp(TimestampFormat::DateTime) => modules.insert("read_date_time"),
        Value::Timestamp(TimestampFormat::HttpDate) => modules.insert("read_http_date"),
        Value::List { member, sparse } => {
            support(Some(member), modules);
            modules.insert(if *sparse { "read_sparse_list" } else { "read_list" })
        }
        Value::Map { value, sparse, .. } => {
            support(Some(value), modules);
            modules.insert(if *sparse { "read_sparse_map" } else { "read_map" })
        }
    };
}
