//! The service, as far as clients of its operations go.

use crate::model::{AuthKind, AuthScheme};

/// What a client must know of the service.
pub struct Service {
    /// Such as `Voice ID`.
    pub sdk_id: String,
    /// The same as a word: `voiceid`.
    pub name: String,
    /// The authentication schemes that it offers.
    pub schemes: Vec<AuthScheme>,
    /// Those of operations that do not say otherwise, best first.
    pub auth: Vec<AuthKind>,
}

impl Service {
    /// What signatures call it, if it takes any.
    pub fn signing_name(&self) -> Option<&str> {
        self.schemes.iter().find_map(|scheme| match scheme {
            AuthScheme::SigV4(name) => Some(name.as_str()),
            AuthScheme::ApiKey(_) | AuthScheme::Basic | AuthScheme::Bearer => None,
        })
    }
}
