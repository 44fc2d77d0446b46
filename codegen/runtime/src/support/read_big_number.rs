//! Reads numbers of any size, digit for digit.

use super::read::{ReadError, ReadJson, Reader};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{BigDecimal, BigInteger};
use std::str::FromStr;

/// A JSON number, or one in quotes; services send both.
fn read<T: FromStr>(json: &mut Reader<'_>) -> Result<T, ReadError> {
    let at = json.at;
    let in_quotes = json.peek() == Some(b'"');
    let text = if in_quotes { json.string()? } else { json.number()?.text.into() };
    text.parse().map_err(|_| json.error_at(at, "not a number of this type"))
}

impl ReadJson for BigInteger {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, _: Format) -> Result<(), ReadError> {
        *slot = Some(read(json)?);
        Ok(())
    }
}

impl ReadJson for BigDecimal {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, _: Format) -> Result<(), ReadError> {
        *slot = Some(read(json)?);
        Ok(())
    }
}
