//! Writes integers of every width; `super::write_raw` prints them.

use super::write::Writer;

impl Writer {
    /// An integer.
    pub fn integer(&mut self, value: impl Into<i64>) {
        self.raw(format_args!("{}", value.into()));
    }
}
