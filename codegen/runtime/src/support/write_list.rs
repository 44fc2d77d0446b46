//! Writes lists.

use super::write::Writer;

impl Writer {
    /// A list, each element written by `write`.
    pub fn list<T>(&mut self, elements: impl IntoIterator<Item = T>, write: impl Fn(&mut Self, T)) {
        self.out.push(b'[');
        elements.into_iter().for_each(|element| write(self, element));
        self.out.pop_if(|byte| *byte == b',');
        self.out.extend_from_slice(b"],");
    }
}
