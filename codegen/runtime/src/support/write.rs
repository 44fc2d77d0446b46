//! Writes JSON: objects, strings, and the bytes they end up in. What other values look like is left to the `write_*` files.

use super::scan::plain;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;

/// A value that can be written as JSON.
pub trait WriteJson {
    /// Writes the value. Its timestamps are spelled in this format.
    fn write(&self, json: &mut Writer, timestamps: Format);

    /// Whether there is a value: what is not set is left out.
    fn is_set(&self) -> bool {
        true
    }
}

/// Most bodies are shorter.
const ROOM: usize = 512;

/// A JSON text that grows. Each value ends with a comma, which the end of its object or list takes back.
pub struct Writer {
    /// A short text grows here, and is allocated once, when its size is known.
    room: [u8; ROOM],
    /// How many bytes of `room` are written.
    length: usize,
    /// All of a text for which there is no room.
    long: Vec<u8>,
    /// Why the text cannot be sent.
    pub(super) refused: Option<BuildError>,
}

impl Writer {
    /// Nothing is written yet.
    #[inline(always)]
    pub fn start() -> Self {
        Self { room: [0; ROOM], length: 0, long: Vec::new(), refused: None }
    }

    /// The finished text, unless a value could not be written.
    pub fn finish(&mut self) -> Result<Bytes, BuildError> {
        self.take_back();
        let short = self.room.get(..self.length).unwrap_or_default();
        let text = if self.long.is_empty() {
            Bytes::copy_from_slice(short)
        } else {
            Bytes::from(std::mem::take(&mut self.long))
        };
        self.refused.take().map_or(Ok(text), Err)
    }

    /// Adds JSON as it is.
    pub(super) fn add(&mut self, json: &[u8]) {
        let end = self.length + json.len();
        match self.room.get_mut(self.length..end) {
            Some(room) if self.long.is_empty() => {
                room.copy_from_slice(json);
                self.length = end;
            }
            _ => self.add_long(json),
        }
    }

    #[inline(never)]
    fn add_long(&mut self, json: &[u8]) {
        if self.long.is_empty() {
            self.long.reserve(2 * ROOM + json.len());
            self.long.extend_from_slice(self.room.get(..self.length).unwrap_or_default());
        }
        self.long.extend_from_slice(json);
    }

    /// Takes the last comma back, if there is one.
    pub(super) fn take_back(&mut self) {
        let is_comma = |byte: &u8| *byte == b',';
        if !self.long.is_empty() {
            self.long.pop_if(|byte| is_comma(byte));
        } else if self.room.get(..self.length).and_then(<[u8]>::last).is_some_and(is_comma) {
            self.length -= 1;
        }
    }

    /// Opens an object.
    pub fn begin_object(&mut self) {
        self.add(b"{");
    }

    /// Closes an object.
    pub fn end_object(&mut self) {
        self.take_back();
        self.add(b"},");
    }

    /// A string, with the escapes that JSON demands and no others.
    pub fn string(&mut self, text: &str) {
        let (text, plain) = (text.as_bytes(), plain(text.as_bytes()));
        let end = self.length + text.len() + 3;
        match self.room.get_mut(self.length..end) {
            Some([open, inside @ .., close, comma]) if plain == text.len() && self.long.is_empty() => {
                (*open, *close, *comma) = (b'"', b'"', b',');
                inside.copy_from_slice(text);
                self.length = end;
            }
            _ => self.pieces(text, plain),
        }
    }

    /// A string that begins with so many bytes of plain text, as plain text and escapes in turn.
    #[inline(never)]
    fn pieces(&mut self, text: &[u8], mut length: usize) {
        self.add(b"\"");
        let mut rest = text;
        while let Some((start, [special, tail @ ..])) = rest.split_at_checked(length) {
            self.add(start);
            self.escape(*special);
            rest = tail;
            length = plain(rest);
        }
        self.add(rest);
        self.add(b"\",");
    }

    #[cold]
    fn escape(&mut self, byte: u8) {
        let hex = |digit: u8| b"0123456789abcdef"[usize::from(digit & 15)];
        match byte {
            b'"' | b'\\' => self.add(&[b'\\', byte]),
            b'\n' => self.add(b"\\n"),
            b'\r' => self.add(b"\\r"),
            b'\t' => self.add(b"\\t"),
            8 => self.add(b"\\b"),
            12 => self.add(b"\\f"),
            _ => self.add(&[b'\\', b'u', b'0', b'0', hex(byte >> 4), hex(byte)]),
        }
    }
}

impl WriteJson for String {
    fn write(&self, json: &mut Writer, _: Format) {
        json.string(self);
    }
}
