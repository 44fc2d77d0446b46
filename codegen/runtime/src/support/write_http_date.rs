//! Writes timestamps with `@timestampFormat("http-date")`; `super::write_refuse` if the year has more than four digits.

use super::write::Writer;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

impl Writer {
    /// A timestamp as HTTP spells it; `super::write_string` writes it.
    pub fn http_date(&mut self, value: &DateTime) {
        match value.fmt(Format::HttpDate) {
            Ok(text) => self.string(&text),
            Err(error) => self.refuse(error),
        }
    }
}
