//! Reads timestamps with `@timestampFormat("date-time")` (RFC 3339).

use super::read::{ReadError, Reader};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

impl Reader<'_> {
    /// A timestamp such as `"1985-04-12T23:20:50.52Z"`; offsets are taken into account.
    pub fn date_time(&mut self) -> Result<Option<DateTime>, ReadError> {
        self.optional(|json| {
            json.peek();
            let error = json.error("not a date and time as RFC 3339 spells it");
            DateTime::from_str(&json.text()?, Format::DateTimeWithOffset).map_err(|_| error)
        })
    }
}
