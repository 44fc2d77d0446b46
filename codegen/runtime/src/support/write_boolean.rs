//! Writes booleans.

use super::write::Writer;

impl Writer {
    /// `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.out.extend_from_slice(if value { b"true," } else { b"false," });
    }
}
