//! Writes numbers of any size, digit for digit; `super::write_raw` and `super::write_refuse` do it.

use super::read;
use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::{BigDecimal, BigInteger};

/// Spellings that these types allow and JSON does not, such as `+1` and `.5`, are refused.
fn write(digits: &str, json: &mut Writer) {
    match read::body(digits.as_bytes(), &mut |json| json.number().map(drop)) {
        Ok(()) => json.raw(format_args!("{digits}")),
        Err(_) => json.refuse(BuildError::other("a number is not spelled as in JSON")),
    }
}

impl WriteJson for BigInteger {
    fn write(&self, json: &mut Writer, _: Format) {
        write(self.as_ref(), json);
    }
}

impl WriteJson for BigDecimal {
    fn write(&self, json: &mut Writer, _: Format) {
        write(self.as_ref(), json);
    }
}
