//! The files of the crate's root: `lib.rs`, `error.rs`, `meta.rs` and `primitives.rs`.

use super::{File, Item};
use crate::ir::{Crate, Operation, Type};
use crate::names;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// `lib.rs`
pub fn lib(krate: &Crate) -> File {
    let public = |name| module(quote!(), quote!(pub), name);
    let mut items = vec![quote!(#![forbid(unsafe_code)]), quote!(#![warn(missing_docs)])];
    items.push(module(quote!(#[cfg(feature = "client")]), quote!(pub), "client"));
    items.push(module(super::runtime_tiers(), quote!(pub), "config"));
    items.push(public("error"));
    items.push(module(quote!(), quote!(), "error_meta"));
    items.extend(["meta", "operation", "primitives"].map(public));
    items.push(module(quote!(#[cfg(feature = "sigv4")]), quote!(pub), "sigv4"));
    items.push(module(quote!(), quote!(), "support"));
    items.push(public("types"));
    items.push(quote!(
        #[cfg(feature = "client")]
        pub use client::Client;
    ));
    items.push(quote!(
        #[cfg(feature = "client")]
        pub use config::Config;
    ));
    items.push(quote!(
        pub use error_meta::Error;
    ));
    file("lib.rs", krate, lib_docs(krate), items)
}

/// A module whose layout is ours, not rustfmt's.
fn module(condition: TokenStream, visibility: TokenStream, name: &'static str) -> TokenStream {
    let name = names::fixed(name);
    quote!(#condition #[rustfmt::skip] #visibility mod #name;)
}

fn lib_docs(krate: &Crate) -> Vec<String> {
    let mut docs = vec![format!("A client for {}.", krate.title)];
    if !krate.docs.is_empty() {
        docs.push(String::new());
        docs.extend(krate.docs.iter().cloned());
    }
    if let Some(operation) = krate.operations.first() {
        let krate = &krate.ident();
        let examples = [client_example(krate, operation), core_example(krate, operation)].join("\n");
        docs.extend(examples.lines().map(str::to_owned));
    }
    docs
}

/// How the client is called, compiled as a documentation test.
fn client_example(krate: &str, operation: &Operation) -> String {
    let module = &operation.module;
    format!(
        "
# Client

`Client` calls the operations: it signs, finds the endpoint, retries and waits. It is used like those of the
`aws-sdk-*` crates, and takes the configuration that `aws_config` loads. Whatever is missing, in the
configuration or in an input, is an error of the call that says what to set; nothing is sent.

```no_run
# #[cfg(feature = \"client\")]
# async fn call(config: &aws_types::SdkConfig) -> Result<(), {krate}::Error> {{
let client = {krate}::Client::new(config);
let output = client.{module}().send().await?; // set the members before `send`
# let _ = output;
# Ok(())
# }}
```

| feature | |
| --- | --- |
| `client` | the client; without it the crate is its core, on `http` and `bytes` alone |
| `default-https-client`, `rustls` | an HTTPS client of its own; otherwise set `http_client` |
| `rt-tokio` | tokio's timers; otherwise a sleeping thread for each wait, or what `sleep_impl` is set to |
| `behavior-version-latest` | the newest defaults where no behavior version is set |
| `test-util` | settings for tests: `with_test_defaults_v2` |

All but `behavior-version-latest` and `test-util` are on by default."
    )
}

/// How the core is called, compiled as a documentation test.
fn core_example(krate: &str, operation: &Operation) -> String {
    let (module, name, input) = (&operation.module, &operation.name, &operation.input.name);
    format!(
        "
# Core

An operation is two functions: input to request, and response to output or error. Which HTTP client
stands between them, and who signs, is up to the caller.

```no_run
use {krate}::operation::Operation;
use {krate}::operation::{module}::{{{name}, {input}}};

# fn exchange(_: http::Request<bytes::Bytes>) -> http::Response<bytes::Bytes> {{ unreachable!() }}
let input = {input}::builder().build()?;
let request = {name}::request(&input)?; // unsigned, with a path but no host
let output = {name}::parse(&exchange(request))?;
# Ok::<(), Box<dyn std::error::Error>>(())
```"
    )
}

/// `sigv4.rs`
pub fn sigv4(krate: &Crate) -> File {
    let mut items = vec![
        quote!(
            pub use crate::support::credentials::Credentials;
        ),
        quote!(
            pub use crate::support::sigv4::{Signer, SigningError};
        ),
    ];
    // Rules without a region leave it to the caller to make a `Signer`.
    let region = krate.endpoint.parameters.iter().find(|parameter| parameter.setting == Some("region"));
    items.extend(region.map(|region| signer(&region.name, &krate.service.signing_name)));
    file("sigv4.rs", krate, vec!["Signed requests for any HTTP client.".to_owned()], items)
}

fn signer(region: &Ident, service: &str) -> TokenStream {
    quote! {
        /// A signer for the endpoint and the region that the parameters name. Keep it: it keeps the signing key.
        ///
        /// # Errors
        /// If the rules of the service know no endpoint for the parameters, or if they name no region.
        pub fn signer(params: &crate::config::endpoint::Params) -> Result<Signer, crate::error::BoxError> {
            let region = params.#region().ok_or("no region: set one, such as `us-east-1`")?;
            Ok(Signer::new(params.resolve()?.url(), region, #service)?)
        }
    }
}

/// `error.rs`
pub fn error(krate: &Crate) -> File {
    let mut items = vec![
        quote!(
            pub use aws_smithy_types::error::display::DisplayErrorContext;
        ),
        quote!(
            pub use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
        ),
        quote!(
            pub use aws_smithy_types::error::operation::BuildError;
        ),
        quote!(
            pub use crate::support::error::BoxError;
        ),
        quote!(
            #[cfg(feature = "client")]
            pub use aws_smithy_runtime_api::client::result::ConnectorError;
        ),
        quote! {
            /// Why a call failed, and where: before anything was sent, on the way, or at the service.
            #[cfg(feature = "client")]
            pub type SdkError<E, R = crate::config::http::HttpResponse> =
                aws_smithy_runtime_api::client::result::SdkError<E, R>;
        },
    ];
    if has_enums(krate) {
        items.push(quote!(
            pub use crate::support::string_enum::UnknownVariantError;
        ));
    }
    items.push(quote! {
        pub(crate) mod sealed_unhandled {
            pub use crate::support::error::Unhandled;
        }
    });
    file("error.rs", krate, vec!["What errors have in common.".to_owned()], items)
}

/// `meta.rs`
pub fn meta(krate: &Crate) -> File {
    let version = quote! {
        /// Version of this crate.
        pub static PKG_VERSION: &str = env!("CARGO_PKG_VERSION");
    };
    file("meta.rs", krate, vec!["Facts about this crate.".to_owned()], vec![version])
}

/// `primitives.rs`
pub fn primitives(krate: &Crate) -> File {
    let mut items = vec![
        quote!(
            pub use aws_smithy_types::date_time::Format as DateTimeFormat;
        ),
        quote!(
            pub use aws_smithy_types::{Blob, DateTime};
        ),
    ];
    if has_enums(krate) {
        items.push(quote! {
            pub(crate) mod sealed_enum_unknown {
                pub use crate::support::string_enum::UnknownVariantValue;
            }
        });
    }
    file("primitives.rs", krate, vec!["Types that members are made of.".to_owned()], items)
}

fn has_enums(krate: &Crate) -> bool {
    krate.types.iter().any(|shape| matches!(shape, Type::Enum(_)))
}

fn file(path: &str, krate: &Crate, docs: Vec<String>, items: Vec<TokenStream>) -> File {
    File {
        path: path.to_owned(),
        shape: krate.service_id.clone(),
        docs,
        items: items.into_iter().map(Item::Rust).collect(),
    }
}
