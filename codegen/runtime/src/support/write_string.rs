//! Writes strings, with the escapes that JSON demands and no others.

use super::scan::plain;
use super::write::Writer;

impl Writer {
    /// A string.
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
