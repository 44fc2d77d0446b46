//! Writes maps, in the order they iterate; `super::write_string` writes the keys.

use super::write::Writer;

impl Writer {
    /// A map, each value written by `write`.
    pub fn map<K: AsRef<str>, V>(&mut self, entries: impl IntoIterator<Item = (K, V)>, write: impl Fn(&mut Self, V)) {
        self.begin_object();
        for (key, value) in entries {
            self.string(key.as_ref());
            self.out.pop();
            self.out.push(b':');
            write(self, value);
        }
        self.end_object();
    }
}
