//! Timestamps for `serde`: seconds since 1970, which are a string where a float would round them, or a text.

use super::serde_digits;
use super::serde_number;
use super::serde_value::Wire;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use serde_core::de::{Error, Unexpected};
use serde_core::{Deserialize, Deserializer, Serializer, ser};

impl Wire for DateTime {
    fn write<S: Serializer>(&self, format: Format, to: S) -> Result<S::Ok, S::Error> {
        let text = self.fmt(format).map_err(ser::Error::custom)?;
        if format == Format::EpochSeconds { serde_digits::write(&text, to) } else { to.serialize_str(&text) }
    }

    fn read<'de, D: Deserializer<'de>>(format: Format, from: D) -> Result<Self, D::Error> {
        if format == Format::EpochSeconds {
            return serde_number::read(from, "seconds since 1970", seconds);
        }
        let text = String::deserialize(from)?;
        let format = if format == Format::DateTime { Format::DateTimeWithOffset } else { format };
        Self::from_str(&text, format).map_err(|_| D::Error::invalid_value(Unexpected::Str(&text), &"a timestamp"))
    }
}

/// Nothing beyond nanoseconds is kept.
fn seconds(digits: &str) -> Option<DateTime> {
    let end = digits.find('.').map_or(digits.len(), |point| digits.len().min(point + 10));
    DateTime::from_str(digits.get(..end)?, Format::EpochSeconds).ok()
}
