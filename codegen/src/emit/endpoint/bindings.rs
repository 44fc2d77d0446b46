//! What operations and settings of the client say about the parameters of the rules.

use super::literal;
use crate::emit::prelude::Prelude;
use crate::emit::{Condition, Table, path, runtime_tiers, tokens};
use crate::endpoint::rules::{Literal, ParameterKind};
use crate::ir::endpoint::{Binding, ClientParam, Endpoint, Shape, Source};
use crate::ir::{Crate, Operation};
use proc_macro2::TokenStream;
use quote::quote;

/// The method that sets what an operation binds; nothing for an operation that binds nothing.
pub fn method(krate: &Crate, operation: &Operation, prelude: &Prelude) -> Option<TokenStream> {
    let (name, input) = (&operation.name, &operation.input.name);
    let bindings = &operation.endpoint_params;
    if bindings.is_empty() {
        return None;
    }
    let asks_input = bindings.iter().any(|binding| matches!(binding.source, Source::Input { .. }));
    let argument = if asks_input { quote!(input) } else { quote!(_) };
    let tiers = runtime_tiers(krate);
    let statements = bindings.iter().map(|binding| statement(binding, prelude));
    Some(quote! {
        #tiers
        impl #name {
            /// Sets the parameters of the endpoint rules that the operation or its input has a say in.
            pub fn endpoint_params(
                #argument: &#input,
                mut params: crate::config::endpoint::ParamsBuilder,
            ) -> crate::config::endpoint::ParamsBuilder {
                #(#statements)*
                params
            }
        }
    })
}

fn statement(binding: &Binding, prelude: &Prelude) -> TokenStream {
    let name = &binding.name;
    match &binding.source {
        Source::Static(value) => {
            let list = matches!(value, Literal::Strings(_)).then(|| quote!(.map(str::to_owned)));
            let value = tokens(&literal(value));
            quote!(params = params.#name(#value #list);)
        }
        Source::Input { path, optional, shape } => {
            let (value, some) = (path::value(path, prelude), &prelude.some);
            let it = match shape {
                Shape::Plain => quote!(value),
                Shape::List => quote!(value.clone()),
                Shape::Iterator => quote!(value.map(str::to_owned).collect::<Vec<_>>()),
                Shape::Options => quote!(value.flatten().map(str::to_owned).collect::<Vec<_>>()),
            };
            if *optional {
                quote!(if let #some(value) = #value { params = params.#name(#it); })
            } else {
                quote!({ let value = #value; params = params.#name(#it); })
            }
        }
    }
}

/// The settings of the client that are parameters of the rules.
pub fn client(endpoint: &Endpoint) -> Vec<Table> {
    let asks_mode = endpoint.parameters.iter().any(|it| it.setting.as_deref() == Some("account_id_mode"));
    let table =
        |name, rows: Vec<String>| Table { name, condition: Condition::Client, head: "Builder".to_owned(), rows };
    let mode = asks_mode.then(|| table("crate::support::client_account::client_account", Vec::new()));
    let rows: Vec<_> = endpoint.client_params.iter().map(setting).collect();
    let settings = (!rows.is_empty()).then(|| table("crate::support::client_context::client_context", rows));
    mode.into_iter().chain(settings).collect()
}

fn setting(param: &ClientParam) -> String {
    let docs: String = param.docs.iter().map(|line| format!("{}\n    ", format!("/// {line}").trim_end())).collect();
    let ty = match param.kind {
        ParameterKind::String => "String",
        ParameterKind::Boolean => "bool",
        ParameterKind::StringArray => "Vec<String>",
    };
    format!("{docs}{}, {}, {}: {ty}", param.name, param.setter, param.type_name)
}
