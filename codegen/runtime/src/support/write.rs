//! Writes JSON: objects, strings, and the bytes they end up in. What other values look like is left to the `write_*` files.

use super::scan::plain;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;

/// A value that can be written as JSON.
pub trait WriteJson {
    /// Writes the value. Its timestamps are spelled in this format.
    fn write(&self, json: &mut Writer, timestamps: Format);

    /// Whether there is a value: what is not set is left out.
    fn is_set(&self) -> bool {
        true
    }
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

    /// Opens an object.
    pub fn begin_object(&mut self) {
        self.out.push(b'{');
    }

    /// Closes an object.
    pub fn end_object(&mut self) {
        self.out.pop_if(|byte| *byte == b',');
        self.out.extend_from_slice(b"},");
    }

    /// A string, with the escapes that JSON demands and no others.
    pub fn string(&mut self, text: &str) {
        self.out.reserve(text.len() + 3);
        self.out.push(b'"');
        let mut rest = text.as_bytes();
        while let Some((start, [special, tail @ ..])) = rest.split_at_checked(plain(rest)) {
            self.out.extend_from_slice(start);
            self.escape(*special);
            rest = tail;
        }
        self.out.extend_from_slice(rest);
        self.out.extend_from_slice(b"\",");
    }

    #[cold]
    fn escape(&mut self, byte: u8) {
        let hex = |digit: u8| b"0123456789abcdef"[usize::from(digit & 15)];
        match byte {
            b'"' | b'\\' => self.out.extend([b'\\', byte]),
            b'\n' => self.out.extend(b"\\n"),
            b'\r' => self.out.extend(b"\\r"),
            b'\t' => self.out.extend(b"\\t"),
            8 => self.out.extend(b"\\b"),
            12 => self.out.extend(b"\\f"),
            _ => self.out.extend([b'\\', b'u', b'0', b'0', hex(byte >> 4), hex(byte)]),
        }
    }
}

impl WriteJson for String {
    fn write(&self, json: &mut Writer, _: Format) {
        json.string(self);
    }
}
