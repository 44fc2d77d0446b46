//! Checks `smithy.api#length`.

use super::validate::{Constraint, Walk};
use aws_smithy_types::Blob;
use std::collections::HashMap;

/// What has a length.
pub trait Length {
    /// Unicode characters, bytes or elements.
    fn length(&self) -> usize;
}

impl Length for String {
    fn length(&self) -> usize {
        self.chars().count()
    }
}

impl Length for Blob {
    fn length(&self) -> usize {
        self.as_ref().len()
    }
}

impl<T> Length for Vec<T> {
    fn length(&self) -> usize {
        self.len()
    }
}

impl<K, V> Length for HashMap<K, V> {
    fn length(&self) -> usize {
        self.len()
    }
}

impl Walk<'_> {
    /// A length from `min` to `max`, as `shape` asks for.
    pub fn length(&mut self, value: &impl Length, min: u64, max: u64, shape: &str) {
        if !(min..=max).contains(&(value.length() as u64)) {
            self.broken(Constraint::Length { min, max }, shape);
        }
    }
}
