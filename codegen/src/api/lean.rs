//! Leaves out what no line shows: reading it and filling it in takes long.

use super::token::{Token, close, until};
use bumpalo::Bump;
use proc_macro2::{Delimiter, Spacing};

/// The tokens without permissions, without the functions that implement traits, and with empty ones elsewhere.
pub fn tokens<'a>(tokens: &[Token<'a>], arena: &'a Bump) -> Vec<Token<'a>> {
    let mut output = Vec::with_capacity(tokens.len());
    items(tokens, false, arena, &mut output);
    output
}

/// What the braces belong to that come next.
#[derive(Clone, Copy, PartialEq)]
enum Head {
    Other,
    Function,
    Impl,
    ImplFor,
}

/// Of a trait's implementation, items without functions.
fn items<'a>(tokens: &[Token<'a>], of_trait: bool, arena: &'a Bump, output: &mut Vec<Token<'a>>) {
    let (mut head, mut start, mut at) = (Head::Other, output.len(), 0);
    while let Some(token) = tokens.get(at) {
        let silent = silent(&tokens[at..]);
        if silent > 0 {
            at += silent;
            continue;
        }
        at += 1;
        let ends = token.is_braced() || token.is(';');
        head = next(head, token, tokens.get(at));
        match token {
            Token::Group(delimiter, _) if ends && head == Head::Function => output.push(Token::Group(*delimiter, &[])),
            Token::Group(delimiter, inside) => {
                let open = output.len();
                items(inside, ends && head == Head::ImplFor, arena, output);
                close(*delimiter, open, output, arena);
            }
            token => output.push(*token),
        }
        if ends {
            if of_trait && head == Head::Function {
                output.truncate(start);
            }
            (head, start) = (Head::Other, output.len());
        }
    }
}

/// What the head is with one more token.
fn next(head: Head, token: &Token<'_>, following: Option<&Token<'_>>) -> Head {
    let Token::Word(word) = token else { return head };
    match head {
        // The type of a function has no name.
        Head::Other if *word == "fn" && !matches!(following, Some(Token::Group(..))) => Head::Function,
        Head::Other if *word == "impl" => Head::Impl,
        // `for<'a>` is part of a bound.
        Head::Impl if *word == "for" && !following.is_some_and(|next| next.is('<')) => Head::ImplFor,
        head => head,
    }
}

/// How many tokens of what they begin with no line shows: `#![...]`, `#[doc = ...]`, `#[allow(...)]`, and fields that
/// only the crate sees.
fn silent(tokens: &[Token<'_>]) -> usize {
    match tokens {
        [Token::Punct('#', _), Token::Punct('!', _), Token::Group(Delimiter::Bracket, _), ..] => 3,
        [Token::Punct('#', _), Token::Group(Delimiter::Bracket, inside), ..] => match &inside[..] {
            [Token::Word("allow"), ..] => 2,
            [Token::Word("doc"), next, ..] if next.is('=') => 2,
            _ => 0,
        },
        [Token::Word("pub"), Token::Group(..), Token::Word(_), Token::Punct(':', Spacing::Alone), ..]
        | [
            Token::Word("pub"),
            Token::Group(..),
            Token::Punct('$', _),
            Token::Word(_),
            Token::Punct(':', Spacing::Alone),
            ..,
        ] => tokens.len().min(until(tokens, |token| token.is(',')) + 1),
        _ => 0,
    }
}
