//! Knows the names that every Rust file can use without an import.
//!
//! Generated code writes `Option` and `String` plainly. In a file that defines a type of such a name the
//! emitter must write `::std::option::Option`; this tells it when.

use super::Ident;

/// Types, traits, variants and derives of the preludes of edition 2024, sorted.
const PRELUDE: [&str; 45] = [
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// Whether a type of this name ([`type_name`](super::type_name)) hides something of the prelude in the
/// module that defines it. `Self` never does: it is renamed.
pub fn shadows_prelude(type_name: &str) -> bool {
    PRELUDE.contains(&type_name)
}

/// A link to a type in documentation; a derive of the prelude may have its name.
pub fn link(type_name: &Ident) -> String {
    match shadows_prelude(&type_name.to_string()) {
        true => format!("[`{type_name}`](type@{type_name})"),
        false => format!("[`{type_name}`]"),
    }
}
