//! Goes into lists and maps. Maps are taken in the order of their keys, so that the same input always gives the same
//! report.

use super::validate::{Step, Walk};
use std::collections::HashMap;

#[allow(dead_code, reason = "not every model constrains both lists and maps")]
impl<'a> Walk<'a> {
    /// Each element of a list.
    pub fn each<T>(&mut self, list: &'a [T], check: impl Fn(&mut Self, &'a T)) {
        for (index, item) in list.iter().enumerate() {
            self.inside(Step::Index(index), |walk| check(walk, item));
        }
    }

    /// Each key of a map.
    pub fn keys<K: AsRef<str>, V>(&mut self, map: &'a HashMap<K, V>, check: impl Fn(&mut Self, &'a K)) {
        self.entries(map, |walk, key, _| check(walk, key));
    }

    /// Each value of a map.
    pub fn values<K: AsRef<str>, V>(&mut self, map: &'a HashMap<K, V>, check: impl Fn(&mut Self, &'a V)) {
        self.entries(map, |walk, _, value| check(walk, value));
    }

    fn entries<K: AsRef<str>, V>(&mut self, map: &'a HashMap<K, V>, check: impl Fn(&mut Self, &'a K, &'a V)) {
        let mut entries: Vec<_> = map.iter().collect();
        entries.sort_by(|(a, _), (b, _)| a.as_ref().cmp(b.as_ref()));
        for (key, value) in entries {
            self.inside(Step::Key(key.as_ref()), |walk| check(walk, key, value));
        }
    }
}
