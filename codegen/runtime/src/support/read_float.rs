//! Reads floats and doubles, correctly rounded.

use super::read::{ReadError, ReadJson, Reader};
use aws_smithy_types::date_time::Format;
use std::str::FromStr;

/// A number, or one of the strings `NaN`, `Infinity` and `-Infinity`; a number too large is an error.
fn read<T: FromStr + Copy + Into<f64>>(json: &mut Reader<'_>) -> Result<T, ReadError> {
    let at = json.at;
    let in_quotes = json.peek() == Some(b'"');
    let text = if in_quotes { json.string()? } else { json.number()?.text.into() };
    let named = in_quotes && matches!(&*text, "NaN" | "Infinity" | "-Infinity");
    let value = text.parse().ok().filter(|value: &T| named || !in_quotes && (*value).into().is_finite());
    value.ok_or_else(|| json.error_at(at, "not a number in range, nor \"NaN\", \"Infinity\" or \"-Infinity\""))
}

impl ReadJson for f32 {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, _: Format) -> Result<(), ReadError> {
        *slot = Some(read(json)?);
        Ok(())
    }
}

impl ReadJson for f64 {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, _: Format) -> Result<(), ReadError> {
        *slot = Some(read(json)?);
        Ok(())
    }
}
