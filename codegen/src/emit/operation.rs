//! An operation in a file of its own: marker, input, output, error and builders.

use super::prelude::Prelude;
use super::{Condition, File, Item, Table, client, deprecated, docs, endpoint, pages, sending, structure};
use crate::ir::{Crate, ErrorEnum, Operation};
use crate::names::Ident;
use proc_macro2::TokenStream;
use quote::quote;

/// `operation.rs`
pub fn list(krate: &Crate) -> File {
    let modules = krate.operations.iter().map(|operation| {
        let docs = docs::attributes(&[format!("The operation `{}`.", operation.wire)]);
        let module = &operation.module;
        let allow = same_name(module, "operation");
        let permission = super::tokens(deprecated::permission(operation.names_deprecated));
        quote!(#docs #allow #permission pub mod #module;)
    });
    let traits = [
        quote!(
            pub use crate::support::operation::Operation;
        ),
        quote!(
            pub use crate::support::request_id::RequestId;
        ),
    ];
    File {
        path: "operation.rs".to_owned(),
        shape: krate.service_id.clone(),
        docs: vec!["The operations, each in a module of its own.".to_owned()],
        items: modules.chain(traits).map(Item::Rust).collect(),
    }
}

/// `operation/NAME.rs`
pub fn file(krate: &Crate, operation: &Operation) -> File {
    let prelude = prelude(operation);
    let mut items = imports();
    items.push(Item::Rust(marker(operation)));
    items.push(Item::Rust(glue(krate, operation, &prelude)));
    items.extend(endpoint::method(krate, operation, &prelude).map(Item::Rust));
    items.extend(structure::parts(krate, &operation.input, operation.deprecated.as_ref(), &prelude));
    items.extend(structure::parts(krate, &operation.output, None, &prelude));
    items.push(Item::Rust(error(operation)));
    items.push(Item::Table(error_table(&operation.error)));
    items.extend(krate.query_compatible.then(|| Item::Table(sending::query_error(&operation.error))));
    items.push(Item::Table(client::operation(krate, operation)));
    let paginator = operation.paginator.as_ref();
    items.extend(paginator.map(|paginator| Item::Table(pages::table(operation, paginator, &prelude))));
    items.push(Item::Rust(builders(operation)));
    File {
        path: format!("operation/{}.rs", operation.module),
        shape: operation.id.clone(),
        docs: vec![format!("The operation `{}`.", operation.wire)],
        items,
    }
}

fn prelude(operation: &Operation) -> Prelude {
    let Operation { input, output, .. } = operation;
    let names = [&input.name, &input.builder, &output.name, &output.builder, &operation.error.name];
    Prelude::of([&operation.name].into_iter().chain(names))
}

fn imports() -> Vec<Item> {
    ["aws_json", "input::input", "operation_error::operation_error", "output::output"]
        .into_iter()
        .map(|path| {
            let path: TokenStream = path.parse().expect("bug of the generator: an import is no Rust");
            Item::Rust(quote!(use crate::support::#path;))
        })
        .collect()
}

fn marker(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (docs, deprecated) = (docs::attributes(&operation.docs), deprecated::attribute(operation.deprecated.as_ref()));
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct #name;
    }
}

fn glue(krate: &Crate, operation: &Operation, prelude: &Prelude) -> TokenStream {
    let Operation { name, wire, .. } = operation;
    let (input, output, error) = (&operation.input.name, &operation.output.name, &operation.error.name);
    let Prelude { result, option, .. } = prelude;
    let request = krate.protocol.request(krate, operation);
    let response = krate.protocol.response(krate);
    let finish = operation.finish.iter().map(|step| super::tokens(step));
    let sending = sending::methods(operation, prelude);
    quote! {
        impl crate::operation::Operation for #name {
            const NAME: &'static str = #wire;
            type Input = #input;
            type Output = #output;
            type Error = #error;

            fn request(input: &#input) -> #result<http::Request<bytes::Bytes>, crate::error::BuildError> {
                #request #(.map(crate::support::#finish))*
            }

            fn response<'a>(
                status: u16,
                header: &dyn Fn(&str) -> #option<&'a str>,
                body: &'a [u8],
            ) -> #result<#output, #error> {
                #response
            }

            #sending
        }
    }
}

/// The enum of modelled errors.
fn error(operation: &Operation) -> TokenStream {
    let ErrorEnum { name, variants, uneven } = &operation.error;
    let docs = docs::attributes(&[format!("What can go wrong with {}.", crate::names::link(&operation.name))]);
    let allow =
        uneven.then(|| quote!(#[allow(clippy::large_enum_variant, reason = "an error is rare, and is not boxed")]));
    let variants = variants.iter().map(|variant| {
        let (docs, name) = (docs::attributes(&variant.docs), &variant.name);
        let deprecated = deprecated::attribute(variant.deprecated.as_ref());
        quote!(#docs #deprecated #name(crate::types::error::#name),)
    });
    quote! {
        #docs
        #allow
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// An error that this crate has no type for; `code()`, `message()` and `request_id()` tell about it.
            #[deprecated(note = "match on `_` and use `code()`: a later version may give this error a type")]
            Unhandled(crate::error::sealed_unhandled::Unhandled),
        }
    }
}

fn error_table(error: &ErrorEnum) -> Table {
    let row = |variant: &crate::ir::ErrorVariant| {
        let retry = variant.retry.map(|kind| format!(" => {kind}")).unwrap_or_default();
        format!("{}, {} = {:?}{retry}", variant.name, variant.predicate, variant.wire)
    };
    Table {
        name: "operation_error",
        condition: Condition::Always,
        head: error.name.to_string(),
        rows: error.variants.iter().map(row).collect(),
    }
}

fn builders(operation: &Operation) -> TokenStream {
    let (input, output, fluent) = (&operation.input.builder, &operation.output.builder, &operation.fluent);
    let allow = same_name(&operation.module, "builders");
    quote! {
        /// Builders of the input and the output.
        #allow
        pub mod builders {
            #[cfg(feature = "client")]
            pub use super::#fluent;
            pub use super::#input;
            pub use super::#output;
        }
    }
}

/// For an operation whose module is called like the module around it, or in it.
fn same_name(module: &Ident, other: &str) -> Option<TokenStream> {
    (module == other).then(|| quote!(#[allow(clippy::module_inception, reason = "the operation is called so")]))
}
