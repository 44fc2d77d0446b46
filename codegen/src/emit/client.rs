//! The client: what a service and its operations add to the hand-written code that all clients share.

use super::{Condition, File, Item, Table, auth, deprecated, waiters};
use crate::ir::{Crate, Operation, Structure, Value};
use proc_macro2::TokenStream;
use quote::quote;

/// `client.rs`
pub fn client(krate: &Crate) -> File {
    let items = vec![
        quote! {
            /// Calls with interceptors or settings of their own.
            pub mod customize {
                pub use crate::support::client_customize::CustomizableOperation;
            }
        },
        quote!(
            pub use crate::support::client::Client;
        ),
    ];
    let mut file = file("client.rs", krate, "The client.", items);
    file.items.extend(waiters::table(krate).map(Item::Table));
    file
}

/// `config.rs`
pub fn config(krate: &Crate) -> File {
    let mut items = vec![
        quote!(
            pub mod endpoint;
        ),
        quote! {
            /// How calls are authenticated.
            #[cfg(feature = "client")]
            pub mod auth {
                pub use crate::support::client_auth::{
                    BuildError, DefaultAuthSchemeResolver, Params, ParamsBuilder, ResolveAuthScheme,
                };
            }
        },
        quote!(
            #[cfg(feature = "client")]
            pub use crate::support::client_config::*;
        ),
    ];
    items.extend(auth::exports(krate));
    items.extend([
        service(krate),
        quote! {
            #[cfg(feature = "client")]
            impl Default for Builder {
                fn default() -> Self {
                    Self::of(&SERVICE)
                }
            }
        },
    ]);
    let mut file = file("config.rs", krate, "Settings of the client.", items);
    file.items.extend(super::endpoint::client(&krate.endpoint).into_iter().map(Item::Table));
    file
}

fn service(krate: &Crate) -> TokenStream {
    let crate::ir::Service { sdk_id, name, .. } = &krate.service;
    let auth = auth::service(krate);
    let needs_region = krate.endpoint.parameters.iter().any(|it| it.setting.as_deref() == Some("region"));
    let scope = format!("aws-sdk-{name}");
    quote! {
        #[cfg(feature = "client")]
        pub(crate) static SERVICE: crate::support::client::Service = crate::support::client::Service {
            id: #sdk_id,
            name: #name,
            #auth
            scope: #scope,
            version: crate::meta::PKG_VERSION,
            endpoints: endpoint::default_resolver,
            endpoint_params: endpoint::params,
            needs_region: #needs_region,
        };
    }
}

/// `error_meta.rs`: the crate's `Error`.
pub fn error(krate: &Crate) -> File {
    let row = |error: &Structure| format!("{}{}", deprecated::text(error.deprecated.as_ref()), error.name);
    let table = Table {
        name: "crate::support::service_error::service_error",
        condition: Condition::Always,
        head: "Error".to_owned(),
        rows: krate.errors.iter().map(row).collect(),
    };
    File {
        path: "error_meta.rs".to_owned(),
        shape: krate.service_id.clone(),
        docs: vec!["The error of all operations.".to_owned()],
        items: vec![Item::Table(table)],
    }
}

/// What makes an operation one that the client can call.
pub fn operation(krate: &Crate, operation: &Operation) -> Table {
    let Operation { name, module, wire, input, output, error, fluent, .. } = operation;
    let deprecated = deprecated::text(operation.deprecated.as_ref());
    let head = format!(
        "{:?}, {wire:?}, {deprecated}{module}, {name}, {}, {}, {}, {}, {fluent}",
        krate.service.sdk_id, input.name, input.builder, output.name, error.name
    );
    let mut rows = vec![format!("sensitive {}", operation.is_sensitive)];
    rows.extend(auth::rows(operation));
    let texts = input.fields.iter().filter(|field| field.value == Value::String);
    rows.extend(
        texts
            .clone()
            .filter(|field| !field.sensitive)
            .map(|field| format!("attribute {:?} = {}", field.wire, field.name)),
    );
    rows.extend(texts.filter(|field| field.is_token).map(|field| format!("token {}", field.name)));
    rows.extend((!operation.endpoint_params.is_empty()).then(|| "bind endpoint_params".to_owned()));
    Table { name: "crate::support::client_operation::client_operation", condition: Condition::Client, head, rows }
}

fn file(path: &str, krate: &Crate, doc: &str, items: Vec<TokenStream>) -> File {
    File {
        path: path.to_owned(),
        shape: krate.service_id.clone(),
        docs: vec![doc.to_owned()],
        items: items.into_iter().map(Item::Rust).collect(),
    }
}
