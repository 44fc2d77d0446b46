//! Reads members that are shapes of their own: structures, unions, enumerations.

use super::read::{ReadError, ReadJson, Reader};

impl Reader<'_> {
    /// A value that knows how to read itself.
    #[inline]
    pub fn value<T: ReadJson>(&mut self) -> Result<Option<T>, ReadError> {
        self.optional(T::read)
    }
}
