//! Reads floats and doubles, correctly rounded.

use super::read::{ReadError, Reader};
use std::str::FromStr;

impl Reader<'_> {
    /// A number, or one of the strings `NaN`, `Infinity` and `-Infinity`; a number too large is an error.
    pub fn float<T: FromStr + Copy + Into<f64>>(&mut self) -> Result<Option<T>, ReadError> {
        self.optional(|json| {
            let in_quotes = json.peek() == Some(b'"');
            let error = json.error("not a number in range, nor \"NaN\", \"Infinity\" or \"-Infinity\"");
            let text = if in_quotes { json.text()? } else { json.number()?.into() };
            let value: T = text.parse().map_err(|_| error)?;
            let named = in_quotes && matches!(&*text, "NaN" | "Infinity" | "-Infinity");
            if named || !in_quotes && value.into().is_finite() { Ok(value) } else { Err(error) }
        })
    }
}
