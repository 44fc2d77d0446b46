//! How an operation is sent: what operations and services add that have a say in it.

use super::prelude::Prelude;
use super::{Condition, Table};
use crate::ir::{ErrorEnum, Host, HostPart, Operation};
use proc_macro2::TokenStream;
use quote::quote;

/// Methods of `impl Operation`.
pub fn methods(operation: &Operation, prelude: &Prelude) -> TokenStream {
    let host = operation.host.as_ref().map(|host| self::host(host, operation, prelude));
    quote!(#host)
}

/// What makes an error one whose code the service may change.
pub fn query_error(error: &ErrorEnum) -> Table {
    Table {
        name: "crate::support::query_compatible::query_error",
        condition: Condition::Always,
        head: error.name.to_string(),
        rows: error.variants.iter().map(|variant| variant.name.to_string()).collect(),
    }
}

fn host(host: &Host, operation: &Operation, prelude: &Prelude) -> TokenStream {
    let input = &operation.input.name;
    let Prelude { result, ok, .. } = prelude;
    let (argument, body) = match host {
        Host::Prefix(parts) => {
            let has_label = parts.iter().any(|part| matches!(part, HostPart::Field(_)));
            let argument = if has_label { quote!(input) } else { quote!(_input) };
            let parts = parts.iter().map(part);
            (argument, quote!(#ok([#(#parts,)* host].concat().into())))
        }
        Host::Url(field) => {
            let name = field.to_string();
            (quote!(input), quote!(crate::support::host_url::host(#name, input.#field.as_deref(), host)))
        }
    };
    quote! {
        fn host<'a>(
            #argument: &'a #input,
            host: &'a str,
        ) -> #result<std::borrow::Cow<'a, str>, crate::error::BuildError> {
            #body
        }
    }
}

fn part(part: &HostPart) -> TokenStream {
    match part {
        HostPart::Text(text) => quote!(#text),
        HostPart::Field(field) => {
            let name = field.to_string();
            quote!(crate::support::host_label::check(#name, input.#field.as_ref())?)
        }
    }
}
