//! Reads numbers for `serde` by their decimal digits, which may be a string where a format has no number for them.

use serde_core::Deserializer;
use serde_core::de::{Error, MapAccess, Unexpected, Visitor};
use std::fmt::Formatter;

/// Reads a number, or a string of digits, with a function that returns nothing for those that it does not want.
pub fn read<'de, T, D: Deserializer<'de>>(
    from: D,
    expected: &'static str,
    value: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    let digits = from.deserialize_any(Digits(expected))?;
    value(&digits).ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&digits), &expected))
}

struct Digits(&'static str);

impl<'de> Visitor<'de> for Digits {
    type Value = String;

    fn expecting(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }

    fn visit_i64<E>(self, number: i64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_u64<E>(self, number: u64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_f64<E>(self, number: f64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_str<E>(self, digits: &str) -> Result<String, E> {
        Ok(digits.to_owned())
    }

    /// `serde_json` with its feature `arbitrary_precision` passes numbers as maps.
    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<String, M::Error> {
        let entry = map.next_entry::<String, String>()?;
        entry.map(|(_, digits)| digits).ok_or_else(|| M::Error::invalid_type(Unexpected::Map, &self))
    }
}
