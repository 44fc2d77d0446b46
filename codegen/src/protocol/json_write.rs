//! Emits what writes a structure as a JSON object: members in model order, absent members absent.
//!
//! How a number or a string is written is the business of the support module `write`.

use crate::emit::prelude::Prelude;
use crate::ir::{Field, Presence, Role, Structure, Union, UnionVariant, Value};
use crate::model::TimestampFormat;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// `impl WriteJson` for the structure.
pub fn structure(structure: &Structure, prelude: &Prelude) -> TokenStream {
    let name = &structure.name;
    let members = structure.fields.iter().map(|field| member(field, structure.role, prelude));
    quote! {
        impl write::WriteJson for #name {
            fn write(&self, json: &mut write::Writer) {
                json.begin_object();
                #(#members)*
                json.end_object();
            }
        }
    }
}

/// `impl WriteJson` for the union.
pub fn union(union: &Union, prelude: &Prelude) -> TokenStream {
    let name = &union.name;
    let arms = union.variants.iter().map(|UnionVariant { wire, name, value, .. }| match value {
        Some(value) => {
            let write = self::value(value, quote!(json.key(#wire)), quote!(value), Place::Reference, prelude);
            quote!(Self::#name(value) => #write,)
        }
        None => quote!(Self::#name => json.key(#wire).unit(),),
    });
    let text = name.to_string();
    quote! {
        impl write::WriteJson for #name {
            fn write(&self, json: &mut write::Writer) {
                json.begin_object();
                match self {
                    #(#arms)*
                    Self::Unknown => json.unknown(#text),
                }
                json.end_object();
            }
        }
    }
}

fn member(field: &Field, role: Role, prelude: &Prelude) -> TokenStream {
    let Field { name, wire, .. } = field;
    let some = &prelude.some;
    let writer = quote!(json.key(#wire));
    if role == Role::Input || field.presence == Presence::Optional {
        let write = value(&field.value, writer, quote!(value), Place::Reference, prelude);
        quote!(if let #some(value) = &self.#name { #write; })
    } else {
        let write = value(&field.value, writer, quote!(self.#name), Place::Owned, prelude);
        quote!(#write;)
    }
}

/// How the expression of a value stands for it.
#[derive(Clone, Copy)]
enum Place {
    /// The value itself, which must be borrowed where a reference is wanted.
    Owned,
    /// A reference to the value, which must be read through where a copy is wanted.
    Reference,
}

/// The call on `writer` that writes the value that `from` stands for.
fn value(value: &Value, writer: TokenStream, from: TokenStream, place: Place, prelude: &Prelude) -> TokenStream {
    let reference = match place {
        Place::Owned => quote!(&#from),
        Place::Reference => quote!(#from),
    };
    let copy = match place {
        Place::Owned => quote!(#from),
        Place::Reference => quote!(*#from),
    };
    match value {
        Value::String => quote!(#writer.string(#reference)),
        Value::Enum(_) => quote!(#writer.string(#from.as_str())),
        Value::Boolean => quote!(#writer.boolean(#copy)),
        Value::Integer(_) => quote!(#writer.integer(#copy)),
        Value::Float | Value::Double => quote!(#writer.float(#copy)),
        Value::Blob => quote!(#writer.blob(#reference)),
        Value::Timestamp(TimestampFormat::EpochSeconds) => quote!(#writer.epoch_seconds(#reference)),
        Value::Timestamp(TimestampFormat::DateTime) => quote!(#writer.date_time(#reference)),
        Value::Timestamp(TimestampFormat::HttpDate) => quote!(#writer.http_date(#reference)),
        Value::Document => quote!(#writer.document(#reference)),
        Value::BigInteger | Value::BigDecimal => quote!(#writer.big_number(#reference)),
        Value::Structure(_) | Value::Union(_) | Value::Boxed(_) => quote!(#writer.value(#reference)),
        Value::List { member, sparse } => {
            let item = element(member, *sparse, prelude);
            quote!(#writer.list(#reference, |json, item| #item))
        }
        Value::Map { value, sparse, .. } => {
            let item = element(value, *sparse, prelude);
            quote!(#writer.map(#reference, |json, item| #item))
        }
    }
}

/// What writes one `item` of a collection.
fn element(value: &Value, sparse: bool, prelude: &Prelude) -> TokenStream {
    let Prelude { some, none, .. } = prelude;
    let write = self::value(value, quote!(json), quote!(item), Place::Reference, prelude);
    if sparse { quote!(match item { #some(item) => #write, #none => json.null(), }) } else { write }
}

/// Adds the support modules whose methods [`value`] calls, or those for a member without a value.
pub fn support(value: Option<&Value>, modules: &mut BTreeSet<&'static str>) {
    let Some(value) = value else {
        modules.insert("write_unit");
        return;
    };
    match value {
        Value::String | Value::Enum(_) => modules.insert("write_string"),
        Value::Structure(_) => false,
        Value::Union(_) => modules.insert("write_unknown"),
        Value::Boxed(value) => {
            support(Some(value), modules);
            modules.insert("write_boxed")
        }
        Value::Document => modules.insert("write_document"),
        Value::BigInteger | Value::BigDecimal => modules.insert("write_big_number"),
        Value::Boolean => modules.insert("write_boolean"),
        Value::Integer(_) => modules.insert("write_integer"),
        Value::Float | Value::Double => modules.insert("write_float"),
        Value::Blob => modules.insert("write_blob"),
        Value::Timestamp(TimestampFormat::EpochSeconds) => modules.insert("write_epoch_seconds"),
        Value::Timestamp(TimestampFormat::DateTime) => modules.insert("write_date_time"),
        Value::Timestamp(TimestampFormat::HttpDate) => modules.insert("write_http_date"),
        Value::List { member, sparse } => {
            element_support(member, *sparse, modules);
            modules.insert("write_list")
        }
        Value::Map { value, sparse, .. } => {
            element_support(value, *sparse, modules);
            modules.insert("write_map")
        }
    };
}

fn element_support(value: &Value, sparse: bool, modules: &mut BTreeSet<&'static str>) {
    support(Some(value), modules);
    if sparse {
        modules.insert("write_null");
    }
}
