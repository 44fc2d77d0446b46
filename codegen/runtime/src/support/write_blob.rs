//! Writes blobs, which are strings in base64.

use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, base64};

/// The standard alphabet, padded.
impl WriteJson for Blob {
    fn write(&self, json: &mut Writer, _: Format) {
        json.string(&base64::encode(self));
    }
}
