//! Reads booleans.

use super::read::{ReadError, ReadJson, Reader};
use aws_smithy_types::date_time::Format;

impl ReadJson for bool {
    fn read(json: &mut Reader<'_>, _: Format) -> Result<Self, ReadError> {
        match json.peek() {
            Some(b't') => json.literal("true").map(|()| true),
            Some(b'f') => json.literal("false").map(|()| false),
            _ => Err(json.error("expected a boolean or null")),
        }
    }
}
