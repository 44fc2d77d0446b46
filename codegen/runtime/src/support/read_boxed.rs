//! Reads members that are boxed because they contain what holds them; `super::read_value` calls this.

use super::read::{ReadError, ReadJson, Reader};

impl<T: ReadJson> ReadJson for Box<T> {
    fn read(json: &mut Reader<'_>) -> Result<Self, ReadError> {
        T::read(json).map(Self::new)
    }
}
