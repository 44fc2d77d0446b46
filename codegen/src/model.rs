//! What a selected part of a Smithy model means, with every reference resolved.
//!
//! [`crate::resolve`] makes it and `lower` reads it. Nothing here knows JSON, and nothing here knows Rust.
#![expect(missing_docs, reason = "fields that say what they are by name have no text")]

mod auth;
mod constraints;
mod defaults;
mod endpoint;
mod pages;
mod waiters;

pub use auth::{AuthKind, AuthScheme, KeyPlace};
pub use constraints::{Constraints, Length, Pattern, Range};
pub use defaults::{Default, Document};
pub use endpoint::{ClientParam, EndpointParam, ParamSource};
pub use pages::{MemberPath, Paginated};
pub use waiters::{Acceptor, Matcher, PathMatcher, State, Waiter};

use crate::ast::ShapeId;
use crate::diagnostic::Span;
use crate::endpoint::rules::{Case, RuleSet};
use std::collections::BTreeMap;

/// A service, the selected operations and every shape they reach.
#[derive(Debug)]
pub struct Model {
    pub service: Service,
    /// In the order of their names.
    pub operations: Vec<Operation>,
    /// The closure of the operations: structures (inputs, outputs and errors among them), unions, enums, lists,
    /// maps and simple shapes, prelude shapes included. Every [`ShapeId`] below is a key of this map.
    pub shapes: BTreeMap<ShapeId, Shape>,
}

/// The facts of a `service` shape.
#[derive(Debug)]
pub struct Service {
    pub id: ShapeId,
    pub span: Span,
    pub docs: Option<String>,
    pub version: String,
    /// `smithy.api#title`.
    pub title: Option<String>,
    /// `aws.api#service` `sdkId`, or the shape name where the trait is missing.
    pub sdk_id: String,
    /// `aws.api#service` `endpointPrefix`.
    pub endpoint_prefix: Option<String>,
    /// The authentication schemes that can be had, in the order of their traits' ids.
    pub schemes: Vec<AuthScheme>,
    /// Those of operations that do not say otherwise, best first.
    pub auth: Vec<AuthKind>,
    /// `smithy.rules#endpointRuleSet`.
    pub endpoint_rules: Option<RuleSet>,
    /// `smithy.rules#endpointTests`.
    pub endpoint_cases: Vec<Case>,
    /// `smithy.rules#clientContextParams`, by name.
    pub client_params: Vec<ClientParam>,
    /// `aws.protocols#awsQueryCompatible`: errors may also come with the codes of a protocol that the service spoke once.
    pub query_compatible: bool,
    /// `smithy.api#paginated`: what holds for operations that leave it out.
    pub paginated: Option<Paginated>,
    /// Protocol traits on the service, in model order.
    pub protocols: Vec<Protocol>,
    /// Errors that every operation of the service may give.
    pub errors: Vec<ShapeId>,
}

/// A protocol trait on the service.
#[derive(Debug)]
pub struct Protocol {
    /// The id of the trait, such as `aws.protocols#awsJson1_0`.
    pub id: String,
    pub span: Span,
}

/// An operation, bound to the service directly or through a resource.
#[derive(Debug)]
pub struct Operation {
    pub id: ShapeId,
    pub span: Span,
    pub docs: Option<String>,
    pub deprecated: Option<Deprecated>,
    /// `None` for `smithy.api#Unit`.
    pub input: Option<ShapeId>,
    /// `None` for `smithy.api#Unit`.
    pub output: Option<ShapeId>,
    /// Errors of the operation and of the service, sorted by name, each once.
    pub errors: Vec<ShapeId>,
    /// `smithy.api#endpoint`: what comes in front of the host. Every label names a member of the input.
    pub host_prefix: Option<Vec<HostPart>>,
    /// `smithy.api#requestCompression` with an encoding that can be had: large requests are compressed with gzip.
    pub compression: bool,
    /// `smithy.api#httpChecksumRequired`
    pub checksum_required: bool,
    /// The effective authentication schemes that can be had, best first.
    pub auth: Vec<AuthKind>,
    /// `aws.auth#unsignedPayload`
    pub unsigned_payload: bool,
    /// Parameters of the endpoint rules that the operation sets, each once.
    pub endpoint_params: Vec<EndpointParam>,
    /// `smithy.api#paginated`, of the operation or the service.
    pub paginated: Option<Paginated>,
    /// `smithy.waiters#waitable`, by name.
    pub waiters: Vec<Waiter>,
}

/// A part of the prefix of a host.
#[derive(Clone, Debug, PartialEq)]
pub enum HostPart {
    Text(String),
    /// The value of the input's member of this name.
    Label(String),
}

/// `smithy.api#deprecated`.
#[derive(Clone, Debug)]
pub struct Deprecated {
    pub message: Option<String>,
    pub since: Option<String>,
}

/// A shape of the closure.
#[derive(Debug)]
pub struct Shape {
    pub id: ShapeId,
    /// The name after `rename` of the service.
    pub name: String,
    /// Where the shape's id stands in the model.
    pub span: Span,
    pub docs: Option<String>,
    pub deprecated: Option<Deprecated>,
    /// `smithy.api#sensitive`.
    pub sensitive: bool,
    pub constraints: Constraints,
    pub kind: Kind,
}

/// What a shape is.
#[derive(Debug)]
pub enum Kind {
    Blob,
    Boolean,
    String,
    Byte,
    Short,
    Integer,
    Long,
    Float,
    Double,
    BigInteger,
    BigDecimal,
    /// With the format of `smithy.api#timestampFormat` on the shape.
    Timestamp(Option<TimestampFormat>),
    Document,
    /// `enum`, or `string` with `smithy.api#enum`.
    Enum(Vec<EnumValue>),
    IntEnum(Vec<IntEnumValue>),
    List {
        member: Element,
        sparse: bool,
    },
    Map {
        key: ShapeId,
        key_constraints: Constraints,
        value: Element,
        sparse: bool,
    },
    Structure(Structure),
    Union(Vec<Member>),
}

impl Kind {
    /// What a shape is made of: members by name, or `member`, `key` and `value`, each with its target.
    pub fn parts(&self) -> Vec<(&str, &ShapeId)> {
        match self {
            Self::Structure(structure) => {
                structure.members.iter().map(|member| (member.name.as_str(), &member.target)).collect()
            }
            Self::Union(members) => members.iter().map(|member| (member.name.as_str(), &member.target)).collect(),
            Self::List { member, .. } => vec![("member", &member.target)],
            Self::Map { key, value, .. } => vec![("key", key), ("value", &value.target)],
            Self::Blob
            | Self::Boolean
            | Self::String
            | Self::Byte
            | Self::Short
            | Self::Integer
            | Self::Long
            | Self::Float
            | Self::Double
            | Self::BigInteger
            | Self::BigDecimal
            | Self::Timestamp(_)
            | Self::Document
            | Self::Enum(_)
            | Self::IntEnum(_) => Vec::new(),
        }
    }
}

/// The member of a list or the value of a map.
#[derive(Debug)]
pub struct Element {
    pub target: ShapeId,
    /// `smithy.api#sensitive` on the member.
    pub sensitive: bool,
    pub timestamp_format: Option<TimestampFormat>,
    pub constraints: Constraints,
}

/// The members of a `structure` and what its traits say.
#[derive(Debug)]
pub struct Structure {
    /// In model order, members of mixins first.
    pub members: Vec<Member>,
    /// `smithy.api#error` and what goes with it.
    pub error: Option<ErrorFacts>,
}

/// The facts of an error structure.
#[derive(Debug)]
pub struct ErrorFacts {
    pub fault: Fault,
    /// `smithy.api#httpError`.
    pub http_status: Option<u16>,
    /// `smithy.api#retryable`.
    pub retryable: Option<Retryable>,
}

/// Whose fault an error is (`smithy.api#error`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    Client,
    Server,
}

/// `smithy.api#retryable`.
#[derive(Clone, Copy, Debug)]
pub struct Retryable {
    pub throttling: bool,
}

/// A member of a structure or union.
#[derive(Debug)]
pub struct Member {
    pub name: String,
    pub span: Span,
    pub target: ShapeId,
    pub docs: Option<String>,
    pub deprecated: Option<Deprecated>,
    /// `smithy.api#required`, unless `smithy.api#clientOptional` or `smithy.api#default` takes it back: callers must give
    /// a value.
    pub required: bool,
    /// `smithy.api#sensitive` on the member, which Smithy 1.0 knew.
    pub sensitive: bool,
    /// `smithy.api#default` on the member, unless `smithy.api#clientOptional` or a null default takes it back.
    pub default: Option<Default>,
    /// Whether a client may see no value: the rules of "Optionality" (`smithy.api#clientOptional`,
    /// `smithy.api#input`, `smithy.api#required`, `smithy.api#default`, and `@box` of 1.0 models).
    pub nullable: bool,
    /// `smithy.api#timestampFormat` on the member; it goes before the one of the target.
    pub timestamp_format: Option<TimestampFormat>,
    pub constraints: Constraints,
    /// `smithy.api#idempotencyToken`.
    pub idempotency_token: bool,
    /// Whether the member leads back to the structure that holds it without a list or map in between.
    pub recursive: bool,
}

/// `smithy.api#timestampFormat`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TimestampFormat {
    EpochSeconds,
    DateTime,
    HttpDate,
}

/// A value of an enum.
#[derive(Debug)]
pub struct EnumValue {
    /// `None` where a `smithy.api#enum` entry has no `name`.
    pub name: Option<String>,
    pub value: String,
    pub span: Span,
    pub docs: Option<String>,
    pub deprecated: Option<Deprecated>,
}

/// A value of an `intEnum`.
#[derive(Debug)]
pub struct IntEnumValue {
    pub name: String,
    pub value: i32,
    pub span: Span,
    pub docs: Option<String>,
}
