//! What is deprecated, in the words of Rust's attribute, and where such things are named.

use super::Lowering;
use super::usage::{holds, is_collection};
use crate::docs::markdown;
use crate::ir;
use crate::model::{Deprecated, Kind, Member, Model, Operation, Shape};

impl Lowering<'_> {
    /// Whether the code of a structure or union names something deprecated.
    pub(super) fn names_deprecated(&self, shape: &Shape, members: &[Member]) -> bool {
        shape.deprecated.is_some() || members.iter().any(|member| is_deprecated(self.model, member))
    }

    /// Whether the code of an operation does, apart from its paths.
    pub(super) fn operation_names_deprecated(&self, operation: &Operation) -> bool {
        let shapes = &self.model.shapes;
        let ends = [&operation.input, &operation.output].into_iter().flatten().map(|id| &shapes[id]);
        let mut ends = ends.map(|shape| (shape, members(&shape.kind)));
        operation.deprecated.is_some()
            || operation.errors.iter().any(|error| shapes[error].deprecated.is_some())
            || ends.any(|(shape, members)| self.names_deprecated(shape, members))
    }
}

/// Whether a member is deprecated, or the type of its value.
pub fn is_deprecated(model: &Model, member: &Member) -> bool {
    let is_type = |kind: &Kind| matches!(kind, Kind::Structure(_) | Kind::Union(_) | Kind::Enum(_));
    let is_deprecated = |shape: &Shape| shape.deprecated.is_some() && is_type(&shape.kind);
    member.deprecated.is_some() || holds(model, &member.target, is_collection, is_deprecated)
}

fn members(kind: &Kind) -> &[Member] {
    if let Kind::Structure(structure) = kind { &structure.members } else { &[] }
}

/// The attribute. Clippy takes no `since` that is no version of a crate, so that it becomes a part of the note.
pub fn attribute(deprecated: &Deprecated) -> ir::Deprecated {
    let given =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let (message, since) = (given(&deprecated.message), given(&deprecated.since));
    let (version, other) = if since.as_deref().is_some_and(is_version) { (since, None) } else { (None, since) };
    let text = match (other, message) {
        (Some(since), Some(message)) => Some(format!("since {since}: {message}")),
        (Some(since), None) => Some(format!("since {since}")),
        (None, message) => message,
    };
    // Rustdoc takes it for Markdown.
    let note = text.map(|text| markdown(&text, usize::from(u16::MAX)).join(" ")).filter(|note| !note.is_empty());
    ir::Deprecated { note, since: version }
}

/// Whether it is `MAJOR.MINOR.PATCH`.
fn is_version(text: &str) -> bool {
    let is_number = |part: &str| part.parse::<u64>().is_ok_and(|number| number.to_string() == part);
    text.split('.').count() == 3 && text.split('.').all(is_number)
}
