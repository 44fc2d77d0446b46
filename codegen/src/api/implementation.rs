//! Implementations, as their tokens have them.

use super::token::{self, Token, until};

/// An `impl` with its parts.
pub struct Implementation<'t, 'a> {
    pub attributes: &'t [Token<'a>],
    /// With the angle brackets.
    pub generics: &'t [Token<'a>],
    pub of_trait: Option<&'t [Token<'a>]>,
    pub for_type: &'t [Token<'a>],
    /// With the word `where`.
    pub conditions: &'t [Token<'a>],
    pub parts: &'t [Token<'a>],
}

/// Reads an item, if it is one.
pub fn read<'t, 'a>(item: &'t [Token<'a>]) -> Option<Implementation<'t, 'a>> {
    let [Token::Word("impl"), rest @ .., Token::Group(_, parts)] = token::head(item) else { return None };
    let attributes = &item[..token::attributes(item)];
    let (generics, rest) = match rest {
        [first, ..] if first.is('<') => rest.split_at(token::bracketed(rest)),
        _ => rest.split_at(0),
    };
    let (head, conditions) = rest.split_at(until(rest, |token| token.is_word("where")));
    // `for<'a>` is part of a type.
    let is_for = |at: &usize| head[*at].is_word("for") && !head.get(at + 1).is_some_and(|next| next.is('<'));
    let (of_trait, for_type) = match (0..head.len()).find(is_for) {
        Some(at) => (Some(&head[..at]), &head[at + 1..]),
        None => (None, head),
    };
    Some(Implementation { attributes, generics, of_trait, for_type, conditions, parts })
}
