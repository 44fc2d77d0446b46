//! Reads integers of every width, exactly.

use super::read::{ReadError, Reader};
use super::read_decimal::Decimal;

impl Reader<'_> {
    /// An integer; `1.0` and `1e2` are integers too, a fraction or a number out of range is an error.
    pub fn integer<T: TryFrom<i64>>(&mut self) -> Result<Option<T>, ReadError> {
        self.optional(|json| {
            json.peek();
            let error = json.error("integer out of range or with a fraction");
            integer(json.number()?).and_then(|value| T::try_from(value).ok()).ok_or(error)
        })
    }
}

fn integer(number: &str) -> Option<i64> {
    match Decimal::parse(number)? {
        Decimal { negative: false, whole, nanos: 0, more: false } => whole.try_into().ok(),
        Decimal { negative: true, whole, nanos: 0, more: false } => 0_i64.checked_sub_unsigned(whole),
        _ => None,
    }
}
