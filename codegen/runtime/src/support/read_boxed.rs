//! Reads members that are boxed because they contain what holds them.

use super::read::{ReadError, ReadJson, Reader};
use aws_smithy_types::date_time::Format;

impl<T: ReadJson> ReadJson for Box<T> {
    fn read(json: &mut Reader<'_>, timestamps: Format) -> Result<Self, ReadError> {
        T::read(json, timestamps).map(Self::new)
    }
}
