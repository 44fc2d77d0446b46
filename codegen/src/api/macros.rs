//! The `macro_rules!` of a crate, and what becomes of a call. Matching and filling in are left to the other two rooms.

use super::lean;
use super::matching::{self, Pattern};
use super::token::{self, Token};
use super::transcribe::{self, Part};
use bumpalo::Bump;
use proc_macro2::Delimiter;
use std::collections::BTreeMap;

/// The macros of a crate by path, without `crate::`.
pub struct Macros<'a> {
    rules: BTreeMap<String, Vec<Rule<'a>>>,
    arena: &'a Bump,
}

struct Rule<'a> {
    pattern: Vec<Pattern<'a>>,
    body: Vec<Part<'a>>,
}

impl<'a> Macros<'a> {
    /// None; what calls become will be kept in the arena.
    pub fn new(arena: &'a Bump) -> Self {
        Self { rules: BTreeMap::new(), arena }
    }

    /// Adds the macros that a file defines.
    pub fn define(&mut self, module: &[String], file: &[Token<'a>]) {
        for at in 0..file.len() {
            if let [Token::Word("macro_rules"), bang, Token::Word(name), Token::Group(_, rules), ..] = &file[at..]
                && bang.is('!')
            {
                let path = [module, &[(*name).to_owned()]].concat().join("::");
                self.rules.insert(path, read(rules, self.arena));
            }
        }
    }

    /// Puts tokens where those of all calls are.
    pub fn keep(&self, tokens: &[Token<'a>]) -> &'a [Token<'a>] {
        self.arena.alloc_slice_copy(tokens)
    }

    /// Puts the tokens from `start` on in brackets.
    pub fn close(&self, delimiter: Delimiter, start: usize, tokens: &mut Vec<Token<'a>>) {
        token::close(delimiter, start, tokens, self.arena);
    }

    /// What a call becomes; nothing if the crate has no such macro, or the call fits none of its rules.
    pub fn expand(&self, path: &str, input: &[Token<'a>]) -> Option<Vec<Token<'a>>> {
        self.rules.get(path)?.iter().find_map(|rule| {
            let bound = matching::whole(&rule.pattern, input)?;
            Some(transcribe::fill(&rule.body, &bound, self.arena))
        })
    }
}

/// Reads what stands in the braces of `macro_rules! name { ... }`.
fn read<'a>(rules: &[Token<'a>], arena: &'a Bump) -> Vec<Rule<'a>> {
    let groups = rules.iter().filter_map(|token| match token {
        Token::Group(_, inside) => Some(*inside),
        Token::Word(_) | Token::Punct(..) | Token::Literal(_) => None,
    });
    let groups: Vec<_> = groups.collect();
    let rule = |pair: &[&[Token<'a>]]| Rule {
        pattern: matching::patterns(pair[0]),
        body: transcribe::parts(&lean::tokens(pair[1], arena)),
    };
    groups.chunks_exact(2).map(rule).collect()
}
