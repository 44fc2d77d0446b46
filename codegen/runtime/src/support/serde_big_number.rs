//! Numbers of any size for `serde`, digit for digit.

use super::serde_digits;
use super::serde_number;
use super::serde_value::Wire;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{BigDecimal, BigInteger};
use serde_core::{Deserializer, Serializer};

macro_rules! numbers {
    ($($Type:ident)+) => {$(
        impl Wire for $Type {
            fn write<S: Serializer>(&self, _: Format, to: S) -> Result<S::Ok, S::Error> {
                serde_digits::write(self.as_ref(), to)
            }

            fn read<'de, D: Deserializer<'de>>(_: Format, from: D) -> Result<Self, D::Error> {
                serde_number::read(from, "a number of this type", |digits| digits.parse().ok())
            }
        }
    )+};
}

numbers! { BigInteger BigDecimal }
