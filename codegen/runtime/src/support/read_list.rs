//! Reads lists.

use super::read::{ReadError, ReadJson, Reader};
use super::read_element;
use aws_smithy_types::date_time::Format;

impl<T: ReadJson> ReadJson for Vec<T> {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, timestamps: Format) -> Result<(), ReadError> {
        let mut list = Self::new();
        json.list(&mut |json| {
            list.push(read_element::read(json, timestamps, "expected an element")?);
            Ok(())
        })?;
        *slot = Some(list);
        Ok(())
    }
}
