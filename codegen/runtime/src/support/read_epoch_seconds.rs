//! Reads timestamps that are seconds since 1970, exactly; finer than a nanosecond is rounded down.

use super::read::{ReadError, Reader};
use super::read_decimal::Decimal;
use aws_smithy_types::DateTime;

impl Reader<'_> {
    /// A timestamp; seconds that do not fit into 64 bits are an error.
    pub fn epoch_seconds(&mut self) -> Result<Option<DateTime>, ReadError> {
        self.optional(|json| {
            json.peek();
            let error = json.error("timestamp out of range");
            timestamp(json.number()?).ok_or(error)
        })
    }
}

fn timestamp(number: &str) -> Option<DateTime> {
    let Decimal { negative, whole, nanos, more } = Decimal::parse(number)?;
    if !negative {
        return Some(DateTime::from_secs_and_nanos(whole.try_into().ok()?, nanos));
    }
    let nanos = nanos + u32::from(more); // up to and including 1,000,000,000
    let secs = 0_i64.checked_sub_unsigned(whole)?.checked_sub(i64::from(nanos > 0))?;
    Some(DateTime::from_secs_and_nanos(secs, (1_000_000_000 - nanos) % 1_000_000_000))
}
