//! Identifiers as text, so that threads can share them.

use proc_macro2::Span;
use std::fmt;

/// An identifier of Rust; `r#` is a part of it where it needs that.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(String);

impl Ident {
    /// Takes what the other rooms of [`names`](super) spell.
    pub(super) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The same for `proc_macro2`.
    pub fn token(&self) -> proc_macro2::Ident {
        match self.0.strip_prefix("r#") {
            Some(raw) => proc_macro2::Ident::new_raw(raw, Span::call_site()),
            None => proc_macro2::Ident::new(&self.0, Span::call_site()),
        }
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<T: AsRef<str> + ?Sized> PartialEq<T> for Ident {
    fn eq(&self, other: &T) -> bool {
        self.0 == other.as_ref()
    }
}
