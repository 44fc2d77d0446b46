//! Documentation attributes.

use proc_macro2::TokenStream;
use quote::quote;

/// One `#[doc]` a line, which render as `///`.
pub fn attributes<S: AsRef<str>>(lines: &[S]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_ref() {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}
