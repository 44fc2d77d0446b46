//! Calls that carry an API key, `smithy.api#httpApiKeyAuth`: where it goes, and its settings.

use super::client_auth::Scheme;
use super::client_config::Builder;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::http::HTTP_API_KEY_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, SharedAuthScheme, Sign,
};
use aws_smithy_runtime_api::client::identity::{Identity, SharedIdentityResolver};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::{GetIdentityResolver, RuntimeComponents};
use aws_smithy_types::config_bag::ConfigBag;
use http::HeaderValue;

use aws_smithy_runtime_api::client::identity::ResolveIdentity;
use aws_smithy_runtime_api::client::identity::http::Token;

/// The scheme, with what makes it: [`api_key`].
pub const fn scheme(make: fn() -> SharedAuthScheme) -> Scheme {
    Scheme {
        id: HTTP_API_KEY_AUTH_SCHEME_ID,
        make,
        share: |_, _| {},
        #[cfg(feature = "test-util")]
        test: |settings| _ = settings.components.set_identity_resolver(HTTP_API_KEY_AUTH_SCHEME_ID, key_for_tests()),
        remedy: "an API key (`api_key` of the configuration)",
    }
}

#[cfg(feature = "test-util")]
fn key_for_tests() -> Token {
    Token::new("test-token", None)
}

/// The key stands in the header of this name, in lower case, behind a prefix such as `ApiKey `; without a prefix it
/// stands in the query parameter of this name.
pub fn api_key(name: &'static str, prefix: Option<&'static str>) -> SharedAuthScheme {
    SharedAuthScheme::new(ApiKey { name, prefix })
}

#[derive(Debug)]
struct ApiKey {
    name: &'static str,
    prefix: Option<&'static str>,
}

impl AuthScheme for ApiKey {
    fn scheme_id(&self) -> AuthSchemeId {
        HTTP_API_KEY_AUTH_SCHEME_ID
    }

    fn identity_resolver(&self, resolvers: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(self.scheme_id())
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for ApiKey {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        _: AuthSchemeEndpointConfig<'_>,
        _: &RuntimeComponents,
        _: &ConfigBag,
    ) -> Result<(), BoxError> {
        let key =
            identity.data::<Token>().ok_or("the API key is no `Token`: what `api_key_resolver` was given is wrong")?;
        match self.prefix {
            Some(prefix) => {
                let value = HeaderValue::from_str(&[prefix, key.token()].concat());
                let mut value = value.map_err(|_| "the API key has characters that a header cannot carry")?;
                value.set_sensitive(true);
                request.headers_mut().try_insert(self.name, value)?;
            }
            None => {
                let uri = request.uri();
                let joint = if uri.contains('?') { "&" } else { "?" };
                let uri = [uri, joint, &encode(self.name), "=", &encode(key.token())].concat();
                request.set_uri(uri)?;
            }
        }
        Ok(())
    }
}

/// The text with everything percent-encoded but the unreserved characters of RFC 3986.
fn encode(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

impl Builder {
    /// Sets the API key that calls carry.
    pub fn api_key(self, api_key: Token) -> Self {
        self.api_key_resolver(api_key)
    }

    /// Sets what finds the API key that calls carry.
    pub fn api_key_resolver(mut self, api_key_resolver: impl ResolveIdentity + 'static) -> Self {
        self.components.set_identity_resolver(HTTP_API_KEY_AUTH_SCHEME_ID, api_key_resolver);
        self
    }
}
