//! How an operation is sent: the methods about the host, for the operations that have something to say there.

use super::prelude::Prelude;
use crate::ir::{Host, HostPart, Operation};
use proc_macro2::TokenStream;
use quote::quote;

/// Methods of `impl Operation`.
pub fn methods(operation: &Operation, prelude: &Prelude) -> TokenStream {
    let host = operation.host.as_ref().map(|host| self::host(host, operation, prelude));
    quote!(#host)
}

fn host(host: &Host, operation: &Operation, prelude: &Prelude) -> TokenStream {
    let input = &operation.input.name;
    let Prelude { result, ok, .. } = prelude;
    let (argument, body) = match host {
        Host::Prefix(parts) => {
            let fields: Vec<_> = parts.iter().filter_map(field).collect();
            let argument = if fields.is_empty() { quote!(_input) } else { quote!(input) };
            let format: String = parts.iter().map(placeholder).collect::<String>() + "{host}";
            let names = fields.iter().map(|field| field.to_string().trim_start_matches("r#").to_owned());
            let labels = quote!(#(crate::support::host_label::check(#names, input.#fields.as_ref())?),*);
            (argument, quote!(#ok(format!(#format, #labels).into())))
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

fn field(part: &HostPart) -> Option<&proc_macro2::Ident> {
    match part {
        HostPart::Text(_) => None,
        HostPart::Field(field) => Some(field),
    }
}

fn placeholder(part: &HostPart) -> &str {
    match part {
        HostPart::Text(text) => text,
        HostPart::Field(_) => "{}",
    }
}
