//! Writes timestamps with `@timestampFormat("date-time")`; `super::write_refuse` if the year has more than four digits.

use super::write::Writer;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

impl Writer {
    /// A timestamp as RFC 3339 spells it; `super::write_string` writes it.
    pub fn date_time(&mut self, value: &DateTime) {
        match value.fmt(Format::DateTime) {
            Ok(text) => self.string(&text),
            Err(error) => self.refuse(error),
        }
    }
}
