//! Writes blobs as strings in base64; `super::write_string` writes those.

use super::write::Writer;
use aws_smithy_types::{Blob, base64};

impl Writer {
    /// Bytes in base64 of the standard alphabet, padded.
    pub fn blob(&mut self, value: &Blob) {
        self.string(&base64::encode(value));
    }
}
