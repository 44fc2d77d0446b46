//! Types and signatures as text in one line, every path as other crates would write it.

use super::module::{Crate, Found};
use super::prelude::short;
use super::public::Public;
use super::question;
use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use std::cell::RefCell;
use std::collections::BTreeMap;
use syn::{GenericParam, Item, ItemType};

/// Spells tokens that stand in one module.
#[derive(Clone, Copy)]
pub struct Show<'c> {
    pub krate: &'c Crate,
    pub public: &'c Public,
    pub module: &'c [String],
    pub known: &'c Known,
}

/// What paths in one module are for other crates: most of them come again and again.
pub type Known = RefCell<BTreeMap<Vec<String>, Name>>;

/// What a path is for other crates.
#[derive(Clone)]
pub enum Name {
    /// An alias that only this crate can name.
    Alias,
    /// Another path.
    Path(TokenStream),
    /// What it is here.
    Same,
}

impl Show<'_> {
    /// The text of a type, bound or signature.
    pub fn text(&self, tokens: TokenStream) -> String {
        spaced(self.renamed(tokens))
    }

    /// Whether only this crate can name something in the tokens.
    pub fn is_private(&self, tokens: TokenStream) -> bool {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        (0..trees.len()).any(|at| match &trees[at] {
            TokenTree::Group(group) => self.is_private(group.stream()),
            TokenTree::Ident(_) if at == 0 || !ends_path(&trees[..at]) => {
                let path = path_of(&trees[at..]).map(|(path, _)| path).unwrap_or_default();
                match self.krate.resolve(self.module, &path) {
                    Some(Found::Item(home, name, _)) => self.public.path(&home, &name).is_none(),
                    Some(Found::Module(_) | Found::Foreign(..)) | None => false,
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }

    fn renamed(&self, tokens: TokenStream) -> TokenStream {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let (mut output, mut at) = (TokenStream::new(), 0);
        while at < trees.len() {
            if let Some((path, length)) = foreign(&trees, at) {
                output.extend(joined(&short(path)));
                at += length;
                continue;
            }
            let lifetime = at > 0 && matches!(&trees[at - 1], TokenTree::Punct(punct) if punct.as_char() == '\'');
            match (&trees[at], path_of(&trees[at..])) {
                (TokenTree::Ident(_), Some((path, length))) if !lifetime && !ends_path(&trees[..at]) => {
                    let arguments = &trees[at + length..];
                    at += length;
                    match self.name(&path) {
                        Name::Alias => {
                            let (tokens, more) = self.replaced(&path, arguments).unwrap_or_default();
                            output.extend(tokens);
                            at += more;
                        }
                        Name::Path(path) => output.extend(path),
                        Name::Same => output.extend(trees[at - length..at].iter().cloned()),
                    }
                    continue;
                }
                (TokenTree::Group(group), _) => {
                    let group = Group::new(group.delimiter(), self.renamed(group.stream()));
                    output.extend([TokenTree::from(group)]);
                }
                (tree, _) => output.extend([tree.clone()]),
            }
            at += 1;
        }
        output
    }

    fn name(&self, path: &[String]) -> Name {
        if let Some(known) = self.known.borrow().get(path) {
            return known.clone();
        }
        let name = match self.alias(path) {
            Some(_) => Name::Alias,
            None => self.path(path).map_or(Name::Same, |path| Name::Path(joined(&path))),
        };
        self.known.borrow_mut().insert(path.to_vec(), name.clone());
        name
    }

    /// The alias that a path leads to, if only this crate can name it, and its module.
    fn alias(&self, path: &[String]) -> Option<(Vec<String>, &ItemType)> {
        let Found::Item(home, name, _) = self.krate.resolve(self.module, path)? else { return None };
        let is_ours = |item: &&Item| question::name(item).is_some_and(|own| *own == *name);
        let Item::Type(alias) = self.krate.modules[&home].items.iter().find(is_ours)? else { return None };
        self.public.path(&home, &name).is_none().then_some((home, alias))
    }

    /// What an alias stands for, and how many token trees its arguments take.
    fn replaced(&self, path: &[String], rest: &[TokenTree]) -> Option<(TokenStream, usize)> {
        let (home, alias) = self.alias(path)?;
        let (arguments, length) = arguments(rest);
        let parameters = alias.generics.params.iter().filter_map(|parameter| match parameter {
            GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
            GenericParam::Lifetime(_) | GenericParam::Const(_) => None,
        });
        let arguments = arguments.into_iter().map(|argument| self.renamed(argument));
        let given: BTreeMap<String, TokenStream> = parameters.zip(arguments).collect();
        let inside = Show { module: &home, known: &Known::default(), ..*self };
        let target = inside.renamed(alias.ty.to_token_stream());
        Some((replaced(target, &given), length))
    }

    fn path(&self, path: &[String]) -> Option<Vec<String>> {
        match self.krate.resolve(self.module, path)? {
            Found::Item(home, name, rest) => {
                let mut full = match self.public.path(&home, &name) {
                    Some(path) => path.clone(),
                    None => [&["crate".to_owned()], &home[..], &[name]].concat(),
                };
                full.extend(rest);
                Some(full)
            }
            Found::Module(path) => Some(path),
            Found::Foreign(path, _) => Some(short(path)),
        }
    }
}

/// The path `::krate::name` that stands at a place, and how many token trees it takes.
fn foreign(trees: &[TokenTree], at: usize) -> Option<(Vec<String>, usize)> {
    let continues = match at.checked_sub(1).map(|before| &trees[before]) {
        Some(TokenTree::Ident(word)) => !["as", "dyn", "for", "impl", "mut"].contains(&word.to_string().as_str()),
        Some(TokenTree::Punct(punct)) => punct.as_char() == '>' && !ends_arrow(&trees[..at]),
        Some(TokenTree::Group(_) | TokenTree::Literal(_)) | None => false,
    };
    if continues || !is_double_colon(&trees[at..]) {
        return None;
    }
    path_of(&trees[at + 2..]).map(|(path, length)| (path, length + 2))
}

fn ends_arrow(trees: &[TokenTree]) -> bool {
    let is = |tree: &TokenTree, char: char| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == char);
    matches!(trees, [.., dash, end] if is(dash, '-') && is(end, '>'))
}

/// The arguments `<A, B>` that the tokens begin with, and how many token trees they take.
fn arguments(trees: &[TokenTree]) -> (Vec<TokenStream>, usize) {
    let (mut list, mut depth) = (vec![TokenStream::new()], 0);
    for (at, tree) in trees.iter().enumerate() {
        let char = match tree {
            TokenTree::Punct(punct) => punct.as_char(),
            TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => ' ',
        };
        match (char, depth) {
            ('<', 0) if at == 0 => depth = 1,
            (_, 0) => break,
            ('>', 1) => return (list, at + 1),
            (',', 1) => list.push(TokenStream::new()),
            _ => {
                depth += i32::from(char == '<') - i32::from(char == '>');
                list.last_mut().into_iter().for_each(|last| last.extend([tree.clone()]));
            }
        }
    }
    (Vec::new(), 0)
}

fn replaced(tokens: TokenStream, given: &BTreeMap<String, TokenStream>) -> TokenStream {
    let replace = |tree: TokenTree| match tree {
        TokenTree::Ident(name) => given.get(&name.to_string()).cloned().unwrap_or_else(|| name.to_token_stream()),
        TokenTree::Group(group) => Group::new(group.delimiter(), replaced(group.stream(), given)).to_token_stream(),
        tree => tree.to_token_stream(),
    };
    tokens.into_iter().map(replace).collect()
}

/// Whether the tokens end with `::`, so that what follows belongs to another path.
fn ends_path(trees: &[TokenTree]) -> bool {
    trees.len() >= 2 && is_double_colon(&trees[trees.len() - 2..])
}

/// The path `a::b::c` that `tokens` begin with, and how many token trees it takes.
fn path_of(tokens: &[TokenTree]) -> Option<(Vec<String>, usize)> {
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
fn is_double_colon(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Punct(first), TokenTree::Punct(second), ..] => {
            first.as_char() == ':' && first.spacing() == Spacing::Joint && second.as_char() == ':'
        }
        _ => false,
    }
}

fn joined(path: &[String]) -> TokenStream {
    let mut output = TokenStream::new();
    for (at, segment) in path.iter().enumerate() {
        if at > 0 {
            output.extend(quote::quote!(::));
        }
        let ident = match segment.strip_prefix("r#") {
            Some(raw) => Ident::new_raw(raw, Span::call_site()),
            None => Ident::new(segment, Span::call_site()),
        };
        output.extend([TokenTree::from(ident)]);
    }
    output
}

/// The tokens with blanks where rustfmt has them.
pub fn spaced(tokens: TokenStream) -> String {
    let mut text = String::new();
    append(tokens, &mut text);
    text
}

fn append(tokens: TokenStream, text: &mut String) {
    let mut joint = false;
    for tree in tokens {
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                if open == "{" || (open == "[" && ends_with_word(text)) || needs_blank(text) {
                    blank(text);
                }
                text.push_str(open);
                append(group.stream(), text);
                text.push_str(close);
                joint = false;
            }
            TokenTree::Punct(punct) => {
                let char = punct.as_char();
                if char == '>' && text.ends_with(',') {
                    text.pop();
                }
                if char == ':' && !joint && text.ends_with("->") {
                    blank(text);
                }
                if !joint && ("=+|".contains(char) || (char == '-' && punct.spacing() == Spacing::Joint)) {
                    blank(text);
                }
                if "'&?<[".contains(char) && needs_blank(text) && !joint {
                    blank(text);
                }
                text.push(char);
                joint = punct.spacing() == Spacing::Joint && char != '\'';
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                if needs_blank(text) || ends_with_word(text) || text.ends_with('>') {
                    blank(text);
                }
                text.push_str(&tree.to_string());
                joint = false;
            }
        }
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

/// Whether the text ends with a token that has a blank behind it.
fn needs_blank(text: &str) -> bool {
    let single_colon = text.ends_with(':') && !text.ends_with("::");
    let arrow = text.ends_with("->");
    let word = ["mut", "dyn", "impl", "const", "for", "where", "as", "fn", "unsafe"].iter().any(|word| {
        let before = text.strip_suffix(word);
        before.is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '#'))
    });
    single_colon || arrow || word || text.ends_with([',', ';', '=', '+', '|'])
}

fn ends_with_word(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '"')
}

fn blank(text: &mut String) {
    if !text.is_empty() && !text.ends_with([' ', '(', '[', '<', '&']) {
        text.push(' ');
    }
}
