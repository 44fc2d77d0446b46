//! Maps for `serde`, in the order they iterate. The values of sparse ones are `Option`s.

use super::serde_value::{In, Out, Wire};
use aws_smithy_types::date_time::Format;
use serde_core::de::{MapAccess, Visitor};
use serde_core::{Deserializer, Serializer};
use std::collections::HashMap;
use std::fmt::Formatter;
use std::hash::Hash;
use std::marker::PhantomData;

impl<K: AsRef<str> + Eq + Hash + for<'k> From<&'k str>, V: Wire> Wire for HashMap<K, V> {
    fn write<S: Serializer>(&self, format: Format, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter().map(|(key, value)| (key.as_ref(), Out(value, format))))
    }

    fn read<'de, D: Deserializer<'de>>(format: Format, from: D) -> Result<Self, D::Error> {
        from.deserialize_map(In::<Self>(format, PhantomData))
    }
}

impl<'de, K: Eq + Hash + for<'k> From<&'k str>, V: Wire> Visitor<'de> for In<HashMap<K, V>> {
    type Value = HashMap<K, V>;

    fn expecting(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<HashMap<K, V>, A::Error> {
        let mut map = HashMap::new();
        while let Some(key) = entries.next_key::<String>()? {
            map.insert(K::from(&key), entries.next_value_seed(In(self.0, PhantomData))?);
        }
        Ok(map)
    }
}
