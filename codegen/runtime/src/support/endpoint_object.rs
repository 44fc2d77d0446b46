//! Properties of endpoints that have properties themselves.

use aws_smithy_types::Document;

/// A document of these members.
pub fn object<const N: usize>(members: [(&str, Document); N]) -> Document {
    Document::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}
