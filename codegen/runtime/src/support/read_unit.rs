//! Reads members of unions that carry no value.

use super::read::{ReadError, Reader};

impl Reader<'_> {
    /// The empty object that stands for such a member; what else may be there is ignored.
    pub fn unit(&mut self) -> Result<Option<()>, ReadError> {
        self.optional(Self::skip)
    }
}
