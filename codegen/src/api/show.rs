//! Types and signatures as text in one line, every path as other crates would write it.

use super::declaration::{Declaration, Kind};
use super::line::Line;
use super::module::{Crate, Found};
use super::prelude::short;
use super::public::Public;
use super::token::{self, Token, is_double_colon};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Spells tokens that stand in one module.
#[derive(Clone, Copy)]
pub struct Show<'c> {
    pub krate: &'c Crate<'c>,
    pub public: &'c Public,
    pub module: &'c [String],
    pub known: &'c Known,
}

/// What paths in one module are for other crates: most of them come again and again.
pub type Known = RefCell<BTreeMap<String, Name>>;

/// What a path is for other crates.
#[derive(Clone)]
pub enum Name {
    /// An alias that only this crate can name.
    Alias,
    /// The path of something else that only this crate can name.
    Private(Rc<str>),
    /// Another path.
    Path(Rc<str>),
    /// What it is here.
    Same,
}

/// What stands for the parameters of an alias.
type Given = BTreeMap<String, String>;

impl Show<'_> {
    /// The text of a type, bound or signature.
    pub fn text(&self, tokens: &[Token<'_>]) -> String {
        let mut line = Line::default();
        self.write(tokens, &Given::new(), &mut line);
        line.text
    }

    /// Whether only this crate can name something in the tokens.
    pub fn is_private(&self, tokens: &[Token<'_>]) -> bool {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let length = token::path(&tokens[at..]);
            let is_private = match token {
                Token::Group(_, inside) => self.is_private(inside),
                Token::Word(_) if !ends_path(&tokens[..at]) => {
                    matches!(self.name(&tokens[at..at + length]), Name::Alias | Name::Private(_))
                }
                Token::Word(_) | Token::Punct(..) | Token::Literal(_) => false,
            };
            if is_private {
                return true;
            }
            at += length.max(1);
        }
        false
    }

    fn write(&self, tokens: &[Token<'_>], given: &Given, line: &mut Line) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if let Some(length) = foreign(tokens, at) {
                line.word(&short(owned(&tokens[at + 2..at + length])).join("::"));
                at += length;
                continue;
            }
            match token {
                Token::Word(word) => {
                    let length = token::path(&tokens[at..]);
                    let is_lifetime = at > 0 && tokens[at - 1].is('\'');
                    at += match given.get(*word) {
                        _ if is_lifetime || ends_path(&tokens[..at]) => {
                            line.word(word);
                            1
                        }
                        Some(text) if length == 1 => {
                            line.word(text);
                            1
                        }
                        _ => length + self.named(&tokens[at..], length, line),
                    };
                    continue;
                }
                Token::Group(delimiter, inside) => {
                    line.open(*delimiter);
                    self.write(inside, given, line);
                    line.close(*delimiter);
                }
                Token::Punct(char, spacing) => line.punct(*char, *spacing),
                Token::Literal(text) => line.word(text),
            }
            at += 1;
        }
    }

    /// Writes the path that the tokens begin with. Returns how many tokens behind it are its arguments, if these are
    /// written as well.
    fn named(&self, tokens: &[Token<'_>], length: usize, line: &mut Line) -> usize {
        let path = &tokens[..length];
        match self.name(path) {
            Name::Alias => return self.replaced(path, &tokens[length..], line).unwrap_or_default(),
            Name::Path(path) | Name::Private(path) => line.word(&path),
            Name::Same => line.word(&token::segments(path).join("::")),
        }
        0
    }

    fn name(&self, path: &[Token<'_>]) -> Name {
        let text: Cow<'_, str> = match path {
            [Token::Word(word)] => Cow::Borrowed(word),
            path => Cow::Owned(token::segments(path).join("::")),
        };
        if let Some(known) = self.known.borrow().get(&*text) {
            return known.clone();
        }
        let name = self.unknown(&owned(path));
        self.known.borrow_mut().insert(text.into_owned(), name.clone());
        name
    }

    fn unknown(&self, path: &[String]) -> Name {
        match self.krate.resolve(self.module, path) {
            Some(Found::Item(home, name, rest)) => match self.public.path(&home, &name) {
                Some(path) => Name::Path([&path[..], &rest].concat().join("::").into()),
                None if self.alias(&home, &name).is_some() => Name::Alias,
                None => Name::Private([&["crate".to_owned()], &home[..], &[name], &rest].concat().join("::").into()),
            },
            Some(Found::Module(path)) => Name::Path(path.join("::").into()),
            Some(Found::Foreign(path, _)) => Name::Path(short(path).join("::").into()),
            None => Name::Same,
        }
    }

    /// The alias of this name in a module.
    fn alias(&self, home: &[String], name: &str) -> Option<&Declaration<'_>> {
        let own = self.krate.modules[home].declarations.iter().find(|own| own.name == name);
        own.filter(|own| own.kind == Kind::Type)
    }

    /// Writes what an alias stands for, and tells how many tokens its arguments take.
    fn replaced(&self, path: &[Token<'_>], rest: &[Token<'_>], line: &mut Line) -> Option<usize> {
        let Found::Item(home, name, _) = self.krate.resolve(self.module, &owned(path))? else { return None };
        let alias = self.alias(&home, &name)?;
        let (arguments, length) = arguments(rest);
        let parameters = self::arguments(alias.generics).0.into_iter().filter_map(parameter);
        let arguments = arguments.into_iter().map(|argument| self.text(argument));
        let given: Given = parameters.zip(arguments).collect();
        let inside = Show { module: &home, known: &Known::default(), ..*self };
        inside.write(alias.target(), &given, line);
        Some(length)
    }
}

fn owned(path: &[Token<'_>]) -> Vec<String> {
    token::segments(path).into_iter().map(str::to_owned).collect()
}

/// How many tokens the path `::krate::name` takes that stands at a place.
fn foreign(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let continues = match at.checked_sub(1).map(|before| &tokens[before]) {
        Some(Token::Word(word)) => !["as", "dyn", "for", "impl", "mut"].contains(word),
        Some(Token::Punct(char, _)) => *char == '>' && !ends_arrow(&tokens[..at]),
        Some(Token::Group(..) | Token::Literal(_)) | None => false,
    };
    if continues || !is_double_colon(&tokens[at..]) {
        return None;
    }
    Some(token::path(&tokens[at + 2..])).filter(|length| *length > 0).map(|length| length + 2)
}

fn ends_arrow(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [.., Token::Punct('-', _), Token::Punct('>', _)])
}

/// The name of a parameter of an alias, if it is for a type.
fn parameter(tokens: &[Token<'_>]) -> Option<String> {
    match tokens {
        [Token::Word(name), ..] if *name != "const" => Some((*name).to_owned()),
        _ => None,
    }
}

/// The arguments `<A, B>` that the tokens begin with, and how many tokens they take.
fn arguments<'t, 'a>(tokens: &'t [Token<'a>]) -> (Vec<&'t [Token<'a>]>, usize) {
    match token::bracketed(tokens) {
        0 => (Vec::new(), 0),
        length => (token::parts(&tokens[1..length - 1]), length),
    }
}

/// Whether the tokens end with `::`, so that what follows belongs to another path.
fn ends_path(tokens: &[Token<'_>]) -> bool {
    tokens.len() >= 2 && is_double_colon(&tokens[tokens.len() - 2..])
}

/// The tokens with blanks where rustfmt has them.
pub fn spaced(tokens: &[Token<'_>]) -> String {
    let mut line = Line::default();
    line.tokens(tokens);
    line.text
}
