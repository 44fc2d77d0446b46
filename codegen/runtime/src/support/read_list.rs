//! Reads lists whose elements are never `null`.

use super::read::{ReadError, Reader};

impl Reader<'_> {
    /// A list; `null` among its elements is an error, as leaving it out would shift the others.
    pub fn list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Result<Option<T>, ReadError>,
    ) -> Result<Option<Vec<T>>, ReadError> {
        self.optional(|json| {
            let mut list = Vec::new();
            json.begin_list()?;
            while json.element()? {
                json.peek();
                let error = json.error("expected an element");
                list.push(read(json)?.ok_or(error)?);
            }
            Ok(list)
        })
    }
}
