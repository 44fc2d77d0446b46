//! Writes JSON: objects, and the bytes they end up in. What a value looks like is left to the `write_*` files.

use aws_smithy_types::error::operation::BuildError;

/// A shape that can be written as JSON.
pub trait WriteJson {
    /// Writes one value.
    fn write(&self, json: &mut Writer);
}

/// A JSON text that grows. Each value ends with a comma, which the end of its object or list takes back.
pub struct Writer {
    /// What is written so far.
    pub(super) out: Vec<u8>,
    /// Why the text cannot be sent.
    pub(super) refused: Option<BuildError>,
}

impl Writer {
    /// Starts with room for so many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { out: Vec::with_capacity(bytes), refused: None }
    }

    /// The finished text, unless a value could not be written.
    pub fn into_bytes(mut self) -> Result<Vec<u8>, BuildError> {
        self.out.pop_if(|byte| *byte == b',');
        self.refused.map_or(Ok(self.out), Err)
    }

    /// A value that knows how to write itself.
    pub fn value(&mut self, value: &impl WriteJson) {
        value.write(self);
    }

    /// Opens an object.
    pub fn begin_object(&mut self) {
        self.out.push(b'{');
    }

    /// Closes an object.
    pub fn end_object(&mut self) {
        self.out.pop_if(|byte| *byte == b',');
        self.out.extend_from_slice(b"},");
    }
}
