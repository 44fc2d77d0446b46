//! Knows which names Rust keeps for itself, in any edition up to 2024.
//!
//! Adding a word later renames public items of generated crates: that is a breaking change.

/// Reserved words that can be written with `r#`, sorted.
pub(super) const RAW: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// How a name relates to the keywords.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Not a keyword.
    None,
    /// A keyword that `r#` frees.
    Raw,
    /// A keyword that not even `r#` frees.
    Never,
}

/// Looks a lower case name up.
pub fn of(name: &str) -> Kind {
    match name {
        "crate" | "self" | "super" => Kind::Never,
        _ if RAW.contains(&name) => Kind::Raw,
        _ => Kind::None,
    }
}

/// A module's name: keywords get a trailing underscore, since `r#` would show up in file names.
pub fn module(name: String) -> String {
    if of(&name) == Kind::None { name } else { name + "_" }
}

/// A type's or variant's name: `Self` is the only keyword that starts with a capital.
pub fn type_like(name: &str) -> &str {
    match name {
        "Self" => "SelfValue",
        "SelfValue" => "SelfValue_",
        other => other,
    }
}
