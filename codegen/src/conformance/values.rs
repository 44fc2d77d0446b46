//! Values of test cases as Rust expressions, through the builders that a program would use.

use crate::ast::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::emit;
use crate::ir::{Crate, DefaultValue, Structure, Type, Union, Value};
use crate::lower::defaults::epoch_seconds;
use crate::traits::document::document;
use std::collections::BTreeMap;

/// The types of a crate by their paths.
pub struct Values<'c> {
    krate: String,
    structures: BTreeMap<String, &'c Structure>,
    unions: BTreeMap<String, &'c Union>,
}

/// What a value is called in faults.
const WHAT: &str = "a value of a test case";

impl<'c> Values<'c> {
    /// Those of this crate.
    pub fn new(krate: &'c Crate) -> Self {
        let mut structures: BTreeMap<_, _> =
            krate.errors.iter().map(|error| (format!("crate::types::error::{}", error.name), error)).collect();
        let mut unions = BTreeMap::new();
        for shape in &krate.types {
            match shape {
                Type::Structure(structure) => {
                    structures.insert(format!("crate::types::{}", structure.name), structure);
                }
                Type::Union(union) => {
                    unions.insert(format!("crate::types::{}", union.name), union);
                }
                Type::Enum(_) => {}
            }
        }
        Self { krate: krate.ident(), structures, unions }
    }

    /// A structure with these members; without any, if there is no node.
    pub fn structure(
        &self,
        own: &Structure,
        path: &str,
        node: Option<Node<'_>>,
        log: &mut Diagnostics,
    ) -> Option<String> {
        let unwrap = if own.is_fallible() { ".expect(\"all required members\")" } else { "" };
        Some(format!("{}.build(){unwrap}", self.builder(own, path, node, log)?))
    }

    /// Its builder.
    pub fn builder(
        &self,
        own: &Structure,
        path: &str,
        node: Option<Node<'_>>,
        log: &mut Diagnostics,
    ) -> Option<String> {
        let mut text = format!("{path}::builder()");
        let entries = node.map_or(Some(Vec::new()), |node| node.object(WHAT, log))?;
        for entry in entries.iter().filter(|entry| !entry.value.is_null()) {
            let Some(field) = own.fields.iter().find(|field| field.wire == entry.key) else {
                return self.unknown(&entry.key, &entry.value, log);
            };
            text += &format!(".{}(Some({}))", field.setter, self.value(&field.value, &entry.value, log)?);
        }
        Some(text)
    }

    fn value(&self, value: &Value, node: &Node<'_>, log: &mut Diagnostics) -> Option<String> {
        match value {
            Value::Structure(path) => self.structure(self.structures.get(path)?, &self.path(path), Some(*node), log),
            Value::Union(path) => self.union(self.unions.get(path)?, path, node, log),
            Value::Boxed(value) => Some(format!("Box::new({})", self.value(value, node, log)?)),
            Value::List { member, sparse } => {
                let items = node.array(WHAT, log)?;
                let items: Option<Vec<String>> =
                    items.iter().map(|item| self.element(member, *sparse, item, log)).collect();
                Some(format!("vec![{}]", items?.join(", ")))
            }
            Value::Map { key, value, sparse } => {
                let entries = node.object(WHAT, log)?;
                let entry = |entry: &crate::ast::Entry<'_>| {
                    let key = self.constant(DefaultValue::String(entry.key.to_string()), key);
                    Some(format!("({key}, {})", self.element(value, *sparse, &entry.value, log)?))
                };
                let entries: Option<Vec<String>> = entries.iter().map(entry).collect();
                Some(format!("[{}].into_iter().collect()", entries?.join(", ")))
            }
            Value::String
            | Value::Boolean
            | Value::Integer(_)
            | Value::Float
            | Value::Double
            | Value::Blob
            | Value::Timestamp(_)
            | Value::Document
            | Value::BigInteger
            | Value::BigDecimal
            | Value::Enum(_) => Some(self.constant(scalar(value, node, log)?, value)),
        }
    }

    fn element(&self, value: &Value, sparse: bool, node: &Node<'_>, log: &mut Diagnostics) -> Option<String> {
        match (sparse, node.is_null()) {
            (true, true) => Some("None".to_owned()),
            (true, false) => Some(format!("Some({})", self.value(value, node, log)?)),
            (false, _) => self.value(value, node, log),
        }
    }

    fn union(&self, own: &Union, path: &str, node: &Node<'_>, log: &mut Diagnostics) -> Option<String> {
        let entries = node.object(WHAT, log)?;
        let entry = entries.iter().find(|entry| !entry.value.is_null())?;
        let Some(variant) = own.variants.iter().find(|variant| variant.wire == entry.key) else {
            return self.unknown(&entry.key, &entry.value, log);
        };
        let value = match &variant.value {
            Some(value) => format!("({})", self.value(value, &entry.value, log)?),
            None => String::new(),
        };
        Some(format!("{}::{}{value}", self.path(path), variant.name))
    }

    fn unknown(&self, key: &str, value: &Node<'_>, log: &mut Diagnostics) -> Option<String> {
        let message = format!("a test case sets `{key}`, which the shape does not have");
        log.push(Diagnostic::new(Code::TraitValue, value.span(), message).label("no such member"));
        None
    }

    fn constant(&self, constant: DefaultValue, value: &Value) -> String {
        self.path(&emit::constant(&constant, value))
    }

    /// A path as it is outside of the crate.
    fn path(&self, path: &str) -> String {
        match path.strip_prefix("crate::") {
            Some(path) => format!("{}::{path}", self.krate),
            None => path.to_owned(),
        }
    }
}

fn scalar(value: &Value, node: &Node<'_>, log: &mut Diagnostics) -> Option<DefaultValue> {
    let text = |log: &mut Diagnostics| node.string(WHAT, log).map(String::from);
    let is_text = node.kind() == NodeKind::String;
    Some(match value {
        Value::Boolean => DefaultValue::Boolean(node.boolean(WHAT, log)?),
        Value::Integer(_) => DefaultValue::Integer(node.number(WHAT, log)?.parse().ok()?),
        Value::Float | Value::Double if is_text => DefaultValue::Float(text(log)?.parse().ok()?),
        Value::Float | Value::Double => DefaultValue::Float(node.number(WHAT, log)?.parse().ok()?),
        Value::Timestamp(_) => epoch_seconds(node.number(WHAT, log)?)?,
        Value::Blob => DefaultValue::Blob(text(log)?.into_bytes()),
        Value::Document => DefaultValue::Document(document(node, log)?),
        Value::BigInteger | Value::BigDecimal if is_text => DefaultValue::BigNumber(text(log)?),
        Value::BigInteger | Value::BigDecimal => DefaultValue::BigNumber(node.number(WHAT, log)?.to_owned()),
        Value::String | Value::Enum(_) => DefaultValue::String(text(log)?),
        Value::Structure(_) | Value::Union(_) | Value::Boxed(_) | Value::List { .. } | Value::Map { .. } => {
            return None;
        }
    })
}
