//! How calls are authenticated: what a service and its operations add to the hand-written schemes.

use crate::ir::{Crate, Operation};
use crate::model::{AuthKind, AuthScheme, KeyPlace};
use proc_macro2::TokenStream;
use quote::quote;

/// The types of the settings of the service's schemes, in `config`.
pub fn exports(krate: &Crate) -> Vec<TokenStream> {
    let has = |kinds: &[AuthKind]| krate.service.schemes.iter().any(|scheme| kinds.contains(&scheme.kind()));
    let login = has(&[AuthKind::Basic]).then(|| quote!(http::Login));
    let token = has(&[AuthKind::ApiKey, AuthKind::Bearer]).then(|| quote!(http::Token));
    let identities: Vec<_> = login.into_iter().chain(token).collect();
    let exports = [
        has(&[AuthKind::SigV4]).then(|| {
            quote!(aws_credential_types::{Credentials, provider::ProvideCredentials, provider::SharedCredentialsProvider})
        }),
        has(&[AuthKind::Bearer])
            .then(|| quote!(aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider})),
        (!identities.is_empty())
            .then(|| quote!(aws_smithy_runtime_api::client::identity::{ResolveIdentity, #(#identities),*})),
    ];
    let export = |path| {
        quote! {
            #[cfg(feature = "client")]
            pub use #path;
        }
    };
    exports.into_iter().flatten().map(export).collect()
}

/// The fields of `SERVICE`.
pub fn service(krate: &Crate) -> TokenStream {
    let schemes = krate.service.schemes.iter().map(scheme);
    let auth = krate.service.auth.iter().map(|kind| id(*kind));
    let name = match krate.service.signing_name() {
        Some(name) => quote!(Some(#name)),
        None => quote!(None),
    };
    quote! {
        signing_name: #name,
        schemes: &[#(#schemes),*],
        auth: &[#(aws_smithy_runtime_api::client::auth::AuthSchemeId::new(#auth)),*],
    }
}

fn scheme(scheme: &AuthScheme) -> TokenStream {
    match scheme {
        AuthScheme::SigV4(_) => quote!(crate::support::client_sigv4::SCHEME),
        AuthScheme::Basic => quote!(crate::support::client_basic::SCHEME),
        AuthScheme::Bearer => quote!(crate::support::client_bearer::SCHEME),
        AuthScheme::ApiKey(place) => {
            let place = match place {
                KeyPlace::Header { name, scheme } => {
                    let name = name.to_ascii_lowercase();
                    let prefix = scheme.as_ref().map(|scheme| format!("{scheme} ")).unwrap_or_default();
                    quote!(#name, Some(#prefix))
                }
                KeyPlace::Query(name) => quote!(#name, None),
            };
            quote!(crate::support::client_api_key::scheme(|| crate::support::client_api_key::api_key(#place)))
        }
    }
}

/// The rows of an operation that is not like the others of its service.
pub fn rows(operation: &Operation) -> Vec<String> {
    let ids = |kinds: &Vec<AuthKind>| kinds.iter().map(|kind| format!(" {:?}", id(*kind))).collect::<String>();
    let auth = operation.auth.as_ref().map(|kinds| format!("auth{}", ids(kinds)));
    let unsigned = operation.is_unsigned_payload.then(|| "unsigned true".to_owned());
    auth.into_iter().chain(unsigned).collect()
}

/// What the runtime calls a scheme.
fn id(kind: AuthKind) -> &'static str {
    match kind {
        AuthKind::SigV4 => "sigv4",
        AuthKind::ApiKey => "httpApiKeyAuth",
        AuthKind::Basic => "httpBasicAuth",
        AuthKind::Bearer => "httpBearerAuth",
        AuthKind::Nothing => "noAuth",
    }
}
