//! Reads booleans.

use super::read::{ReadError, Reader};

impl Reader<'_> {
    /// `true` or `false`.
    pub fn boolean(&mut self) -> Result<Option<bool>, ReadError> {
        self.optional(|json| match json.peek() {
            Some(b't') => json.literal("true").map(|()| true),
            Some(b'f') => json.literal("false").map(|()| false),
            _ => Err(json.error("expected a boolean or null")),
        })
    }
}
