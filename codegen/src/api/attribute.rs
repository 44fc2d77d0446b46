//! What attributes say: the items of a crate are listed as they are with all of its features.

use super::show;
use super::token::{self, Token};

/// What lines say of the attributes of an item.
#[derive(Clone, Default)]
pub struct Marks {
    /// `cfg` attributes.
    pub conditions: Vec<String>,
    /// Other ones that consumers notice.
    pub words: Vec<&'static str>,
}

impl Marks {
    /// Those of an item's attributes.
    pub fn of(attributes: &[Token<'_>]) -> Self {
        let has = |word: &&str| each(attributes).any(|own| own.first().is_some_and(|first| first.is_word(word)));
        let words = ["deprecated", "non_exhaustive"].into_iter().filter(has).collect();
        Self { conditions: conditions(attributes), words }
    }

    /// The same of something in an item that is there only under conditions.
    pub fn under(self, around: &[String]) -> Self {
        Self { conditions: [around, &self.conditions].concat(), ..self }
    }
}

/// What stands between the brackets of each attribute.
pub fn each<'a>(attributes: &[Token<'a>]) -> impl Iterator<Item = &'a [Token<'a>]> {
    attributes.iter().filter_map(|token| match token {
        Token::Group(_, inside) => Some(*inside),
        Token::Word(_) | Token::Punct(..) | Token::Literal(_) => None,
    })
}

/// Whether an item with these attributes is there.
pub fn holds(attributes: &[Token<'_>]) -> bool {
    each(attributes).all(|own| match own {
        [Token::Word("cfg"), Token::Group(_, condition)] => is_met(condition),
        _ => true,
    })
}

/// Every feature is on, and nothing is tested. Anything else that a target may have, it has.
fn is_met(condition: &[Token<'_>]) -> bool {
    let [Token::Word(word), Token::Group(_, list)] = condition else {
        return !matches!(condition, [Token::Word("test")]);
    };
    let mut parts = token::parts(list).into_iter();
    match *word {
        "not" => !parts.all(is_met),
        "any" => parts.any(is_met),
        _ => parts.all(is_met),
    }
}

/// Whether one of them is `#[doc(hidden)]`.
pub fn is_hidden(attributes: &[Token<'_>]) -> bool {
    each(attributes).any(|own| matches!(own, [Token::Word("doc"), Token::Group(_, [Token::Word("hidden")])]))
}

/// The `cfg` attributes.
pub fn conditions(attributes: &[Token<'_>]) -> Vec<String> {
    let is_condition = |pair: &&[Token<'_>]| matches!(pair, [_, Token::Group(_, [Token::Word("cfg"), ..])]);
    attributes.chunks_exact(2).filter(is_condition).map(show::spaced).collect()
}
