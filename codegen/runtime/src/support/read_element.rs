//! Reads what lists and maps hold.

use super::read::{ReadError, ReadJson, Reader};
use aws_smithy_types::date_time::Format;

/// An element; `null` is an error, as leaving it out would shift the others, unless it means something.
pub fn read<T: ReadJson>(json: &mut Reader<'_>, timestamps: Format, expected: &'static str) -> Result<T, ReadError> {
    json.peek();
    let at = json.at;
    if json.null()? { T::null().ok_or_else(|| json.error_at(at, expected)) } else { T::read(json, timestamps) }
}

/// Elements of lists and maps with the trait `@sparse`, which may be `null`.
impl<T: ReadJson> ReadJson for Option<T> {
    fn read(json: &mut Reader<'_>, timestamps: Format) -> Result<Self, ReadError> {
        T::read(json, timestamps).map(Some)
    }

    fn null() -> Option<Self> {
        Some(None)
    }
}
