//! Calls that carry a user name and a password, `smithy.api#httpBasicAuth`: their settings.

use super::client_auth::Scheme;
use super::client_config::Builder;
use aws_smithy_runtime::client::auth::http::BasicAuthScheme;
use aws_smithy_runtime_api::client::auth::SharedAuthScheme;
use aws_smithy_runtime_api::client::auth::http::HTTP_BASIC_AUTH_SCHEME_ID;

use aws_smithy_runtime_api::client::identity::ResolveIdentity;
use aws_smithy_runtime_api::client::identity::http::Login;

/// The scheme.
pub const SCHEME: Scheme = Scheme {
    id: HTTP_BASIC_AUTH_SCHEME_ID,
    make: || SharedAuthScheme::new(BasicAuthScheme::new()),
    share: |_, _| {},
    #[cfg(feature = "test-util")]
    test: |settings| _ = settings.components.set_identity_resolver(HTTP_BASIC_AUTH_SCHEME_ID, login_for_tests()),
    remedy: "a user name and a password (`basic_auth_login` of the configuration)",
};

#[cfg(feature = "test-util")]
fn login_for_tests() -> Login {
    Login::new("test-user", "test-password", None)
}

impl Builder {
    /// Sets the user name and the password that calls carry.
    pub fn basic_auth_login(self, basic_auth_login: Login) -> Self {
        self.basic_auth_login_resolver(basic_auth_login)
    }

    /// Sets what finds the user name and the password that calls carry.
    pub fn basic_auth_login_resolver(mut self, basic_auth_resolver: impl ResolveIdentity + 'static) -> Self {
        self.components.set_identity_resolver(HTTP_BASIC_AUTH_SCHEME_ID, basic_auth_resolver);
        self
    }
}
