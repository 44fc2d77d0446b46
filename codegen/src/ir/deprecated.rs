//! What should not be used any more.

use super::{Crate, Enum, Type};

/// What Rust's attribute of that name says.
#[derive(Clone, Debug, PartialEq)]
pub struct Deprecated {
    /// In Markdown, in one line.
    pub note: Option<String>,
    /// A version as Cargo has them.
    pub since: Option<String>,
}

impl Type {
    /// Whether something deprecated is named in its file, or is the type itself.
    pub fn names_deprecated(&self) -> bool {
        match self {
            Self::Structure(structure) => structure.names_deprecated,
            Self::Enum(enumeration) => enumeration.names_deprecated(),
            Self::Union(union) => union.names_deprecated,
        }
    }
}

impl Enum {
    fn names_deprecated(&self) -> bool {
        self.deprecated.is_some() || self.variants.iter().any(|variant| variant.deprecated.is_some())
    }
}

impl Crate {
    /// Whether an error of the service is deprecated.
    pub fn has_deprecated_errors(&self) -> bool {
        self.errors.iter().any(|error| error.deprecated.is_some())
    }
}
