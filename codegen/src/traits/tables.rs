//! Every known trait, and whether the generator acts on it.
//!
//! A trait that changes the wire or the generated API must be *effective* or *unsupported*; *inert* needs a reason.

mod inert;

pub use inert::INERT;

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What the generator does about a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Becomes a fact of the model.
    Effective,
    /// Says how the service speaks.
    Protocol,
    /// May be ignored, for this reason.
    Inert(&'static str),
    /// Must not be ignored, for this reason.
    Unsupported(&'static str),
}

/// What the tables say about a trait, if they know it.
pub fn standing(id: &str) -> Option<Standing> {
    ALL.get(id).copied()
}

/// Whether every trait of the namespace must be known.
pub fn is_reserved(namespace: &str) -> bool {
    let first = namespace.split('.').next();
    first.is_some_and(|first| RESERVED.contains(&first))
}

/// Whether a table has a trait of the namespace.
pub fn is_known_namespace(namespace: &str) -> bool {
    ALL.keys().any(|id| id.split('#').next() == Some(namespace))
}

/// Traits of these namespaces, and of those below them, can change the wire.
const RESERVED: &[&str] = &["smithy", "aws", "alloy"];

static ALL: LazyLock<BTreeMap<&'static str, Standing>> = LazyLock::new(|| {
    let effective = EFFECTIVE.iter().map(|id| (*id, Standing::Effective));
    let protocols = PROTOCOLS.iter().map(|id| (*id, Standing::Protocol));
    let inert = INERT.iter().flat_map(|(why, ids)| ids.iter().map(|id| (*id, Standing::Inert(why))));
    let unsupported = UNSUPPORTED.iter().flat_map(|(why, ids)| ids.iter().map(|id| (*id, Standing::Unsupported(why))));
    effective.chain(protocols).chain(inert).chain(unsupported).collect()
});

macro_rules! effective {
    ($($name:ident $id:literal)*) => {
        $(pub const $name: &str = $id;)*
        /// Traits that become facts of the model.
        pub const EFFECTIVE: &[&str] = &[$($id,)*];
    };
}

effective! {
    AUTH "smithy.api#auth"
    AUTH_DEFINITION "smithy.api#authDefinition"
    AWS_QUERY_COMPATIBLE "aws.protocols#awsQueryCompatible"
    BOX "smithy.api#box"
    CLIENT_CONTEXT_PARAMS "smithy.rules#clientContextParams"
    CLIENT_DISCOVERED_ENDPOINT "aws.api#clientDiscoveredEndpoint"
    CLIENT_OPTIONAL "smithy.api#clientOptional"
    CONTEXT_PARAM "smithy.rules#contextParam"
    DEFAULT "smithy.api#default"
    DEPRECATED "smithy.api#deprecated"
    DOCUMENTATION "smithy.api#documentation"
    ENDPOINT "smithy.api#endpoint"
    ENDPOINT_RULE_SET "smithy.rules#endpointRuleSet"
    ENDPOINT_TESTS "smithy.rules#endpointTests"
    ENUM "smithy.api#enum"
    ENUM_VALUE "smithy.api#enumValue"
    ERROR "smithy.api#error"
    HOST_LABEL "smithy.api#hostLabel"
    HTTP_API_KEY_AUTH "smithy.api#httpApiKeyAuth"
    HTTP_BASIC_AUTH "smithy.api#httpBasicAuth"
    HTTP_BEARER_AUTH "smithy.api#httpBearerAuth"
    HTTP_CHECKSUM_REQUIRED "smithy.api#httpChecksumRequired"
    HTTP_ERROR "smithy.api#httpError"
    IDEMPOTENCY_TOKEN "smithy.api#idempotencyToken"
    INPUT "smithy.api#input"
    LENGTH "smithy.api#length"
    MIXIN "smithy.api#mixin"
    OPERATION_CONTEXT_PARAMS "smithy.rules#operationContextParams"
    OPTIONAL_AUTH "smithy.api#optionalAuth"
    PAGINATED "smithy.api#paginated"
    PATTERN "smithy.api#pattern"
    PROTOCOL_DEFINITION "smithy.api#protocolDefinition"
    RANGE "smithy.api#range"
    REQUEST_COMPRESSION "smithy.api#requestCompression"
    REQUIRED "smithy.api#required"
    RETRYABLE "smithy.api#retryable"
    SENSITIVE "smithy.api#sensitive"
    SERVICE "aws.api#service"
    SIGV4 "aws.auth#sigv4"
    SPARSE "smithy.api#sparse"
    STATIC_CONTEXT_PARAMS "smithy.rules#staticContextParams"
    TIMESTAMP_FORMAT "smithy.api#timestampFormat"
    TITLE "smithy.api#title"
    TRAIT "smithy.api#trait"
    UNIQUE_ITEMS "smithy.api#uniqueItems"
    UNSIGNED_PAYLOAD "aws.auth#unsignedPayload"
    WAITABLE "smithy.waiters#waitable"
}

/// The endpoint rules as a decision diagram, which can be ignored beside those that are written out.
pub(super) const ENDPOINT_BDD: &str = "smithy.rules#endpointBdd";

/// Authentication schemes that cannot be generated; those of Smithy's own and of AWS.
pub const OTHER_SCHEMES: &[&str] = &["aws.auth#cognitoUserPools", "aws.auth#sigv4a", "smithy.api#httpDigestAuth"];

/// Traits that say how a service speaks; which of them can be spoken is for the protocols to say.
pub const PROTOCOLS: &[&str] = &[
    "aws.protocols#awsJson1_0",
    "aws.protocols#awsJson1_1",
    "aws.protocols#awsQuery",
    "aws.protocols#ec2Query",
    "aws.protocols#restJson1",
    "aws.protocols#restXml",
    "smithy.mqtt#mqttJson",
    "smithy.protocols#rpcv2Cbor",
    "smithy.protocols#rpcv2Json",
];

/// Traits that a client must not ignore and that the generator cannot act on yet, by reason.
pub const UNSUPPORTED: &[(&str, &[&str])] = &[
    (
        "streams and event streams cannot be generated",
        &["smithy.api#eventHeader", "smithy.api#eventPayload", "smithy.api#requiresLength", "smithy.api#streaming"],
    ),
    ("requests would have to carry a checksum of the caller's choice", &["aws.protocols#httpChecksum"]),
    ("it changes how payloads are signed and sent", &["aws.api#awsChunked"]),
    ("requests would need their own timeout", &["smithy.api#longPoll"]),
    ("MQTT cannot be generated", &["smithy.mqtt#publish", "smithy.mqtt#subscribe", "smithy.mqtt#topicLabel"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_trait_stands_in_two_tables() {
        let rows = |table: &[(&str, &[&str])]| table.iter().map(|(_, ids)| ids.len()).sum::<usize>();
        assert_eq!(ALL.len(), EFFECTIVE.len() + PROTOCOLS.len() + rows(INERT) + rows(UNSUPPORTED));
    }

    #[test]
    fn every_table_is_sorted() {
        assert!(EFFECTIVE.is_sorted_by_key(|id| id.split('#').nth(1).map(str::to_lowercase)) && PROTOCOLS.is_sorted());
        assert!(INERT.iter().chain(UNSUPPORTED).all(|(_, ids)| ids.is_sorted()));
    }

    #[test]
    fn reserved_namespaces_go_by_their_first_part() {
        assert!(is_reserved("smithy.api") && is_reserved("aws.unheard.of") && is_reserved("alloy"));
        assert!(!is_reserved("awsome.api") && !is_reserved("com.aws"));
    }
}
