//! Why there is no endpoint.

use std::fmt::{Display, Formatter, Result};

/// The endpoint rules of the service refuse the parameters.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ResolveEndpointError {
    message: String,
}

impl ResolveEndpointError {
    /// An error with this text.
    pub fn message(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl Display for ResolveEndpointError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ResolveEndpointError {}
