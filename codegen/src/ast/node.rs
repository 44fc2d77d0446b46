//! JSON values that are read only when asked for, and know where they stand.
//!
//! Every accessor puts what is wrong into the log and then gives `None`.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

/// A JSON value of the model, in its own text.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    raw: &'a str,
    start: usize,
}

/// A key of a JSON object with its value.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Without escapes.
    pub key: Cow<'a, str>,
    /// Where the key stands, quotes included.
    pub key_span: Span,
    /// What the key stands for.
    pub value: Node<'a>,
}

/// The JSON type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// `[...]`
    Array,
    /// `{...}`
    Object,
}

impl NodeKind {
    /// The name with its article, for messages.
    pub fn name(self) -> &'static str {
        match self {
            NodeKind::Null => "null",
            NodeKind::Boolean => "a boolean",
            NodeKind::Number => "a number",
            NodeKind::String => "a string",
            NodeKind::Array => "an array",
            NodeKind::Object => "an object",
        }
    }
}

impl<'a> Node<'a> {
    /// The value that is the whole of `text`.
    pub fn of(text: &'a str) -> Option<Self> {
        Self::root(text).ok()
    }

    pub(super) fn root(text: &'a str) -> serde_json::Result<Self> {
        let raw: &RawValue = serde_json::from_str(text)?;
        Ok(Self { raw: raw.get(), start: offset(text, raw.get()) })
    }

    /// A value that stands in no model: one that follows from what stands at `place`.
    pub(crate) fn implied(text: &'a str, place: Span) -> Self {
        Self { raw: text, start: place.start }
    }

    fn child(&self, raw: &'a RawValue) -> Self {
        Self { raw: raw.get(), start: self.start + offset(self.raw, raw.get()) }
    }

    /// Whether the two are the same JSON, however it is laid out and in whatever order keys stand.
    pub fn equals(&self, other: &Node<'_>) -> bool {
        let value = |node: &Node<'_>| serde_json::from_str::<serde_json::Value>(node.raw).ok();
        self.raw == other.raw || value(self).is_some_and(|own| Some(own) == value(other))
    }

    /// Where the value stands.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.start + self.raw.len() }
    }

    /// The JSON text of the value.
    pub fn raw(&self) -> &'a str {
        self.raw
    }

    /// The JSON type.
    pub fn kind(&self) -> NodeKind {
        match self.raw.as_bytes().first() {
            Some(b'{') => NodeKind::Object,
            Some(b'[') => NodeKind::Array,
            Some(b'"') => NodeKind::String,
            Some(b't' | b'f') => NodeKind::Boolean,
            Some(b'n') | None => NodeKind::Null,
            Some(_) => NodeKind::Number,
        }
    }

    /// Whether the value is `null`.
    pub fn is_null(&self) -> bool {
        self.kind() == NodeKind::Null
    }

    /// The entries of an object as written. Of equal keys the first one stays, and the others are faults.
    pub fn object(&self, what: &str, log: &mut Diagnostics) -> Option<Vec<Entry<'a>>> {
        self.expect(NodeKind::Object, what, log)?;
        let pairs = serde_json::Deserializer::from_str(self.raw).deserialize_map(Pairs);
        let pairs = self.readable(pairs, log)?;
        let mut entries = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            let key = self.child(key);
            if let Some(text) = key.string("a key", log) {
                entries.push(Entry { key: text, key_span: key.span(), value: self.child(value) });
            }
        }
        drop_duplicates(&mut entries, log);
        Some(entries)
    }

    /// The elements of an array.
    pub fn array(&self, what: &str, log: &mut Diagnostics) -> Option<Vec<Node<'a>>> {
        self.expect(NodeKind::Array, what, log)?;
        let items = serde_json::Deserializer::from_str(self.raw).deserialize_seq(Items);
        Some(self.readable(items, log)?.into_iter().map(|item| self.child(item)).collect())
    }

    /// The text of a string, without escapes.
    pub fn string(&self, what: &str, log: &mut Diagnostics) -> Option<Cow<'a, str>> {
        self.expect(NodeKind::String, what, log)?;
        if !self.raw.contains('\\') {
            return Some(Cow::Borrowed(self.raw.trim_matches('"')));
        }
        self.readable(serde_json::from_str(self.raw), log).map(Cow::Owned)
    }

    /// A boolean.
    pub fn boolean(&self, what: &str, log: &mut Diagnostics) -> Option<bool> {
        self.expect(NodeKind::Boolean, what, log)?;
        Some(self.raw == "true")
    }

    /// The text of a number, as written.
    pub fn number(&self, what: &str, log: &mut Diagnostics) -> Option<&'a str> {
        self.expect(NodeKind::Number, what, log)?;
        Some(self.raw)
    }

    fn expect(&self, kind: NodeKind, what: &str, log: &mut Diagnostics) -> Option<()> {
        if self.kind() == kind {
            return Some(());
        }
        log.push(self.unexpected(kind.name(), what));
        None
    }

    /// The fault of a value that has another JSON type than `expected`.
    pub fn unexpected(&self, expected: &str, what: &str) -> Diagnostic {
        let found = self.kind().name();
        Diagnostic::new(Code::WrongKind, self.span(), format!("{what} must be {expected}, not {found}"))
            .label(format!("expected {expected}"))
    }

    /// The syntax was checked with the whole text; what is left are strings that are no Unicode.
    fn readable<T>(&self, result: serde_json::Result<T>, log: &mut Diagnostics) -> Option<T> {
        result
            .inspect_err(|error| {
                let reason = super::syntax::reason(error);
                log.push(
                    Diagnostic::new(Code::NotJson, self.span(), format!("this string is not Unicode: {reason}"))
                        .label("not Unicode")
                        .help("escape characters above U+FFFF as surrogate pairs, or write them as they are"),
                );
            })
            .ok()
    }
}

/// How far into `text` its part `part` begins.
fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

fn drop_duplicates(entries: &mut Vec<Entry<'_>>, log: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    entries.retain(|entry| {
        let first = seen.insert(entry.key.clone());
        if !first {
            log.push(
                Diagnostic::new(
                    Code::DuplicateKey,
                    entry.key_span,
                    format!("the key `{}` is written twice", entry.key),
                )
                .label("the second one")
                .help("remove or rename one of the two"),
            );
        }
        first
    });
}

struct Pairs;

impl<'de> Visitor<'de> for Pairs {
    type Value = Vec<(&'de RawValue, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(pairs)
    }
}

struct Items;

impl<'de> Visitor<'de> for Items {
    type Value = Vec<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_those_of_the_text() {
        let text = " { \"a\\u0062\" : [ 1 , \"\\\"\" , {} ] }";
        let mut log = Diagnostics::new();
        let entries = Node::root(text).unwrap().object("it", &mut log).unwrap();
        assert_eq!((&*entries[0].key, entries[0].key_span), ("ab", Span { start: 3, end: 12 }));
        let items = entries[0].value.array("it", &mut log).unwrap();
        for item in &items {
            assert_eq!(&text[item.span().start..item.span().end], item.raw());
        }
        assert_eq!(items[1].string("it", &mut log).unwrap(), "\"");
        assert!(log.is_empty());
    }

    #[test]
    fn lone_surrogates_are_faults() {
        let mut log = Diagnostics::new();
        assert!(Node::root(r#""\ud800""#).unwrap().string("it", &mut log).is_none());
        assert!(Node::root(r#"{"\ud800":1}"#).unwrap().object("it", &mut log).unwrap().is_empty());
        assert_eq!(log.sorted().len(), 2);
    }
}
