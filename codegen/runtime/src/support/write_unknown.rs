//! Refuses unions whose member is newer than the crate: `super::write_refuse` makes the request fail.

use super::write::Writer;
use aws_smithy_types::error::operation::SerializationError;

impl Writer {
    /// The variant `Unknown` of this union, of which nothing is left to be sent.
    pub fn unknown(&mut self, union: &'static str) {
        self.refuse(SerializationError::unknown_variant(union));
    }
}
