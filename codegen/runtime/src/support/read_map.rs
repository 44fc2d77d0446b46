//! Reads maps whose values are never `null`.

use super::read::{ReadError, Reader};
use std::collections::HashMap;
use std::hash::Hash;

impl Reader<'_> {
    /// A map; of a key that comes twice the last value is kept, and `null` is an error.
    pub fn map<K: Eq + Hash + for<'k> From<&'k str>, V>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Result<Option<V>, ReadError>,
    ) -> Result<Option<HashMap<K, V>>, ReadError> {
        self.optional(|json| {
            let mut map = HashMap::new();
            json.begin_object()?;
            while let Some(key) = json.key()? {
                json.peek();
                let error = json.error("expected a value");
                map.insert(K::from(&key), read(json)?.ok_or(error)?);
            }
            Ok(map)
        })
    }
}
