//! Writes numbers of any size as JSON numbers; `super::write_raw` prints them, `super::write_refuse` refuses the rest.

use super::read::Reader;
use super::write::Writer;
use aws_smithy_types::error::operation::BuildError;

impl Writer {
    /// A `BigInteger` or `BigDecimal`. Spellings that they allow and JSON does not, such as `+1` and `.5`, are refused.
    pub fn big_number(&mut self, value: &impl AsRef<str>) {
        let digits = value.as_ref();
        let number = Reader::new(digits.as_bytes()).and_then(|mut json| {
            json.number()?;
            json.finish()
        });
        match number {
            Ok(()) => self.raw(format_args!("{digits}")),
            Err(_) => self.refuse(BuildError::other("a number is not spelled as in JSON")),
        }
    }
}
