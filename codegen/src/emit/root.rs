//! The files of the crate's root: `lib.rs`, `error.rs`, `meta.rs` and `primitives.rs`.

use super::{File, Item, deprecated};
use crate::ir::endpoint::{Rule, Then};
use crate::ir::{Crate, Type};
use crate::names;
use crate::names::Ident;
use proc_macro2::TokenStream;
use quote::quote;

/// `lib.rs`
pub fn lib(krate: &Crate) -> File {
    let public = |name| module(quote!(), quote!(pub), name);
    let page = krate.page.as_ref().map(|page| format!("../{page}"));
    let mut items: Vec<TokenStream> = page.iter().map(|page| quote!(#![doc = include_str!(#page)])).collect();
    items.extend([quote!(#![forbid(unsafe_code)]), quote!(#![warn(missing_docs)])]);
    items.push(module(quote!(#[cfg(feature = "client")]), quote!(pub), "client"));
    items.push(module(super::runtime_tiers(krate), quote!(pub), "config"));
    items.push(public("error"));
    let permission = super::tokens(deprecated::permission(krate.has_deprecated_errors()));
    items.push(module(permission, quote!(), "error_meta"));
    items.extend(["meta", "operation", "primitives"].map(public));
    if krate.service.signing_name().is_some() {
        items.push(module(quote!(#[cfg(feature = "sigv4")]), quote!(pub), "sigv4"));
    }
    items.push(module(quote!(), quote!(), "support"));
    items.push(public("types"));
    if krate.is_constrained() {
        items.push(module(quote!(#[cfg(feature = "validate")]), quote!(pub), "validate"));
    }
    if !krate.waiters().is_empty() {
        items.push(module(quote!(#[cfg(feature = "client")]), quote!(pub), "waiters"));
    }
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
    file("lib.rs", krate, super::front_page::lines(krate), items)
}

/// A module whose layout is ours, not rustfmt's.
fn module(condition: TokenStream, visibility: TokenStream, name: &'static str) -> TokenStream {
    let name = names::fixed(name);
    quote!(#condition #[rustfmt::skip] #visibility mod #name;)
}

/// `sigv4.rs`, for services that take signatures.
pub fn sigv4(krate: &Crate) -> Option<File> {
    let service = krate.service.signing_name()?;
    let mut items = vec![
        quote!(
            pub use crate::support::credentials::Credentials;
        ),
        quote!(
            pub use crate::support::sigv4::{Signer, SigningError};
        ),
    ];
    // Rules without a region leave it to the caller to make a `Signer`.
    let region = krate.endpoint.parameters.iter().find(|parameter| parameter.setting.as_deref() == Some("region"));
    items.extend(region.map(|region| signer(krate, &region.name, service)));
    Some(file("sigv4.rs", krate, vec!["Signed requests for any HTTP client.".to_owned()], items))
}

fn signer(krate: &Crate, region: &Ident, service: &str) -> TokenStream {
    let body = if has_auth_schemes(&krate.endpoint.rules) {
        quote!(crate::support::sigv4_scope::signer(&params.resolve()?, params.#region(), #service))
    } else {
        quote! {
            let region = params.#region().ok_or("no region: set one, such as `us-east-1`")?;
            Ok(Signer::new(params.resolve()?.url(), region, #service)?)
        }
    };
    quote! {
        /// A signer for the endpoint and the region that the parameters name. Keep it: it keeps the signing key.
        ///
        /// # Errors
        /// If the rules of the service know no endpoint for the parameters, or if they name no region.
        pub fn signer(params: &crate::config::endpoint::Params) -> Result<Signer, crate::error::BoxError> {
            #body
        }
    }
}

/// Whether endpoints say what they are signed for.
fn has_auth_schemes(rules: &[Rule]) -> bool {
    rules.iter().any(|rule| match &rule.then {
        Then::Endpoint(target) => target.properties.iter().any(|(name, _)| name == "authSchemes"),
        Then::Error(_) => false,
        Then::Tree(rules) => has_auth_schemes(rules),
    })
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
