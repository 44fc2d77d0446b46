//! Tokens as slices of the text that they stand in: macros copy them again and again. Comments are none.

use bumpalo::Bump;
use proc_macro2::{Delimiter, Spacing};
use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// A token, or what stands in brackets.
#[derive(Clone, Copy)]
pub enum Token<'a> {
    /// An identifier or keyword.
    Word(&'a str),
    Punct(char, Spacing),
    Literal(&'a str),
    Group(Delimiter, &'a [Token<'a>]),
}

impl<'a> Token<'a> {
    /// What stands in brackets; nothing if it has none.
    pub fn inside(&self) -> &'a [Token<'a>] {
        match self {
            Token::Group(_, inside) => inside,
            Token::Word(_) | Token::Punct(..) | Token::Literal(_) => &[],
        }
    }

    /// Whether it is this character.
    pub fn is(&self, char: char) -> bool {
        matches!(self, Token::Punct(own, _) if *own == char)
    }

    /// Whether it is this identifier or keyword.
    pub fn is_word(&self, word: &str) -> bool {
        matches!(self, Token::Word(own) if *own == word)
    }

    /// Whether it is something in braces.
    pub fn is_braced(&self) -> bool {
        matches!(self, Token::Group(Delimiter::Brace, _))
    }
}

/// Whether `tokens` begin with `::`.
pub fn is_double_colon(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [Token::Punct(':', Spacing::Joint), Token::Punct(':', _), ..])
}

/// How many tokens the path `a::b::c` takes that `tokens` begin with.
pub fn path(tokens: &[Token<'_>]) -> usize {
    let mut length = match tokens {
        // `impl ::std::fmt::Debug` is two things.
        [Token::Word("as" | "const" | "dyn" | "fn" | "for" | "impl" | "mut" | "where"), ..] => return 1,
        [Token::Word(_), ..] => 1,
        _ => return 0,
    };
    while is_double_colon(&tokens[length..]) && matches!(tokens.get(length + 2), Some(Token::Word(_))) {
        length += 3;
    }
    length
}

/// The segments of a path.
pub fn segments<'a>(path: &[Token<'a>]) -> Vec<&'a str> {
    let word = |token: &Token<'a>| match token {
        Token::Word(word) => Some(*word),
        Token::Punct(..) | Token::Literal(_) | Token::Group(..) => None,
    };
    path.iter().filter_map(word).collect()
}

/// The parts between the commas that stand in no brackets.
pub fn parts<'t, 'a>(tokens: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    let (mut parts, mut rest) = (Vec::new(), tokens);
    while !rest.is_empty() {
        let length = until(rest, |token| token.is(','));
        parts.push(&rest[..length]);
        rest = rest.get(length + 1..).unwrap_or_default();
    }
    parts
}

/// How many tokens the angle brackets take that `tokens` begin with.
pub fn bracketed(tokens: &[Token<'_>]) -> usize {
    match tokens {
        [first, rest @ ..] if first.is('<') => {
            let mut depth = 1;
            1 + rest
                .iter()
                .enumerate()
                .take_while(|(at, _)| {
                    let is_open = depth > 0;
                    depth += nesting(rest, *at);
                    is_open
                })
                .count()
        }
        _ => 0,
    }
}

/// How much deeper in angle brackets it is behind a token; the `>` of an arrow is none.
fn nesting(tokens: &[Token<'_>], at: usize) -> i32 {
    let is_arrow = at > 0 && matches!(tokens[at - 1], Token::Punct('-', Spacing::Joint));
    i32::from(tokens[at].is('<')) - i32::from(tokens[at].is('>') && !is_arrow)
}

/// How many tokens there are in front of one that ends them, outside of all brackets.
pub fn until<'a>(tokens: &[Token<'a>], ends: impl Fn(&Token<'a>) -> bool) -> usize {
    let mut depth = 0;
    let end = tokens.iter().enumerate().position(|(at, token)| {
        let is_end = depth == 0 && ends(token);
        depth += nesting(tokens, at);
        is_end
    });
    end.unwrap_or(tokens.len())
}

/// How many tokens the attributes take that `tokens` begin with.
pub fn attributes(tokens: &[Token<'_>]) -> usize {
    let mut length = 0;
    while let [Token::Punct('#', _), Token::Group(Delimiter::Bracket, _), ..] = &tokens[length..] {
        length += 2;
    }
    length
}

/// The items that tokens consist of.
pub fn items<'t, 'a>(mut tokens: &'t [Token<'a>]) -> impl Iterator<Item = &'t [Token<'a>]> {
    std::iter::from_fn(move || {
        let (item, rest) = tokens.split_at(item(tokens));
        tokens = rest;
        (!item.is_empty()).then_some(item)
    })
}

/// How many tokens the first item takes.
fn item(tokens: &[Token<'_>]) -> usize {
    let to_semicolon = match head(tokens) {
        [Token::Word("use" | "static" | "type"), ..] => true,
        [Token::Word("const"), Token::Word(next), ..] => !["async", "extern", "fn", "unsafe"].contains(next),
        _ => false,
    };
    let end = tokens.iter().position(|token| token.is(';') || (token.is_braced() && !to_semicolon));
    end.map_or(tokens.len(), |end| end + 1)
}

/// An item without attributes and visibility.
pub fn head<'t, 'a>(item: &'t [Token<'a>]) -> &'t [Token<'a>] {
    match &item[attributes(item)..] {
        [Token::Word("pub"), limit, rest @ ..] if is_limit(limit) => rest,
        [Token::Word("pub"), rest @ ..] => rest,
        rest => rest,
    }
}

/// Whether other crates may see an item or a field, as far as its own words go.
pub fn is_public(item: &[Token<'_>]) -> bool {
    matches!(&item[attributes(item)..], [Token::Word("pub"), next, ..] if !is_limit(next))
}

/// Whether it is the `(crate)` of `pub(crate)`, or the like.
fn is_limit(token: &Token<'_>) -> bool {
    matches!(token, Token::Group(Delimiter::Parenthesis, [Token::Word("crate" | "self" | "super" | "in"), ..]))
}

/// The tokens of a text; nothing if its brackets do not match. What stands in brackets is kept in the arena.
pub fn read<'a>(text: &'a str, arena: &'a Bump) -> Option<Vec<Token<'a>>> {
    // The tokens of all brackets that are open, and where each begins.
    let (mut rest, mut tokens, mut around) = (text, Vec::new(), Vec::new());
    for token in tokenize(text, FrontmatterAllowed::No) {
        let (own, behind) = rest.split_at(token.len as usize);
        rest = behind;
        match token.kind {
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => {}
            TokenKind::Ident | TokenKind::RawIdent => tokens.push(Token::Word(own)),
            TokenKind::Literal { .. } => tokens.push(Token::Literal(own)),
            TokenKind::Lifetime { .. } => tokens.extend([Token::Punct('\'', Spacing::Joint), Token::Word(&own[1..])]),
            TokenKind::OpenParen | TokenKind::OpenBracket | TokenKind::OpenBrace => {
                around.push(tokens.len());
            }
            TokenKind::CloseParen | TokenKind::CloseBracket | TokenKind::CloseBrace => {
                close(delimiter(&token.kind), around.pop()?, &mut tokens, arena);
            }
            _ => tokens.push(Token::Punct(own.chars().next()?, spacing(behind))),
        }
    }
    around.is_empty().then_some(tokens)
}

/// Puts the tokens from `start` on in brackets.
pub fn close<'a>(delimiter: Delimiter, start: usize, tokens: &mut Vec<Token<'a>>, arena: &'a Bump) {
    let inside = arena.alloc_slice_copy(&tokens[start..]);
    tokens.truncate(start);
    tokens.push(Token::Group(delimiter, inside));
}

fn delimiter(close: &TokenKind) -> Delimiter {
    match close {
        TokenKind::CloseParen => Delimiter::Parenthesis,
        TokenKind::CloseBracket => Delimiter::Bracket,
        _ => Delimiter::Brace,
    }
}

/// The spacing of a punctuation character in front of the rest.
fn spacing(rest: &str) -> Spacing {
    let is_comment = rest.starts_with("//") || rest.starts_with("/*");
    match rest.starts_with(|char| "~!@#$%^&*-=+|;:,<.>/?'".contains(char)) && !is_comment {
        true => Spacing::Joint,
        false => Spacing::Alone,
    }
}
