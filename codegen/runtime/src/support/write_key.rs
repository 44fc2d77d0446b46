//! Writes the names of members. Keys of maps are `write_map`'s.

use super::write::Writer;

impl Writer {
    /// The name of a member, which must need no escapes; its value comes next.
    pub fn key(&mut self, name: &'static str) -> &mut Self {
        self.out.reserve(name.len() + 3);
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
        self
    }
}
