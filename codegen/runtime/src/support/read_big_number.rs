//! Reads numbers of any size, digit for digit.

use super::read::{ReadError, Reader};
use std::str::FromStr;

impl Reader<'_> {
    /// A `BigInteger` or `BigDecimal`, as a JSON number or in quotes; services send both.
    pub fn big_number<T: FromStr>(&mut self) -> Result<Option<T>, ReadError> {
        self.optional(|json| {
            let in_quotes = json.peek() == Some(b'"');
            let error = json.error("not a number of this type");
            let text = if in_quotes { json.text()? } else { json.number()?.into() };
            text.parse().map_err(|_| error)
        })
    }
}
