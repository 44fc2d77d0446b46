//! Declarations, as their tokens have them: items with a name, but for modules, imports and macros.

use super::attribute;
use super::function;
use super::token::{self, Token, until};
use proc_macro2::{Delimiter, Spacing};

/// What is declared.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Const,
    Enum,
    Function,
    Static,
    Struct,
    Trait,
    Type,
}

/// An item with its parts.
pub struct Declaration<'a> {
    /// All of it.
    pub item: &'a [Token<'a>],
    pub attributes: &'a [Token<'a>],
    /// Whether other crates may see it, as far as it says so itself.
    pub is_public: bool,
    pub kind: Kind,
    pub name: &'a str,
    /// With the angle brackets.
    pub generics: &'a [Token<'a>],
    /// What follows.
    rest: &'a [Token<'a>],
}

/// A field of a structure or variant.
pub struct Field<'a> {
    pub attributes: &'a [Token<'a>],
    pub is_public: bool,
    /// Nothing if it only has a place.
    pub name: Option<&'a str>,
    pub of_type: &'a [Token<'a>],
}

/// A variant of an enum.
pub struct Variant<'a> {
    pub attributes: &'a [Token<'a>],
    pub name: &'a str,
    /// What stands in the brackets behind the name.
    pub fields: Option<(Delimiter, Vec<Field<'a>>)>,
}

/// Reads an item, if it is one.
pub fn read<'a>(item: &'a [Token<'a>]) -> Option<Declaration<'a>> {
    let (kind, name, rest) = match (function::split(token::head(item)), token::head(item)) {
        (Some((_, name, rest)), _) => (Kind::Function, name, rest),
        (None, [Token::Word(word), Token::Word(name), rest @ ..]) => (kind(word)?, *name, rest),
        (None, _) => return None,
    };
    let attributes = &item[..token::attributes(item)];
    let is_public = token::is_public(item) && !attribute::is_hidden(attributes);
    let (generics, rest) = rest.split_at(token::bracketed(rest));
    Some(Declaration { item, attributes, is_public, kind, name, generics, rest })
}

fn kind(word: &str) -> Option<Kind> {
    Some(match word {
        "const" => Kind::Const,
        "enum" => Kind::Enum,
        "static" => Kind::Static,
        "struct" => Kind::Struct,
        "trait" => Kind::Trait,
        "type" => Kind::Type,
        _ => return None,
    })
}

impl<'a> Declaration<'a> {
    /// The type of a constant, or what an alias stands for.
    pub fn target(&self) -> &'a [Token<'a>] {
        let behind = self.rest.get(1..).unwrap_or_default();
        &behind[..until(behind, |token| token.is('=') || token.is(';'))]
    }

    /// What stands behind the colon of a trait, or of a type in it.
    pub fn bounds(&self) -> &'a [Token<'a>] {
        match self.rest {
            [colon, behind @ ..] if colon.is(':') => {
                &behind[..until(behind, |token| token.is_word("where") || ends(token))]
            }
            _ => &[],
        }
    }

    /// With the word `where`.
    pub fn conditions(&self) -> &'a [Token<'a>] {
        let rest = &self.rest[until(self.rest, |token| token.is_word("where"))..];
        &rest[..until(rest, ends)]
    }

    /// The items of a trait.
    pub fn parts(&self) -> impl Iterator<Item = Declaration<'a>> {
        let inside = self.rest.iter().find(|token| token.is_braced()).map_or(&[][..], Token::inside);
        token::items(inside).filter_map(read)
    }

    /// The fields of a structure.
    pub fn fields(&self) -> Vec<Field<'a>> {
        let has_fields = |token: &&Token<'a>| matches!(token, Token::Group(Delimiter::Parenthesis, _));
        let inside = self.rest.first().filter(has_fields).or_else(|| self.rest.iter().find(|token| token.is_braced()));
        fields(inside.map_or(&[], Token::inside))
    }

    /// The variants of an enum.
    pub fn variants(&self) -> Vec<Variant<'a>> {
        let inside = self.rest.iter().find(|token| token.is_braced()).map_or(&[][..], Token::inside);
        token::parts(inside).into_iter().filter_map(variant).collect()
    }
}

fn ends(token: &Token<'_>) -> bool {
    token.is_braced() || token.is(';')
}

fn variant<'a>(tokens: &'a [Token<'a>]) -> Option<Variant<'a>> {
    let (attributes, rest) = tokens.split_at(token::attributes(tokens));
    let [Token::Word(name), behind @ ..] = rest else { return None };
    let fields = match behind {
        [Token::Group(delimiter, inside), ..] => Some((*delimiter, fields(inside))),
        _ => None,
    };
    Some(Variant { attributes, name, fields })
}

fn fields<'a>(inside: &'a [Token<'a>]) -> Vec<Field<'a>> {
    let field = |tokens: &'a [Token<'a>]| {
        let (attributes, is_public) = (&tokens[..token::attributes(tokens)], token::is_public(tokens));
        let (name, of_type) = match token::head(tokens) {
            [Token::Word(name), Token::Punct(':', Spacing::Alone), of_type @ ..] => (Some(*name), of_type),
            of_type => (None, of_type),
        };
        Field { attributes, is_public, name, of_type }
    };
    token::parts(inside).into_iter().map(field).collect()
}
