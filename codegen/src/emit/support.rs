//! The `support` module: the files of `codegen/runtime` that the emitted code needs, copied as they are.

use super::{Copy, File, Item, serde};
use crate::ir::checks::Checks;
use crate::ir::{Crate, Structure, Type, Union, Value};
use crate::names;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

macro_rules! runtime {
    ($($name:literal)*) => {
        /// Name and text of each file that can be copied.
        const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../runtime/src/support/", $name, ".rs")))),*];
    };
}

runtime! {
    "aws_json"
    "client"
    "client_account"
    "client_api_key"
    "client_auth"
    "client_basic"
    "client_bearer"
    "client_call"
    "client_config"
    "client_context"
    "client_customize"
    "client_endpoint"
    "client_feature"
    "client_fluent"
    "client_idempotency"
    "client_operation"
    "client_paginator"
    "client_sigv4"
    "client_sleep"
    "client_tracking"
    "client_waiter"
    "compression"
    "content_md5"
    "credentials"
    "endpoint_arn"
    "endpoint_at"
    "endpoint_bucket"
    "endpoint_cases"
    "endpoint_error"
    "endpoint_host"
    "endpoint_object"
    "endpoint_params"
    "endpoint_partition"
    "endpoint_refuse"
    "endpoint_region"
    "endpoint_substring"
    "endpoint_uri_encode"
    "endpoint_url"
    "envelope"
    "error"
    "error_shape"
    "host"
    "host_label"
    "host_url"
    "input"
    "member"
    "modules"
    "number"
    "operation"
    "operation_error"
    "output"
    "path"
    "query_compatible"
    "read"
    "read_big_number"
    "read_blob"
    "read_boolean"
    "read_boxed"
    "read_decimal"
    "read_document"
    "read_element"
    "read_float"
    "read_integer"
    "read_json"
    "read_list"
    "read_map"
    "read_timestamp"
    "read_union"
    "request_id"
    "scan"
    "serde_big_number"
    "serde_blob"
    "serde_boxed"
    "serde_digits"
    "serde_document"
    "serde_enum"
    "serde_float"
    "serde_list"
    "serde_map"
    "serde_number"
    "serde_shape"
    "serde_timestamp"
    "serde_union"
    "serde_value"
    "service_error"
    "shape"
    "sigv4"
    "sigv4_canonical"
    "sigv4_endpoint"
    "sigv4_error"
    "sigv4_key"
    "sigv4_scope"
    "string_enum"
    "structure"
    "union_enum"
    "unsigned_payload"
    "validate"
    "validate_items"
    "validate_length"
    "validate_pattern"
    "validate_range"
    "validate_unique"
    "write"
    "write_big_number"
    "write_blob"
    "write_boolean"
    "write_boxed"
    "write_document"
    "write_float"
    "write_integer"
    "write_json"
    "write_list"
    "write_map"
    "write_raw"
    "write_refuse"
    "write_timestamp"
    "write_union"
}

/// `support.rs`: the list of the copied modules.
pub fn root(krate: &Crate, modules: &BTreeSet<&'static str>) -> File {
    let modules = modules.iter().map(|name| {
        let gate = gate(krate, name);
        let name = names::fixed(name);
        Item::Rust(quote!(#gate pub mod #name;))
    });
    File {
        path: "support.rs".to_owned(),
        shape: krate.service_id.clone(),
        docs: vec!["What the generated code has in common.".to_owned()],
        items: modules.collect(),
    }
}

/// What only some tiers of the crate use must not be there without them.
fn gate(krate: &Crate, name: &str) -> Option<TokenStream> {
    match name {
        "endpoint_cases" => {
            let tiers = super::runtime_features(krate);
            Some(quote!(#[cfg(all(test, #tiers))]))
        }
        _ if name.starts_with("endpoint_") => Some(super::runtime_tiers(krate)),
        _ if name == "credentials" || name.starts_with("sigv4") => Some(quote!(#[cfg(feature = "sigv4")])),
        _ if name.starts_with("serde_") => Some(quote!(#[cfg(feature = "serde")])),
        _ if name.starts_with("validate") => Some(quote!(#[cfg(feature = "validate")])),
        _ if name == "client" || name.starts_with("client_") => Some(quote!(#[cfg(feature = "client")])),
        _ => None,
    }
}

/// The modules that `texts` name, those that the protocol calls methods of, and all that these need in turn.
pub fn modules<'a>(krate: &Crate, texts: impl IntoIterator<Item = &'a str>) -> (BTreeSet<&'static str>, Vec<Copy>) {
    let known: BTreeMap<&'static str, &'static str> = FILES.iter().copied().collect();
    let mut needs = BTreeSet::new();
    for (value, is_read, is_written) in values(krate) {
        krate.protocol.support(value, is_read, is_written, &mut needs);
        serde::support(value, &mut needs);
    }
    needs.extend(wire(krate));
    checks(krate).for_each(|checks| super::validate::support(checks, &mut needs));
    let mut todo: Vec<&'static str> = needs.into_iter().collect();
    for text in texts {
        todo.extend(mentions(text, "crate::support::", &known));
    }
    let mut needed = BTreeSet::new();
    while let Some(name) = todo.pop() {
        if needed.insert(name) {
            let text = known[name];
            todo.extend(mentions(text, "super::", &known).chain(mentions(text, "crate::support::", &known)));
        }
    }
    let copies = needed.iter().map(|name| copy(name, known[name])).collect();
    (needed, copies)
}

fn copy(name: &str, text: &str) -> Copy {
    let origin = format!(
        "// @generated by `cargo xtask codegen`: a copy of codegen/runtime/src/support/{name}.rs. Edit it there.\n\n"
    );
    Copy { path: format!("support/{name}.rs"), text: origin + text }
}

/// What the members of structures and unions hold, whether it is read and whether it is written.
fn values(krate: &Crate) -> Vec<(&Value, bool, bool)> {
    let mut values: Vec<_> = structures(krate).flat_map(members).collect();
    for union in unions(krate) {
        let held = union.variants.iter().filter_map(|variant| variant.value.as_ref());
        values.extend(held.map(|value| (value, union.is_read, union.is_written)));
    }
    values
}

/// The modules that read and write structures and unions.
fn wire(krate: &Crate) -> impl Iterator<Item = &'static str> {
    let structure = |shape: &Structure| krate.protocol.structure().those(shape.is_read, shape.is_written);
    let union = |shape: &Union| krate.protocol.union().those(shape.is_read, shape.is_written);
    structures(krate).flat_map(structure).chain(unions(krate).flat_map(union))
}

fn structures(krate: &Crate) -> impl Iterator<Item = &Structure> {
    let ends = krate.operations.iter().flat_map(|operation| [&operation.input, &operation.output]);
    let types = krate.types.iter().filter_map(|shape| match shape {
        Type::Structure(structure) => Some(structure),
        Type::Union(_) | Type::Enum(_) => None,
    });
    ends.chain(&krate.errors).chain(types)
}

fn unions(krate: &Crate) -> impl Iterator<Item = &Union> {
    krate.types.iter().filter_map(|shape| match shape {
        Type::Union(union) => Some(union),
        Type::Structure(_) | Type::Enum(_) => None,
    })
}

/// Everything that is checked by `validate()`.
fn checks(krate: &Crate) -> impl Iterator<Item = &Checks> {
    let structures = structures(krate).filter_map(|structure| structure.checks.as_ref());
    structures.chain(unions(krate).filter_map(|union| union.checks.as_ref()))
}

fn members(structure: &Structure) -> impl Iterator<Item = (&Value, bool, bool)> {
    structure.fields.iter().map(|field| (&field.value, structure.is_read, structure.is_written))
}

/// The modules that stand behind `prefix` in `text`.
fn mentions<'a>(
    text: &'a str,
    prefix: &'static str,
    known: &'a BTreeMap<&'static str, &'static str>,
) -> impl Iterator<Item = &'static str> + 'a {
    text.split(prefix).skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        known.get_key_value(&rest[..end]).map(|(name, _)| *name)
    })
}
