//! Functions, as their tokens have them.

use super::token::{self, Token, until};
use proc_macro2::Delimiter;

/// A function without its body.
pub struct Function<'t, 'a> {
    /// `const`, `async` and the like.
    pub words: Vec<&'a str>,
    /// With the angle brackets.
    pub generics: &'t [Token<'a>],
    pub arguments: Vec<Argument<'t, 'a>>,
    /// With the arrow.
    pub output: &'t [Token<'a>],
    /// With the word `where`.
    pub conditions: &'t [Token<'a>],
}

/// An argument of a function.
pub enum Argument<'t, 'a> {
    Receiver(&'t [Token<'a>]),
    /// The name is `_` if the argument is taken apart.
    Typed(&'a str, &'t [Token<'a>]),
}

/// How many tokens there are in front of `fn`, if it is a function.
fn words(head: &[Token<'_>]) -> usize {
    let is_before =
        |token: &&Token<'_>| matches!(token, Token::Word("async" | "const" | "extern" | "unsafe") | Token::Literal(_));
    head.iter().take_while(is_before).count()
}

/// The words in front of `fn`, the name behind it and the rest, if the head of an item has them.
pub fn split<'t, 'a>(head: &'t [Token<'a>]) -> Option<(&'t [Token<'a>], &'a str, &'t [Token<'a>])> {
    let (words, rest) = head.split_at(words(head));
    match rest {
        [Token::Word("fn"), Token::Word(name), rest @ ..] => Some((words, name, rest)),
        _ => None,
    }
}

/// Reads an item, if it is one.
pub fn read<'t, 'a>(item: &'t [Token<'a>]) -> Option<Function<'t, 'a>> {
    let (words, _, rest) = split(token::head(item))?;
    let (generics, rest) = rest.split_at(until(rest, |token| matches!(token, Token::Group(..))));
    let [Token::Group(Delimiter::Parenthesis, arguments), rest @ ..] = rest else { return None };
    let is_end = |token: &Token<'_>| token.is_braced() || token.is(';');
    let rest = &rest[..until(rest, is_end)];
    let (output, conditions) = rest.split_at(until(rest, |token| token.is_word("where")));
    let arguments = token::parts(arguments).into_iter().map(argument).collect();
    let words = token::segments(words);
    Some(Function { words, generics, arguments, output, conditions })
}

fn argument<'t, 'a>(tokens: &'t [Token<'a>]) -> Argument<'t, 'a> {
    let tokens = &tokens[token::attributes(tokens)..];
    match &tokens[..until(tokens, |token| token.is(':'))] {
        [.., Token::Word("self")] => Argument::Receiver(tokens),
        [Token::Word(name)] => Argument::Typed(name, &tokens[2..]),
        [Token::Word("mut" | "ref"), Token::Word(name)] => Argument::Typed(name, &tokens[3..]),
        pattern => Argument::Typed("_", tokens.get(pattern.len() + 1..).unwrap_or_default()),
    }
}
