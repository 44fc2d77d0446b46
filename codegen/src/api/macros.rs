//! The `macro_rules!` of a crate, and what becomes of a call. Matching and filling in are left to the other two rooms.

use super::lean;
use super::matching::{self, Pattern};
use super::transcribe::{self, Part};
use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};
use std::collections::BTreeMap;

/// The macros of a crate by the path of the module that has them, and name.
#[derive(Default)]
pub struct Macros(BTreeMap<(Vec<String>, String), Vec<Rule>>);

struct Rule {
    pattern: Vec<Pattern>,
    body: Vec<Part>,
}

impl Macros {
    /// Adds a macro: `rules` is what stands in the braces of `macro_rules! name { ... }`.
    pub fn define(&mut self, module: &[String], name: &Ident, rules: TokenStream) {
        let trees: Vec<TokenTree> = rules.into_iter().collect();
        let groups: Vec<&Group> = trees.iter().filter_map(group).collect();
        let rules = groups.chunks_exact(2).map(|pair| Rule {
            pattern: matching::patterns(pair[0].stream()),
            body: transcribe::parts(&lean::tokens(pair[1].stream())),
        });
        self.0.insert((module.to_vec(), name.to_string()), rules.collect());
    }

    /// What a call becomes; nothing if the crate has no such macro, or the call fits none of its rules.
    pub fn expand(&self, module: &[String], name: &str, input: TokenStream) -> Option<TokenStream> {
        let rules = self.0.get(&(module.to_vec(), name.to_owned()))?;
        let input: Vec<TokenTree> = input.into_iter().collect();
        rules.iter().find_map(|rule| {
            let bound = matching::whole(&rule.pattern, &input)?;
            Some(transcribe::fill(&rule.body, &bound))
        })
    }
}

/// The items of a file, whose functions are empty.
pub fn file(text: &str) -> syn::Result<syn::File> {
    syn::parse2(lean::tokens(text.parse()?).into_iter().collect())
}

fn group(tree: &TokenTree) -> Option<&Group> {
    match tree {
        TokenTree::Group(group) => Some(group),
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
    }
}

/// A call `path::name!(...)` within other tokens.
pub struct Call {
    pub path: Vec<String>,
    pub input: TokenStream,
    /// How many token trees the call takes.
    pub length: usize,
}

/// The call that `tokens` begin with.
pub fn call(tokens: &[TokenTree]) -> Option<Call> {
    let (path, at) = path(tokens)?;
    let bang = matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == '!');
    let group = tokens.get(at + 1).and_then(group).filter(|group| group.delimiter() != Delimiter::None);
    let group = group.filter(|_| bang)?;
    Some(Call { path, input: group.stream(), length: at + 2 })
}

/// The path `a::b::c` that `tokens` begin with, and how many token trees it takes.
pub fn path(tokens: &[TokenTree]) -> Option<(Vec<String>, usize)> {
    let mut segments = Vec::new();
    let mut at = 0;
    while let Some(TokenTree::Ident(ident)) = tokens.get(at) {
        segments.push(ident.to_string());
        at += 1;
        // `impl ::std::fmt::Debug` is two things.
        let is_word = ["as", "const", "dyn", "fn", "for", "impl", "mut", "where"].contains(&segments[0].as_str());
        if is_word || !(is_double_colon(&tokens[at..]) && matches!(tokens.get(at + 2), Some(TokenTree::Ident(_)))) {
            break;
        }
        at += 2;
    }
    (!segments.is_empty()).then_some((segments, at))
}

/// Whether `tokens` begin with `::`.
pub fn is_double_colon(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Punct(first), TokenTree::Punct(second), ..] => {
            first.as_char() == ':' && first.spacing() == Spacing::Joint && second.as_char() == ':'
        }
        _ => false,
    }
}
