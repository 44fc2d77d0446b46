//! Calls that are signed with AWS Signature Version 4, `aws.auth#sigv4`: their settings.

use super::client_auth::Scheme;
use super::client_config::{Builder, Config};
use aws_runtime::auth::sigv4::{SCHEME_ID, SigV4AuthScheme};
use aws_smithy_runtime_api::client::auth::SharedAuthScheme;

use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};

/// The scheme.
pub const SCHEME: Scheme = Scheme {
    id: SCHEME_ID,
    make: || SharedAuthScheme::new(SigV4AuthScheme::new()),
    share: |settings, shared| _ = settings.set_credentials_provider(shared.credentials_provider()),
    #[cfg(feature = "test-util")]
    test: |settings| {
        settings.set_credentials_provider(Some(SharedCredentialsProvider::new(
            aws_credential_types::Credentials::for_tests(),
        )));
    },
    remedy: "credentials (`credentials_provider` of the configuration, or what `aws_config` loads)",
};

impl Builder {
    /// Sets where credentials come from.
    pub fn credentials_provider(mut self, it: impl ProvideCredentials + 'static) -> Self {
        self.set_credentials_provider(Some(SharedCredentialsProvider::new(it)));
        self
    }

    /// Sets where credentials come from; `None` changes nothing.
    pub fn set_credentials_provider(&mut self, it: Option<SharedCredentialsProvider>) -> &mut Self {
        if let Some(it) = it {
            self.components.set_identity_resolver(SCHEME_ID, it);
        }
        self
    }
}

impl Config {
    /// Nothing.
    #[deprecated(note = "credentials cannot be had from a configuration; this is always `None`")]
    pub fn credentials_provider(&self) -> Option<SharedCredentialsProvider> {
        None
    }

    /// What signatures call the service.
    pub fn signing_name(&self) -> &'static str {
        self.source.service.signing_name.unwrap_or_default()
    }
}
