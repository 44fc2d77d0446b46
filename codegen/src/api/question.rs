//! Small questions about items and paths. What they mean together is `module`'s.

use super::module::Path;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, ImplItem, Item, Visibility};

/// Whether there may be a call of a macro.
pub fn has_call(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Group(group) => has_call(&group.stream()),
        TokenTree::Punct(punct) => punct.as_char() == '!',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    })
}

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

fn attributes_mut(item: &mut Item) -> Option<&mut Vec<Attribute>> {
    Some(match item {
        Item::Const(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Macro(item) => &mut item.attrs,
        Item::Mod(item) => &mut item.attrs,
        Item::Static(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Trait(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        Item::Use(item) => &mut item.attrs,
        _ => return None,
    })
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
    conditions.map(|attribute| super::show::spaced(attribute.to_token_stream())).collect()
}

/// An item that came of the call of a macro: what is said of the call holds for it, too.
pub fn conditional(call: &[Attribute], mut item: Item) -> Item {
    if let Some(own) = attributes_mut(&mut item) {
        own.splice(0..0, call.iter().filter(|attribute| attribute.path().is_ident("cfg")).cloned());
    }
    item
}

/// The same for what stands in an `impl`.
pub fn conditional_part(call: &[Attribute], mut part: ImplItem) -> ImplItem {
    let own = match &mut part {
        ImplItem::Const(part) => &mut part.attrs,
        ImplItem::Fn(part) => &mut part.attrs,
        ImplItem::Macro(part) => &mut part.attrs,
        ImplItem::Type(part) => &mut part.attrs,
        _ => return part,
    };
    own.splice(0..0, call.iter().filter(|attribute| attribute.path().is_ident("cfg")).cloned());
    part
}

/// What stands in an `impl`.
pub struct Parts(pub Vec<ImplItem>);

impl syn::parse::Parse for Parts {
    fn parse(input: syn::parse::ParseStream<'_>) -> syn::Result<Self> {
        let mut parts = Vec::new();
        while !input.is_empty() {
            parts.push(input.parse()?);
        }
        Ok(Self(parts))
    }
}

pub fn parse<T: syn::parse::Parse>(tokens: TokenStream) -> T {
    syn::parse2(tokens.clone())
        .unwrap_or_else(|error| panic!("bug of the generator: a macro expands to what is no Rust: {error}\n{tokens}"))
}
