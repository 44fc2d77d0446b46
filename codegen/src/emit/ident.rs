//! Identifiers as tokens.

use crate::names::Ident;
use proc_macro2::TokenStream;
use quote::ToTokens;

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.token().to_tokens(tokens);
    }
}
