//! Writes timestamps as seconds since 1970, exactly; `super::write_raw` prints them.

use super::write::Writer;
use aws_smithy_types::DateTime;

impl Writer {
    /// A timestamp, with as many digits behind the decimal point as it needs.
    pub fn epoch_seconds(&mut self, value: &DateTime) {
        let nanos = value.as_nanos();
        let sign = if nanos < 0 { "-" } else { "" };
        let (secs, nanos) = (nanos.unsigned_abs() / 1_000_000_000, nanos.unsigned_abs() % 1_000_000_000);
        match nanos {
            0 => self.raw(format_args!("{sign}{secs}")),
            _ => self.raw(format_args!("{sign}{secs}.{}", format!("{nanos:09}").trim_end_matches('0'))),
        }
    }
}
