//! Reads documents: JSON of any form, kept as it is.

use super::read::{ReadError, Reader};
use aws_smithy_types::{Document, Number};

impl Reader<'_> {
    /// A value of any kind; a member that is `null` is absent, a `null` inside of it is [`Document::Null`].
    pub fn document(&mut self) -> Result<Option<Document>, ReadError> {
        self.optional(document)
    }
}

fn document(json: &mut Reader<'_>) -> Result<Document, ReadError> {
    match json.peek() {
        Some(b'{') => object(json),
        Some(b'[') => list(json),
        Some(b'"') => json.text().map(|text| Document::String(text.into_owned())),
        Some(b't') => json.literal("true").map(|()| Document::Bool(true)),
        Some(b'f') => json.literal("false").map(|()| Document::Bool(false)),
        Some(b'-' | b'0'..=b'9') => {
            let error = json.error("number out of range");
            number(json.number()?).map(Document::Number).ok_or(error)
        }
        _ => json.literal("null").map(|()| Document::Null),
    }
}

fn object(json: &mut Reader<'_>) -> Result<Document, ReadError> {
    let mut members = std::collections::HashMap::new();
    json.begin_object()?;
    while let Some(key) = json.key()? {
        members.insert(key.into_owned(), document(json)?);
    }
    Ok(Document::Object(members))
}

fn list(json: &mut Reader<'_>) -> Result<Document, ReadError> {
    let mut elements = Vec::new();
    json.begin_list()?;
    while json.element()? {
        elements.push(document(json)?);
    }
    Ok(Document::Array(elements))
}

/// Integers stay integers where they fit; `-0`, fractions and larger numbers become floats.
fn number(text: &str) -> Option<Number> {
    let positive = text.parse().map(Number::PosInt).ok();
    let negative = || text.parse().ok().filter(|value| *value < 0).map(Number::NegInt);
    let float = || text.parse().ok().filter(|value: &f64| value.is_finite()).map(Number::Float);
    positive.or_else(negative).or_else(float)
}
