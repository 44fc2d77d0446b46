//! Reads lists with the trait `@sparse`, whose elements may be `null`.

use super::read::{ReadError, Reader};

impl Reader<'_> {
    /// A list that keeps its `null`s.
    pub fn sparse_list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Result<Option<T>, ReadError>,
    ) -> Result<Option<Vec<Option<T>>>, ReadError> {
        self.optional(|json| {
            let mut list = Vec::new();
            json.begin_list()?;
            while json.element()? {
                list.push(read(json)?);
            }
            Ok(list)
        })
    }
}
