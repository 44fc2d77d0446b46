//! Small questions about items and paths. What they mean together is `module`'s.

use super::module::Path;
use super::show;
use super::token::{self, Token};
use quote::ToTokens;
use syn::parse::Parser;
use syn::{Attribute, Item, Visibility};

pub fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

pub fn module_path(file: &str) -> Path {
    match file.trim_end_matches(".rs") {
        "lib" => Vec::new(),
        path => path.split('/').map(str::to_owned).collect(),
    }
}

/// A path that begins with `crate`, `self` or `super`, as one below the crate.
pub fn absolute(module: &[String], path: &[String]) -> Path {
    let mut base = module.to_vec();
    let mut rest = path;
    while let Some((first, others)) = rest.split_first() {
        match first.as_str() {
            "crate" => base.clear(),
            "self" => {}
            "super" => {
                base.pop();
            }
            _ => break,
        }
        rest = others;
    }
    base.extend_from_slice(rest);
    base
}

/// The name that an item declares.
pub fn name(item: &Item) -> Option<&proc_macro2::Ident> {
    match item {
        Item::Const(item) => Some(&item.ident),
        Item::Enum(item) => Some(&item.ident),
        Item::Fn(item) => Some(&item.sig.ident),
        Item::Static(item) => Some(&item.ident),
        Item::Struct(item) => Some(&item.ident),
        Item::Trait(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        _ => None,
    }
}

/// Whether other crates may see it, as far as its own words go.
pub fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Whether it is `#[doc(hidden)]`.
pub fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.to_token_stream().to_string().replace(' ', "") == "#[doc(hidden)]")
}

/// The `cfg` attributes.
pub fn conditions(attributes: &[Attribute]) -> Vec<String> {
    let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    let text = |attribute: &Attribute| attribute.to_token_stream().to_string();
    conditions.map(|attribute| show::spaced(&token::read(&text(attribute)).unwrap_or_default())).collect()
}

/// The same for `syn`.
pub fn attributes_of(tokens: &[Token<'_>]) -> Vec<Attribute> {
    if tokens.is_empty() {
        return Vec::new();
    }
    let parsed = Attribute::parse_outer.parse2(token::stream(tokens));
    parsed.unwrap_or_else(|error| panic!("bug of the generator: these are no attributes: {error}"))
}
