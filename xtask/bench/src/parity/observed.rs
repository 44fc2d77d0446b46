//! What can be seen of a call: names and values, the same for both clients.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt::Display;

/// Observations by name, such as `request.0.uri` or `output.domain.name`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observed(BTreeMap<String, String>);

/// An observation in which the clients differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub name: String,
    pub theirs: Option<String>,
    pub ours: Option<String>,
}

impl Observed {
    /// Adds an observation. What is seen more than once is a list.
    pub fn put(&mut self, name: impl Into<String>, value: impl Display) {
        match self.0.entry(name.into()) {
            Entry::Vacant(entry) => _ = entry.insert(value.to_string()),
            Entry::Occupied(mut entry) => entry.get_mut().push_str(&format!(", {value}")),
        }
    }

    /// Adds an observation if there is a value.
    pub fn put_some(&mut self, name: impl Into<String>, value: Option<impl Display>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// An observation.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Adds all of another call's, which have other names.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// In what another client's call differs from this one.
    pub fn differences(&self, ours: &Self) -> Vec<Difference> {
        let mut names: Vec<&String> = self.0.keys().chain(ours.0.keys()).collect();
        names.sort();
        names.dedup();
        let of = |all: &Self, name| all.0.get(name).cloned();
        names
            .into_iter()
            .map(|name| Difference { name: name.clone(), theirs: of(self, name), ours: of(ours, name) })
            .filter(|difference| difference.theirs != difference.ours)
            .collect()
    }
}
