//! Writes text that is JSON already, for the kinds that print themselves.

use super::write::Writer;
use std::fmt::{Arguments, Result, Write};

impl Writer {
    /// A value that is spelled out.
    pub fn raw(&mut self, json: Arguments<'_>) {
        // The writer takes everything.
        let _ = self.write_fmt(json);
        self.add(b",");
    }
}

impl Write for Writer {
    fn write_str(&mut self, json: &str) -> Result {
        self.add(json.as_bytes());
        Ok(())
    }
}
