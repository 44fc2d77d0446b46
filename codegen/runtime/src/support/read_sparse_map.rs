//! Reads maps with the trait `@sparse`, whose values may be `null`.

use super::read::{ReadError, Reader};
use std::collections::HashMap;
use std::hash::Hash;

impl Reader<'_> {
    /// A map that keeps its `null`s; of a key that comes twice the last value is kept.
    pub fn sparse_map<K: Eq + Hash + for<'k> From<&'k str>, V>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Result<Option<V>, ReadError>,
    ) -> Result<Option<HashMap<K, Option<V>>>, ReadError> {
        self.optional(|json| {
            let mut map = HashMap::new();
            json.begin_object()?;
            while let Some(key) = json.key()? {
                map.insert(K::from(&key), read(json)?);
            }
            Ok(map)
        })
    }
}
