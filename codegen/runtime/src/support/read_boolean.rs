//! Reads booleans.

use super::read::{ReadError, ReadJson, Reader};
use aws_smithy_types::date_time::Format;

impl ReadJson for bool {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, _: Format) -> Result<(), ReadError> {
        let word = match json.peek() {
            Some(b't') => "true",
            Some(b'f') => "false",
            _ => return Err(json.error("expected a boolean or null")),
        };
        json.literal(word)?;
        *slot = Some(word == "true");
        Ok(())
    }
}
