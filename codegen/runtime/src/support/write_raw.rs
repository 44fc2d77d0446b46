//! Writes text that is JSON already, for the kinds that print themselves.

use super::write::Writer;
use std::fmt::Arguments;
use std::io::Write;

impl Writer {
    /// A value that is spelled out.
    pub fn raw(&mut self, json: Arguments<'_>) {
        // Writing to a vector cannot fail.
        let _ = self.out.write_fmt(json);
        self.out.push(b',');
    }
}
