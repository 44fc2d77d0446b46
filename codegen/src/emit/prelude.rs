//! How a file names what the standard library's prelude brings, when a shape of the same name stands in the file.

use crate::names::Ident;
use proc_macro2::TokenStream;
use quote::quote;

/// Paths of prelude items as they are valid in one file.
pub struct Prelude {
    /// Whether the file declares a type that hides a prelude type.
    shadowed: bool,
    pub option: TokenStream,
    pub result: TokenStream,
    pub some: TokenStream,
    pub ok: TokenStream,
}

impl Prelude {
    /// The paths for a file that declares these types.
    pub fn of<'a>(declared: impl IntoIterator<Item = &'a Ident>) -> Self {
        let shadowed = declared.into_iter().any(|name| crate::names::shadows_prelude(&name.to_string()));
        if shadowed {
            Prelude {
                shadowed,
                option: quote!(::std::option::Option),
                result: quote!(::std::result::Result),
                some: quote!(::std::option::Option::Some),
                ok: quote!(::std::result::Result::Ok),
            }
        } else {
            Prelude { shadowed, option: quote!(Option), result: quote!(Result), some: quote!(Some), ok: quote!(Ok) }
        }
    }

    /// `Option`, `String` or `Vec`, with the module that it comes from.
    pub fn path(&self, module: &str, name: &str) -> String {
        if self.shadowed { format!("::std::{module}::{name}") } else { name.to_owned() }
    }
}
