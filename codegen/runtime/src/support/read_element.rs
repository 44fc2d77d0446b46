//! Reads what lists and maps hold.

use super::read::{ReadError, ReadJson, Reader};
use aws_smithy_types::date_time::Format;

/// An element; `null` is an error, as leaving it out would shift the others, unless it means something.
pub fn read<T: ReadJson>(json: &mut Reader<'_>, timestamps: Format, expected: &'static str) -> Result<T, ReadError> {
    json.peek();
    let at = json.at;
    let mut value = None;
    if json.null()? {
        value = T::null();
    } else {
        T::read(&mut value, json, timestamps)?;
    }
    value.ok_or_else(|| json.error_at(at, expected))
}

/// Elements of lists and maps with the trait `@sparse`, which may be `null`.
impl<T: ReadJson> ReadJson for Option<T> {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, timestamps: Format) -> Result<(), ReadError> {
        let mut value = None;
        T::read(&mut value, json, timestamps)?;
        *slot = Some(value);
        Ok(())
    }

    fn null() -> Option<Self> {
        Some(None)
    }
}
