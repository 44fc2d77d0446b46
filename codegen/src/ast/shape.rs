//! The shapes of a model as they are written, before anything is resolved.

use super::{Node, NodeKind, ShapeId};
use crate::diagnostic::Span;

/// An entry of `shapes`.
#[derive(Clone, Debug)]
pub struct Shape<'a> {
    /// Its id.
    pub id: ShapeId,
    /// Where the id stands.
    pub span: Span,
    /// Its type.
    pub shape_type: ShapeType,
    /// Whether the list is written as `set`, as in Smithy 1.0.
    pub is_set: bool,
    /// As written.
    pub traits: Vec<Trait<'a>>,
    /// As written.
    pub mixins: Vec<Reference>,
    /// As written. A list has a member `member`, a map the members `key` and `value`.
    pub members: Vec<Member<'a>>,
    /// What the type adds.
    pub binding: Binding,
}

/// A member of a shape.
#[derive(Clone, Debug)]
pub struct Member<'a> {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// The type of its values.
    pub target: Reference,
    /// As written.
    pub traits: Vec<Trait<'a>>,
}

/// A trait with its value.
#[derive(Clone, Debug)]
pub struct Trait<'a> {
    /// The id of the trait.
    pub id: ShapeId,
    /// Where the id stands.
    pub span: Span,
    /// Not read yet.
    pub value: Node<'a>,
}

impl Trait<'_> {
    /// Whether the two values cannot both hold. Lists can: they add up.
    pub fn contradicts(&self, other: &Trait<'_>) -> bool {
        let lists = [self, other].iter().all(|either| either.value.kind() == NodeKind::Array);
        !lists && !self.value.equals(&other.value)
    }
}

/// Traits that stand apart from their shape or member (`"type": "apply"`).
#[derive(Clone, Debug)]
pub struct Apply<'a> {
    /// The shape or member that gets them.
    pub id: ShapeId,
    /// Where the id stands.
    pub span: Span,
    /// As written.
    pub traits: Vec<Trait<'a>>,
}

/// The id of another shape.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The id.
    pub id: ShapeId,
    /// Where it stands.
    pub span: Span,
}

/// What services, operations and resources refer to.
#[derive(Clone, Debug)]
pub enum Binding {
    /// Any other type.
    Nothing,
    /// Of an operation.
    Operation(Operation),
    /// Of a service.
    Service(Service),
    /// Of a resource.
    Resource(Resource),
}

/// What an operation refers to. An absent input or output is `Unit`.
#[derive(Clone, Debug, Default)]
pub struct Operation {
    /// `input`
    pub input: Option<Reference>,
    /// `output`
    pub output: Option<Reference>,
    /// `errors`
    pub errors: Vec<Reference>,
}

/// What a service refers to.
#[derive(Clone, Debug, Default)]
pub struct Service {
    /// `version`
    pub version: Option<String>,
    /// `operations`
    pub operations: Vec<Reference>,
    /// `resources`
    pub resources: Vec<Reference>,
    /// `errors`
    pub errors: Vec<Reference>,
    /// `rename`
    pub renames: Vec<Rename>,
}

/// An entry of `rename`.
#[derive(Clone, Debug)]
pub struct Rename {
    /// The shape that is renamed.
    pub shape: Reference,
    /// Its name in the service.
    pub name: String,
    /// Where the name stands.
    pub name_span: Span,
}

/// What a resource refers to.
#[derive(Clone, Debug, Default)]
pub struct Resource {
    /// Lifecycle operations, `operations` and `collectionOperations`, as written.
    pub operations: Vec<Reference>,
    /// `operations` alone.
    pub instance_operations: Vec<Reference>,
    /// `resources`
    pub resources: Vec<Reference>,
    /// `identifiers`: name and target.
    pub identifiers: Vec<(String, Reference)>,
}

macro_rules! shape_types {
    ($($variant:ident $name:literal)*) => {
        /// The type of a shape.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each variant is the type of the same name")]
        pub enum ShapeType { $($variant,)* }

        impl ShapeType {
            /// The names of all types.
            pub const NAMES: &'static [&'static str] = &[$($name,)*];

            /// The word of the model.
            pub fn name(self) -> &'static str {
                match self { $(ShapeType::$variant => $name,)* }
            }

            /// Reads the word of the model. `set` of Smithy 1.0 is a list.
            pub fn parse(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(ShapeType::$variant),)*
                    "set" => Some(ShapeType::List),
                    _ => None,
                }
            }
        }
    };
}

shape_types! {
    Blob "blob" Boolean "boolean" String "string" Byte "byte" Short "short" Integer "integer" Long "long"
    Float "float" Double "double" BigInteger "bigInteger" BigDecimal "bigDecimal" Timestamp "timestamp"
    Document "document" Enum "enum" IntEnum "intEnum" List "list" Map "map" Structure "structure" Union "union"
    Operation "operation" Resource "resource" Service "service"
}

/// Shape types that are written alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Without members.
    Simple,
    /// With members of any name.
    Named,
    /// With `member`.
    List,
    /// With `key` and `value`.
    Map,
    /// An operation.
    Operation,
    /// A resource.
    Resource,
    /// A service.
    Service,
}

impl ShapeType {
    /// How shapes of this type are written.
    pub fn family(self) -> Family {
        use ShapeType::*;
        match self {
            Blob | Boolean | String | Byte | Short | Integer | Long | Float | Double => Family::Simple,
            BigInteger | BigDecimal | Timestamp | Document => Family::Simple,
            Enum | IntEnum | Structure | Union => Family::Named,
            List => Family::List,
            Map => Family::Map,
            Operation => Family::Operation,
            Resource => Family::Resource,
            Service => Family::Service,
        }
    }

    /// The name with its article, for messages.
    pub fn with_article(self) -> String {
        let name = self.name();
        let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) && self != ShapeType::Union { "an" } else { "a" };
        format!("{article} {name}")
    }

    /// Whether members may have values of this type.
    pub fn is_data(self) -> bool {
        !matches!(self, ShapeType::Operation | ShapeType::Resource | ShapeType::Service)
    }
}
