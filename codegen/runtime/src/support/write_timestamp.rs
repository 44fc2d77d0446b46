//! Writes timestamps: seconds since 1970, with as many digits behind the decimal point as they need, and dates in words.

use super::write::{WriteJson, Writer};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

/// `super::write_raw` and `super::write_refuse` do it.
impl WriteJson for DateTime {
    fn write(&self, json: &mut Writer, timestamps: Format) {
        match timestamps {
            Format::EpochSeconds => seconds(self, json),
            _ => match self.fmt(timestamps) {
                Ok(text) => json.string(&text),
                Err(error) => json.refuse(error),
            },
        }
    }
}

fn seconds(time: &DateTime, json: &mut Writer) {
    let nanos = time.as_nanos();
    let sign = if nanos < 0 { "-" } else { "" };
    let (secs, nanos) = (nanos.unsigned_abs() / 1_000_000_000, nanos.unsigned_abs() % 1_000_000_000);
    match nanos {
        0 => json.raw(format_args!("{sign}{secs}")),
        _ => json.raw(format_args!("{sign}{secs}.{}", format!("{nanos:09}").trim_end_matches('0'))),
    }
}
