//! Checks `smithy.api#uniqueItems`.

use super::validate::{Constraint, Step, Walk};
use std::collections::HashSet;
use std::hash::Hash;

#[allow(dead_code, reason = "not every model has lists of each kind")]
impl<'a> Walk<'a> {
    /// A list of elements of which none equals another, as `shape` asks for.
    pub fn unique<T: Eq + Hash>(&mut self, list: &'a [T], shape: &str) {
        let mut seen = HashSet::new();
        self.repeated(list, shape, |item| !seen.insert(item));
    }

    /// The same of elements that can only be compared, in time that grows with the square of their number.
    pub fn distinct<T: PartialEq>(&mut self, list: &'a [T], shape: &str) {
        let mut seen: Vec<&T> = Vec::new();
        self.repeated(list, shape, |item| {
            let found = seen.contains(&item);
            seen.push(item);
            found
        });
    }

    fn repeated<T>(&mut self, list: &'a [T], shape: &str, mut is_repeated: impl FnMut(&'a T) -> bool) {
        for (index, item) in list.iter().enumerate() {
            if is_repeated(item) {
                self.inside(Step::Index(index), |walk| walk.broken(Constraint::UniqueItems, shape));
            }
        }
    }
}
