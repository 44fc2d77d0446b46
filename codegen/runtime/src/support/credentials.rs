//! The keys that requests are signed with. Where they come from is up to the caller.

use std::fmt::{Debug, Formatter, Result};
use zeroize::Zeroizing;

/// An AWS access key. The secrets are never printed, and are overwritten in memory when dropped.
#[derive(Clone)]
pub struct Credentials {
    pub(super) access_key_id: String,
    pub(super) secret_access_key: Zeroizing<String>,
    pub(super) session_token: Option<Zeroizing<String>>,
}

impl Credentials {
    /// A key and its secret; keys that expire, such as those of a role, come with a session token.
    pub fn new(
        access_key_id: impl Into<String>,
        secret_access_key: impl Into<String>,
        session_token: Option<String>,
    ) -> Self {
        Self {
            access_key_id: access_key_id.into(),
            secret_access_key: Zeroizing::new(secret_access_key.into()),
            session_token: session_token.map(Zeroizing::new),
        }
    }
}

/// Takes what a credentials provider of the AWS SDK has found. The time of expiry is left behind.
#[cfg(feature = "client")]
impl From<&aws_credential_types::Credentials> for Credentials {
    fn from(from: &aws_credential_types::Credentials) -> Self {
        Self::new(from.access_key_id(), from.secret_access_key(), from.session_token().map(Into::into))
    }
}

impl Debug for Credentials {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        const REDACTED: &str = "*** Sensitive Data Redacted ***";
        f.debug_struct("Credentials")
            .field("access_key_id", &self.access_key_id)
            .field("secret_access_key", &REDACTED)
            .field("session_token", &self.session_token.as_ref().map(|_| REDACTED))
            .finish()
    }
}
