//! Reads documents: JSON of any form, kept as it is.

use super::number::Number;
use super::read::{ReadError, ReadJson, Reader};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Document, Number as DocumentNumber};

/// A value of any kind; a member that is `null` is absent, a `null` inside of it is [`Document::Null`].
impl ReadJson for Document {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, _: Format) -> Result<(), ReadError> {
        *slot = Some(document(json)?);
        Ok(())
    }

    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

fn document(json: &mut Reader<'_>) -> Result<Document, ReadError> {
    match json.peek() {
        Some(b'{') => object(json),
        Some(b'[') => list(json),
        Some(b'"') => json.string().map(|text| Document::String(text.into_owned())),
        Some(b't') => json.literal("true").map(|()| Document::Bool(true)),
        Some(b'f') => json.literal("false").map(|()| Document::Bool(false)),
        Some(b'-' | b'0'..=b'9') => {
            let at = json.at;
            let value = number(&json.number()?).map(Document::Number);
            value.ok_or_else(|| json.error_at(at, "number out of range"))
        }
        _ => json.literal("null").map(|()| Document::Null),
    }
}

fn object(json: &mut Reader<'_>) -> Result<Document, ReadError> {
    let mut members = std::collections::HashMap::new();
    json.object(&mut |key: &str, json: &mut Reader<'_>| {
        members.insert(key.to_owned(), document(json)?);
        Ok(())
    })?;
    Ok(Document::Object(members))
}

fn list(json: &mut Reader<'_>) -> Result<Document, ReadError> {
    let mut elements = Vec::new();
    json.list(&mut |json| {
        elements.push(document(json)?);
        Ok(())
    })?;
    Ok(Document::Array(elements))
}

/// Integers stay integers where they fit; `-0`, fractions and larger numbers become floats.
fn number(Number { text, .. }: &Number<'_>) -> Option<DocumentNumber> {
    let positive = text.parse().map(DocumentNumber::PosInt).ok();
    let negative = || text.parse().ok().filter(|value| *value < 0).map(DocumentNumber::NegInt);
    let float = || text.parse().ok().filter(|value: &f64| value.is_finite()).map(DocumentNumber::Float);
    positive.or_else(negative).or_else(float)
}
