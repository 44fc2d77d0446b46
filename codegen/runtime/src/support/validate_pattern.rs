//! Checks `smithy.api#pattern`, in linear time whatever the pattern and the value are.

use super::validate::{Constraint, Walk};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::RwLock;

/// The patterns that have been needed so far. One that cannot be compiled is not checked; the generator emits none.
static COMPILED: RwLock<BTreeMap<&str, Option<Regex>>> = RwLock::new(BTreeMap::new());

impl Walk<'_> {
    /// A match of `pattern` somewhere in the value, as `shape` asks for.
    pub fn pattern(&mut self, value: &str, pattern: &'static str, shape: &str) {
        if !matches(value, pattern) {
            self.broken(Constraint::Pattern(pattern), shape);
        }
    }
}

fn matches(value: &str, pattern: &'static str) -> bool {
    let is_match = |regex: &Option<Regex>| regex.as_ref().is_none_or(|regex| regex.is_match(value));
    if let Some(regex) = COMPILED.read().unwrap_or_else(|poisoned| poisoned.into_inner()).get(pattern) {
        return is_match(regex);
    }
    let regex = Regex::new(pattern).ok();
    let holds = is_match(&regex);
    COMPILED.write().unwrap_or_else(|poisoned| poisoned.into_inner()).insert(pattern, regex);
    holds
}
