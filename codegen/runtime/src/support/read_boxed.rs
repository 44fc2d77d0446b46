//! Reads members that are boxed because they contain what holds them.

use super::read::{ReadError, ReadJson, Reader};
use aws_smithy_types::date_time::Format;

impl<T: ReadJson> ReadJson for Box<T> {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, timestamps: Format) -> Result<(), ReadError> {
        let mut value = None;
        T::read(&mut value, json, timestamps)?;
        *slot = value.map(Self::new);
        Ok(())
    }
}
