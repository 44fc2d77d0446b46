//! Reads timestamps: seconds since 1970, exactly, where finer than a nanosecond is rounded down, and dates in words.

use super::number::Number;
use super::read::{ReadError, ReadJson, Reader};
use super::read_decimal::Decimal;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

/// Seconds that do not fit into 64 bits are an error; offsets of dates are taken into account.
impl ReadJson for DateTime {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, timestamps: Format) -> Result<(), ReadError> {
        let at = json.at;
        let (time, problem) = match timestamps {
            Format::EpochSeconds => (seconds(&json.number()?), "timestamp out of range"),
            Format::HttpDate => (Self::from_str(&json.string()?, timestamps).ok(), "not an HTTP date"),
            _ => {
                let time = Self::from_str(&json.string()?, Format::DateTimeWithOffset);
                (time.ok(), "not a date and time as RFC 3339 spells it")
            }
        };
        *slot = Some(time.ok_or_else(|| json.error_at(at, problem))?);
        Ok(())
    }
}

fn seconds(number: &Number<'_>) -> Option<DateTime> {
    let Decimal { negative, whole, nanos, more } = Decimal::new(number)?;
    if !negative {
        return Some(DateTime::from_secs_and_nanos(whole.try_into().ok()?, nanos));
    }
    let nanos = nanos + u32::from(more); // up to and including 1,000,000,000
    let secs = 0_i64.checked_sub_unsigned(whole)?.checked_sub(i64::from(nanos > 0))?;
    Some(DateTime::from_secs_and_nanos(secs, (1_000_000_000 - nanos) % 1_000_000_000))
}
