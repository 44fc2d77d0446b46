//! Reads JSON of any form as a document.

use crate::ast::{Node, NodeKind};
use crate::diagnostic::Diagnostics;
use crate::model::Document;

/// The document; keys are sorted.
pub fn document(node: &Node<'_>, log: &mut Diagnostics) -> Option<Document> {
    let what = "a document";
    Some(match node.kind() {
        NodeKind::Null => Document::Null,
        NodeKind::Boolean => Document::Boolean(node.boolean(what, log)?),
        NodeKind::Number => number(node.number(what, log)?),
        NodeKind::String => Document::String(node.string(what, log)?.into()),
        NodeKind::Array => {
            let items = node.array(what, log)?;
            Document::List(items.iter().map(|item| document(item, log)).collect::<Option<_>>()?)
        }
        NodeKind::Object => {
            let mut members = Vec::new();
            for entry in node.object(what, log)? {
                members.push((entry.key.into(), document(&entry.value, log)?));
            }
            members.sort_by(|a: &(String, _), b| a.0.cmp(&b.0));
            Document::Map(members)
        }
    })
}

/// An integer where that loses nothing. JSON numbers that are too large become infinite, which no protocol can send.
fn number(text: &str) -> Document {
    let integer = text.parse().ok().filter(|value| (i64::MIN.into()..=u64::MAX.into()).contains(value));
    integer.map_or_else(|| Document::Float(text.parse().unwrap_or_default()), Document::Integer)
}
