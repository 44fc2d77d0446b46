//! Documents for `serde`: whatever a format can hold. Their floats are those of `super::serde_float`, their lists and
//! maps those of `super::serde_list` and `super::serde_map`.

use super::serde_value::{In, Wire};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Document, Number};
use serde_core::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde_core::de::{MapAccess, SeqAccess, Visitor};
use serde_core::{Deserializer, Serializer};
use std::collections::HashMap;
use std::fmt::Formatter;
use std::marker::PhantomData;

impl Wire for Document {
    fn write<S: Serializer>(&self, format: Format, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(members) => members.write(format, to),
            Self::Array(elements) => elements.write(format, to),
            Self::Number(Number::PosInt(number)) => to.serialize_u64(*number),
            Self::Number(Number::NegInt(number)) => to.serialize_i64(*number),
            Self::Number(Number::Float(number)) => number.write(format, to),
            Self::String(text) => to.serialize_str(text),
            Self::Bool(value) => to.serialize_bool(*value),
            Self::Null => to.serialize_unit(),
        }
    }

    fn read<'de, D: Deserializer<'de>>(format: Format, from: D) -> Result<Self, D::Error> {
        from.deserialize_any(In::<Self>(format, PhantomData))
    }
}

impl<'de> Visitor<'de> for In<Document> {
    type Value = Document;

    fn expecting(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str("a document")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Bool(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Document, E> {
        Ok(Document::Number(u64::try_from(number).map_or(Number::NegInt(number), Number::PosInt)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Document, E> {
        Ok(Document::Number(Number::PosInt(number)))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Document, E> {
        Ok(Document::Number(Number::Float(number)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Document, E> {
        Ok(Document::String(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_none<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Document, D::Error> {
        Document::read(self.0, from)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<Document, A::Error> {
        Vec::read(self.0, SeqAccessDeserializer::new(elements)).map(Document::Array)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Document, A::Error> {
        let members = HashMap::<String, Document>::read(self.0, MapAccessDeserializer::new(members))?;
        let number = members.get(NUMBER).and_then(Document::as_string).and_then(number);
        Ok(number.map_or(Document::Object(members), Document::Number))
    }
}

/// `serde_json` with its feature `arbitrary_precision` passes numbers as maps with this key.
const NUMBER: &str = "$serde_json::private::Number";

fn number(digits: &str) -> Option<Number> {
    let positive = digits.parse().map(Number::PosInt);
    let integer = positive.or_else(|_| digits.parse().map(Number::NegInt));
    integer.ok().or_else(|| digits.parse().map(Number::Float).ok())
}
