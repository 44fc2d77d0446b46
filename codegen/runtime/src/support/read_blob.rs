//! Reads blobs, which are strings in base64.

use super::read::{ReadError, Reader};
use aws_smithy_types::{Blob, base64};

impl Reader<'_> {
    /// Bytes in base64 of the standard alphabet, padded and without white space.
    pub fn blob(&mut self) -> Result<Option<Blob>, ReadError> {
        self.optional(|json| {
            json.peek();
            let error = json.error("not base64");
            base64::decode(json.text()?).map(Blob::new).map_err(|_| error)
        })
    }
}
