//! The `macro_rules!` of a crate, and what becomes of a call. Matching and filling in are left to the other two rooms.

use super::lean;
use super::matching::{self, Pattern};
use super::token::Token;
use super::transcribe::{self, Part};
use bumpalo::Bump;
use std::collections::BTreeMap;

/// The macros of a crate by path, without `crate::`.
#[derive(Default)]
pub struct Macros<'a>(BTreeMap<String, Vec<Rule<'a>>>);

struct Rule<'a> {
    pattern: Vec<Pattern<'a>>,
    body: Vec<Part<'a>>,
}

impl<'a> Macros<'a> {
    /// Adds the macros that a file defines.
    pub fn define(&mut self, module: &[String], file: &[Token<'a>], arena: &'a Bump) {
        for at in 0..file.len() {
            if let [Token::Word("macro_rules"), bang, Token::Word(name), Token::Group(_, rules), ..] = &file[at..]
                && bang.is('!')
            {
                let path = [module, &[(*name).to_owned()]].concat().join("::");
                self.0.insert(path, read(rules, arena));
            }
        }
    }

    /// What a call becomes; nothing if the crate has no such macro, or the call fits none of its rules.
    pub fn expand(&self, path: &str, input: &[Token<'a>], arena: &'a Bump) -> Option<Vec<Token<'a>>> {
        self.0.get(path)?.iter().find_map(|rule| {
            let bound = matching::whole(&rule.pattern, input)?;
            Some(transcribe::fill(&rule.body, &bound, arena))
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
