//! Replaces the calls of a crate's own macros by what they become, wherever they stand.

use super::import::Import;
use super::macros::Macros;
use super::module::absolute;
use super::token::{self, Token, path};
use bumpalo::Bump;
use proc_macro2::Delimiter;
use std::collections::BTreeMap;

/// Expands calls in one module.
pub struct Expand<'c, 'a> {
    pub macros: &'c Macros<'a>,
    /// Where what calls become is kept.
    pub arena: &'a Bump,
    pub module: &'c [String],
    pub imports: &'c BTreeMap<String, Import>,
}

impl<'a> Expand<'_, 'a> {
    /// Items without calls.
    pub fn items(&self, tokens: &[Token<'a>]) -> Vec<Token<'a>> {
        let mut output = Vec::with_capacity(4 * tokens.len());
        self.tokens(tokens, true, &mut output);
        output
    }

    fn tokens(&self, tokens: &[Token<'a>], are_items: bool, output: &mut Vec<Token<'a>>) {
        let (mut at, mut start) = (0, output.len());
        while let Some(token) = tokens.get(at) {
            if let Some((expansion, length)) = self.call(&tokens[at..]) {
                at += length;
                let is_item = are_items && token::attributes(&output[start..]) == output.len() - start;
                if is_item {
                    at += usize::from(tokens.get(at).is_some_and(|next| next.is(';')));
                    let attributes: Vec<Token<'a>> = output.drain(start..).collect();
                    let items = if has_call(&expansion) { self.items(&expansion) } else { expansion };
                    put(items, &attributes, output);
                    start = output.len();
                } else {
                    self.tokens(&expansion, false, output);
                }
                continue;
            }
            let length = path(&tokens[at..]).max(1);
            match token {
                Token::Group(delimiter, inside) if has_call(inside) => {
                    let open = output.len();
                    self.tokens(inside, *delimiter == Delimiter::Brace, output);
                    token::close(*delimiter, open, output, self.arena);
                }
                _ => output.extend_from_slice(&tokens[at..at + length]),
            }
            at += length;
            if token.is_braced() || token.is(';') {
                start = output.len();
            }
        }
    }

    /// What the call becomes that `tokens` begin with, and how many tokens it takes.
    fn call(&self, tokens: &[Token<'a>]) -> Option<(Vec<Token<'a>>, usize)> {
        let length = path(tokens);
        let (path, rest) = tokens.split_at(length);
        match rest {
            [bang, Token::Group(_, input), ..] if length > 0 && bang.is('!') => {
                Some((self.macros.expand(&self.full(path), input, self.arena)?, length + 2))
            }
            _ => None,
        }
    }

    /// The path of a macro below the crate.
    fn full(&self, path: &[Token<'a>]) -> String {
        let words = token::segments(path);
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        match &words[..] {
            ["crate", rest @ ..] => rest.join("::"),
            [name] => match self.imports.get(*name).filter(|import| import.path.len() > 1) {
                Some(import) => absolute(self.module, &import.path).join("::"),
                None => [self.module, &owned(&words)].concat().join("::"),
            },
            words => absolute(self.module, &owned(words)).join("::"),
        }
    }
}

/// Whether there may be calls.
fn has_call(tokens: &[Token<'_>]) -> bool {
    tokens.iter().any(|token| match token {
        Token::Group(_, inside) => has_call(inside),
        token => token.is('!'),
    })
}

/// Adds items; the `cfg` attributes of a call hold for all that it becomes.
fn put<'a>(mut items: Vec<Token<'a>>, attributes: &[Token<'a>], output: &mut Vec<Token<'a>>) {
    let is_condition = |pair: &&[Token<'a>]| matches!(pair, [_, Token::Group(_, inside)] if inside[..].first().is_some_and(|word| word.is_word("cfg")));
    let conditions: Vec<Token<'a>> = attributes.chunks_exact(2).filter(is_condition).flatten().copied().collect();
    if conditions.is_empty() {
        output.append(&mut items);
    }
    for item in token::items(&items) {
        output.extend_from_slice(&conditions);
        output.extend_from_slice(item);
    }
}
