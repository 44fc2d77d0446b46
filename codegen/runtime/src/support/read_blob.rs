//! Reads blobs, which are strings in base64.

use super::read::{ReadError, ReadJson, Reader};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, base64};

/// Bytes in base64 of the standard alphabet, padded and without white space.
impl ReadJson for Blob {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, _: Format) -> Result<(), ReadError> {
        let at = json.at;
        let bytes = base64::decode(json.string()?).map_err(|_| json.error_at(at, "not base64"))?;
        *slot = Some(Self::new(bytes));
        Ok(())
    }
}
