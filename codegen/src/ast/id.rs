//! Shape ids: `namespace#Name` and `namespace#Name$member` (Smithy specification, "Shape ID").

use std::borrow::Borrow;
use std::fmt;

/// A well-formed absolute shape id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShapeId(String);

impl ShapeId {
    /// Reads an id, or says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let (namespace, rest) = text.split_once('#').ok_or("it has no `#` between namespace and name")?;
        let (name, member) = rest.split_once('$').map_or((rest, None), |(name, member)| (name, Some(member)));
        if !namespace.split('.').all(is_identifier) {
            return Err("the part before `#` is not a namespace");
        }
        if !is_identifier(name) {
            return Err("the part after `#` is not an identifier");
        }
        if !member.is_none_or(is_identifier) {
            return Err("the part after `$` is not an identifier");
        }
        Ok(Self(text.to_owned()))
    }

    /// The id of a shape of the Smithy prelude. `name` is an identifier.
    pub(crate) fn prelude(name: &str) -> Self {
        Self(format!("{PRELUDE}#{name}"))
    }

    /// The id of a member of this shape. `name` is an identifier.
    pub(crate) fn with_member(&self, name: &str) -> Self {
        Self(format!("{}${name}", self.root()))
    }

    /// What stands behind the namespace.
    pub(crate) fn local(&self) -> &str {
        self.0.split_once('#').map_or(&self.0, |(_, local)| local)
    }

    /// The whole id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before `#`.
    pub fn namespace(&self) -> &str {
        self.0.split_once('#').map_or("", |(namespace, _)| namespace)
    }

    /// The name of the shape, without its member.
    pub fn name(&self) -> &str {
        self.root().split_once('#').map_or("", |(_, name)| name)
    }

    /// What stands after `$`.
    pub fn member(&self) -> Option<&str> {
        self.0.split_once('$').map(|(_, member)| member)
    }

    /// The id without its member.
    pub fn root(&self) -> &str {
        self.0.split_once('$').map_or(&self.0, |(root, _)| root)
    }

    /// Whether this is the prelude's structure that stands for nothing.
    pub fn is_unit(&self) -> bool {
        self.is_prelude() && self.name() == "Unit"
    }

    /// Whether the shape belongs to the prelude.
    pub fn is_prelude(&self) -> bool {
        self.namespace() == PRELUDE
    }
}

const PRELUDE: &str = "smithy.api";

/// Whether the text is an `Identifier` of the Smithy grammar: a letter, or underscores and then a letter or digit,
/// then letters, digits and underscores.
pub fn is_identifier(text: &str) -> bool {
    let rest = text.trim_start_matches('_');
    let head = rest.bytes().next();
    let starts = if rest.len() == text.len() {
        head.is_some_and(|byte| byte.is_ascii_alphabetic())
    } else {
        head.is_some_and(|byte| byte.is_ascii_alphanumeric())
    };
    starts && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for ShapeId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let id = ShapeId::parse("com.amazonaws.voiceid#Domain$Name").unwrap();
        assert_eq!((id.namespace(), id.name(), id.member()), ("com.amazonaws.voiceid", "Domain", Some("Name")));
        assert_eq!(id.root(), "com.amazonaws.voiceid#Domain");
        assert!(!id.is_prelude());
    }

    #[test]
    fn grammar() {
        for good in ["a#b", "_1.a#__a", "a.b.c#A_1$b_"] {
            assert!(ShapeId::parse(good).is_ok(), "{good}");
        }
        for bad in
            ["", "a", "#b", "a#", "1a#b", "a#1b", "a..b#c", "a#b$", "a#b#c", "a#b$c$d", "a#_", "\u{e9}#b", "a#b c"]
        {
            assert!(ShapeId::parse(bad).is_err(), "{bad}");
        }
    }
}
