//! Writes the gaps of sparse lists and maps; members that are absent are left out instead.

use super::write::Writer;

impl Writer {
    /// `null`.
    pub fn null(&mut self) {
        self.out.extend_from_slice(b"null,");
    }
}
