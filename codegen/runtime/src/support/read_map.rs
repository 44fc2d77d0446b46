//! Reads maps.

use super::read::{ReadError, ReadJson, Reader};
use super::read_element;
use aws_smithy_types::date_time::Format;
use std::collections::HashMap;
use std::hash::Hash;

/// Of a key that comes twice the last value is kept.
impl<K: Eq + Hash + for<'k> From<&'k str>, V: ReadJson> ReadJson for HashMap<K, V> {
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, timestamps: Format) -> Result<(), ReadError> {
        let mut map = Self::new();
        json.object(&mut |key: &str, json: &mut Reader<'_>| {
            map.insert(K::from(key), read_element::read(json, timestamps, "expected a value")?);
            Ok(())
        })?;
        *slot = Some(map);
        Ok(())
    }
}
