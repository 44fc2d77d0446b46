//! How calls are authenticated.

/// An authentication scheme that a service offers.
#[derive(Clone, Debug, PartialEq)]
pub enum AuthScheme {
    /// `aws.auth#sigv4`, with the name that signatures call the service by.
    SigV4(String),
    /// `smithy.api#httpApiKeyAuth`
    ApiKey(KeyPlace),
    /// `smithy.api#httpBasicAuth`
    Basic,
    /// `smithy.api#httpBearerAuth`
    Bearer,
}

/// Where an API key stands in requests.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyPlace {
    /// A header, and the scheme in front of the key.
    Header { name: String, scheme: Option<String> },
    /// A parameter of the query.
    Query(String),
}

/// A scheme of an operation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AuthKind {
    SigV4,
    ApiKey,
    Basic,
    Bearer,
    /// No authentication.
    Nothing,
}

impl AuthScheme {
    /// Which one it is.
    pub fn kind(&self) -> AuthKind {
        match self {
            Self::SigV4(_) => AuthKind::SigV4,
            Self::ApiKey(_) => AuthKind::ApiKey,
            Self::Basic => AuthKind::Basic,
            Self::Bearer => AuthKind::Bearer,
        }
    }
}
