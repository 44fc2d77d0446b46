//! What the generated crate consists of, in Rust's terms: names, types, order and documentation are all decided.
//!
//! [`crate::lower`] makes it; [`crate::emit`] and [`crate::protocol`] turn it into tokens without looking anything up.

pub mod checks;
mod deprecated;
pub mod endpoint;
mod enumeration;
pub mod pages;
pub mod path;
mod service;
mod union;
pub mod waiters;

pub use deprecated::Deprecated;
pub use enumeration::{Enum, Variant};
pub use service::Service;
pub use union::{Union, UnionVariant};

use crate::model::{AuthKind, Document, TimestampFormat};
use crate::names::Ident;
use crate::protocol::Protocol;

/// A crate to generate.
pub struct Crate {
    /// Name of the Cargo package.
    pub package: String,
    /// What people call the service, such as `Amazon Voice ID`.
    pub title: String,
    /// Path of the model as the first line of every file names it.
    pub model: String,
    /// Shape id of the service.
    pub service_id: String,
    /// Name of the service on the wire (`X-Amz-Target`).
    pub service_name: String,
    pub service: Service,
    pub docs: Docs,
    /// Path of the file with which the documentation ends, below the crate's directory.
    pub page: Option<String>,
    pub protocol: &'static dyn Protocol,
    /// The endpoint rules, if the service has any.
    pub endpoint: endpoint::Endpoint,
    /// Whether errors may come with codes of another protocol, in a header.
    pub query_compatible: bool,
    /// In alphabetical order of their modules.
    pub operations: Vec<Operation>,
    /// In alphabetical order of their files.
    pub types: Vec<Type>,
    /// Error structures, in alphabetical order of their files.
    pub errors: Vec<Structure>,
    /// Lines about each constraint that cannot be checked.
    pub unchecked: Docs,
}

/// Lines of Markdown, without `///`.
pub type Docs = Vec<String>;

/// An operation with everything that stands in its module.
pub struct Operation {
    pub id: String,
    /// Name on the wire.
    pub wire: String,
    pub name: Ident,
    pub module: Ident,
    pub docs: Docs,
    pub deprecated: Option<Deprecated>,
    /// Whether something deprecated is named in the module, or in those of its waiters.
    pub names_deprecated: bool,
    pub input: Structure,
    pub output: Structure,
    pub error: ErrorEnum,
    /// The fluent builder.
    pub fluent: Ident,
    /// Whether something in the output must not be shown.
    pub is_sensitive: bool,
    pub host: Option<Host>,
    /// Its authentication schemes, best first, unless they are those of the service.
    pub auth: Option<Vec<AuthKind>>,
    /// Whether signatures leave out the payload.
    pub is_unsigned_payload: bool,
    /// What is done to the request when it is written: functions of support modules, in this order.
    pub finish: Vec<&'static str>,
    /// Parameters of the endpoint rules that the operation or its input sets.
    pub endpoint_params: Vec<endpoint::Binding>,
    /// If its result comes in pages.
    pub paginator: Option<pages::Paginator>,
    /// In alphabetical order.
    pub waiters: Vec<waiters::Waiter>,
}

/// How an operation changes the host that it is sent to.
pub enum Host {
    /// These parts come in front.
    Prefix(Vec<HostPart>),
    /// It is the host of the URL in this field of the input.
    Url(Ident),
}

/// A part of the prefix of a host.
pub enum HostPart {
    Text(String),
    /// The value of this field of the input.
    Field(Ident),
}

/// The `enum` of what can go wrong with an operation.
pub struct ErrorEnum {
    pub name: Ident,
    pub variants: Vec<ErrorVariant>,
    /// Whether a variant is much larger than the others may be.
    pub uneven: bool,
}

/// A modelled error of an operation.
pub struct ErrorVariant {
    /// Name of the variant and of the structure in `types::error`.
    pub name: Ident,
    /// The `is_...` method.
    pub predicate: Ident,
    /// The error code on the wire.
    pub wire: String,
    /// The variant of `aws_smithy_types::retry::ErrorKind`, if the call may be tried again.
    pub retry: Option<&'static str>,
    pub docs: Docs,
    pub deprecated: Option<Deprecated>,
}

/// A public type in `types`.
pub enum Type {
    Structure(Structure),
    Enum(Enum),
    Union(Union),
}

/// Where a structure stands and what comes with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Role {
    /// Plain data in `types`.
    Data,
    /// The input of an operation: all members may be left unset in the structure.
    Input,
    /// The output of an operation: carries the request id.
    Output,
    /// An error in `types::error`: carries metadata.
    Error,
}

/// A structure, its builder, and which way it goes over the wire.
pub struct Structure {
    pub id: String,
    /// Name on the wire, which for errors is the error code.
    pub wire: String,
    pub name: Ident,
    pub builder: Ident,
    /// The fluent builder of an input.
    pub fluent: Option<Ident>,
    /// The module `_name` that holds a type of its own file.
    pub module: Ident,
    pub docs: Docs,
    pub deprecated: Option<Deprecated>,
    /// Whether something deprecated is named in its file.
    pub names_deprecated: bool,
    pub role: Role,
    pub fields: Vec<Field>,
    /// Nothing if nothing in it is constrained, or it is not sent.
    pub checks: Option<checks::Checks>,
    pub is_read: bool,
    pub is_written: bool,
}

/// A member of a structure.
pub struct Field {
    /// Name of the member on the wire.
    pub wire: String,
    pub name: Ident,
    pub setter: Ident,
    pub getter: Ident,
    pub docs: Docs,
    pub deprecated: Option<Deprecated>,
    pub value: Value,
    pub presence: Presence,
    /// Whether `Debug` must not show the value.
    pub sensitive: bool,
    /// Whether the client makes up a value where there is none.
    pub is_token: bool,
}

/// What happens when a member has no value.
#[derive(Clone, Debug, PartialEq)]
pub enum Presence {
    /// `Option` in the structure.
    Optional,
    /// `build()` refuses to go without. In inputs still an `Option`, since a service may relax `@required`.
    Required,
    /// The modelled default, as a Rust expression.
    Default(DefaultValue),
}

/// A default value of a member that is not an `Option`.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultValue {
    Boolean(bool),
    /// Digits as the model spells them.
    Integer(i64),
    Float(f64),
    /// Of a string, or of an enum by its value.
    String(String),
    Blob(Vec<u8>),
    /// Seconds since 1970, rounded down, and the nanoseconds beyond.
    Timestamp(i64, u32),
    /// Of a `bigInteger` or `bigDecimal`, as the model spells it.
    BigNumber(String),
    Document(Document),
    /// An empty list or map.
    Empty,
}

/// The Rust type of a value and how it is spelled on the wire.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    String,
    Boolean,
    Integer(Width),
    Float,
    Double,
    Blob,
    Timestamp(TimestampFormat),
    Document,
    BigInteger,
    BigDecimal,
    /// The path of an open enum.
    Enum(String),
    /// The path of a structure.
    Structure(String),
    /// The path of a union.
    Union(String),
    /// A structure or union that contains what holds it.
    Boxed(Box<Value>),
    List {
        member: Box<Value>,
        sparse: bool,
    },
    Map {
        key: Box<Value>,
        value: Box<Value>,
        sparse: bool,
    },
}

/// Width of an integer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    Byte,
    Short,
    Integer,
    Long,
}

impl Crate {
    /// Whether there is something to check for `validate()`.
    pub fn is_constrained(&self) -> bool {
        self.operations.iter().any(|operation| operation.input.checks.is_some())
    }

    /// The name of the crate in Rust code outside of it. With capitals it may be that of a type that is imported.
    pub fn ident(&self) -> String {
        let name = self.package.replace('-', "_");
        if name.contains(|own: char| own.is_ascii_uppercase()) { format!("::{name}") } else { name }
    }
}

impl Type {
    /// The module that holds the type.
    pub fn module(&self) -> &Ident {
        match self {
            Type::Structure(structure) => &structure.module,
            Type::Enum(enumeration) => &enumeration.module,
            Type::Union(union) => &union.module,
        }
    }
}

impl Structure {
    /// Whether `build()` can fail.
    pub fn is_fallible(&self) -> bool {
        self.role == Role::Input || self.fields.iter().any(|field| field.presence == Presence::Required)
    }
}
