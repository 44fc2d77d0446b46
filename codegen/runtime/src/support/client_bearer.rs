//! Calls that carry a bearer token, `smithy.api#httpBearerAuth`: their settings.

use super::client_auth::Scheme;
use super::client_config::Builder;
use aws_smithy_runtime::client::auth::http::BearerAuthScheme;
use aws_smithy_runtime_api::client::auth::SharedAuthScheme;
use aws_smithy_runtime_api::client::auth::http::HTTP_BEARER_AUTH_SCHEME_ID;

use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
use aws_smithy_runtime_api::client::identity::ResolveIdentity;
use aws_smithy_runtime_api::client::identity::http::Token;

/// The scheme.
pub const SCHEME: Scheme = Scheme {
    id: HTTP_BEARER_AUTH_SCHEME_ID,
    make: || SharedAuthScheme::new(BearerAuthScheme::new()),
    share: |settings, shared| _ = settings.set_token_provider(shared.token_provider()),
    #[cfg(feature = "test-util")]
    test: |settings| {
        settings.set_token_provider(Some(SharedTokenProvider::new(Token::new("test-token", None))));
    },
    remedy: "a token (`bearer_token` or `token_provider` of the configuration)",
};

impl Builder {
    /// Sets the token that calls carry.
    pub fn bearer_token(self, bearer_token: Token) -> Self {
        self.bearer_token_resolver(bearer_token)
    }

    /// Sets what finds the token that calls carry.
    pub fn bearer_token_resolver(mut self, bearer_token_resolver: impl ResolveIdentity + 'static) -> Self {
        self.components.set_identity_resolver(HTTP_BEARER_AUTH_SCHEME_ID, bearer_token_resolver);
        self
    }

    /// Sets where the token that calls carry comes from.
    pub fn token_provider(mut self, token_provider: impl ProvideToken + 'static) -> Self {
        self.set_token_provider(Some(SharedTokenProvider::new(token_provider)));
        self
    }

    /// Sets where the token that calls carry comes from; `None` changes nothing.
    pub fn set_token_provider(&mut self, token_provider: Option<SharedTokenProvider>) -> &mut Self {
        if let Some(token_provider) = token_provider {
            self.components.set_identity_resolver(HTTP_BEARER_AUTH_SCHEME_ID, token_provider);
        }
        self
    }
}
