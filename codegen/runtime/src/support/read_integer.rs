//! Reads integers of every width, exactly.

use super::number::Number;
use super::read::{ReadError, ReadJson, Reader};
use super::read_decimal::Decimal;
use aws_smithy_types::date_time::Format;

/// `1.0` and `1e2` are integers too, a fraction or a number out of range is an error.
fn read<T: TryFrom<i64>>(json: &mut Reader<'_>) -> Result<T, ReadError> {
    let at = json.at;
    let value = integer(&json.number()?).and_then(|value| T::try_from(value).ok());
    value.ok_or_else(|| json.error_at(at, "integer out of range or with a fraction"))
}

fn integer(number: &Number<'_>) -> Option<i64> {
    match Decimal::new(number)? {
        Decimal { negative: false, whole, nanos: 0, more: false } => whole.try_into().ok(),
        Decimal { negative: true, whole, nanos: 0, more: false } => 0_i64.checked_sub_unsigned(whole),
        _ => None,
    }
}

macro_rules! integers {
    ($($Type:ty),+) => {$(
        impl ReadJson for $Type {
            fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, _: Format) -> Result<(), ReadError> {
                *slot = Some(read(json)?);
                Ok(())
            }
        }
    )+};
}

integers! { i8, i16, i32, i64 }
