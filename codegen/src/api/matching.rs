//! Matches the input of a macro against a rule, as `macro_rules!` does: from left to right, without a second thought.
//!
//! Where a type or expression ends needs no parser: the language says which tokens may follow one.

use super::token::{Token, is_double_colon};
use proc_macro2::{Delimiter, Spacing};

/// A part of the left side of a rule.
pub enum Pattern<'a> {
    /// Any token but brackets.
    Token(Token<'a>),
    Group(Delimiter, Vec<Pattern<'a>>),
    Fragment {
        name: &'a str,
        kind: &'a str,
    },
    Repeat {
        body: Vec<Pattern<'a>>,
        /// The variables in the body.
        variables: Vec<&'a str>,
        separator: Vec<Token<'a>>,
        /// `*`, `+` or `?`
        times: char,
    },
}

/// What the variables of a rule stand for, outside of repetitions or in one round of one.
#[derive(Default)]
pub struct Bindings<'t, 'a> {
    ones: Vec<(&'a str, &'t [Token<'a>])>,
    repeats: Vec<Rounds<'t, 'a>>,
}

/// What the variables of a repetition stand for.
pub struct Rounds<'t, 'a> {
    variables: &'t [&'a str],
    pub each: Vec<Bindings<'t, 'a>>,
}

/// What a variable stands for.
#[derive(Clone, Copy)]
pub enum Bound<'b, 't, 'a> {
    One(&'t [Token<'a>]),
    Many(&'b Rounds<'t, 'a>),
}

impl<'t, 'a> Bindings<'t, 'a> {
    pub fn get(&self, name: &str) -> Option<Bound<'_, 't, 'a>> {
        let one = self.ones.iter().find(|(own, _)| *own == name).map(|(_, tokens)| Bound::One(tokens));
        one.or_else(|| self.repeats.iter().find(|rounds| rounds.variables.contains(&name)).map(Bound::Many))
    }
}

/// Reads the left side of a rule.
pub fn patterns<'a>(tokens: &[Token<'a>]) -> Vec<Pattern<'a>> {
    let mut patterns = Vec::new();
    let mut at = 0;
    while let Some((pattern, length)) = pattern(&tokens[at..]) {
        patterns.push(pattern);
        at += length;
    }
    patterns
}

fn pattern<'a>(tokens: &[Token<'a>]) -> Option<(Pattern<'a>, usize)> {
    Some(match tokens {
        [Token::Punct('$', _), Token::Group(_, body), rest @ ..] => {
            let (separator, times, length) = repetition(rest);
            let body = patterns(body);
            (Pattern::Repeat { variables: names(&body), body, separator: separator.to_vec(), times }, 2 + length)
        }
        [Token::Punct('$', _), Token::Word(name), Token::Punct(..), Token::Word(kind), ..] => {
            (Pattern::Fragment { name, kind }, 4)
        }
        [Token::Group(delimiter, inside), ..] => (Pattern::Group(*delimiter, patterns(inside)), 1),
        [token, ..] => (Pattern::Token(*token), 1),
        [] => return None,
    })
}

/// What follows `$( ... )`: separator, times, and how many tokens these are.
pub fn repetition<'t, 'a>(tokens: &'t [Token<'a>]) -> (&'t [Token<'a>], char, usize) {
    let times = |token: &Token<'a>| match token {
        Token::Punct(char @ ('*' | '+' | '?'), _) => Some(*char),
        _ => None,
    };
    let length = tokens.iter().take_while(|token| times(token).is_none()).count();
    (&tokens[..length], tokens.get(length).and_then(times).unwrap_or('*'), length + 1)
}

/// The variables, if the pattern fits all of the input.
pub fn whole<'t, 'a>(patterns: &'t [Pattern<'a>], input: &'t [Token<'a>]) -> Option<Bindings<'t, 'a>> {
    let mut bindings = Bindings::default();
    let taken = sequence(patterns, input, &mut bindings)?;
    (taken == input.len()).then_some(bindings)
}

/// How many tokens of the input the patterns take.
fn sequence<'t, 'a>(
    patterns: &'t [Pattern<'a>],
    input: &'t [Token<'a>],
    bindings: &mut Bindings<'t, 'a>,
) -> Option<usize> {
    let mut at = 0;
    for pattern in patterns {
        at += one(pattern, &input[at..], bindings)?;
    }
    Some(at)
}

fn one<'t, 'a>(pattern: &'t Pattern<'a>, input: &'t [Token<'a>], bindings: &mut Bindings<'t, 'a>) -> Option<usize> {
    match pattern {
        Pattern::Token(expected) => input.first().filter(|token| is_same(token, expected)).map(|_| 1),
        Pattern::Group(delimiter, patterns) => match input.first()? {
            Token::Group(own, inside) if own == delimiter => {
                let taken = sequence(patterns, inside, bindings)?;
                (taken == inside.len()).then_some(1)
            }
            _ => None,
        },
        Pattern::Fragment { name, kind } => {
            let length = fragment(kind, input)?;
            bindings.ones.push((name, &input[..length]));
            Some(length)
        }
        Pattern::Repeat { body, variables, separator, times } => {
            let (taken, each) = repeat(body, separator, *times, input)?;
            bindings.repeats.push(Rounds { variables, each });
            Some(taken)
        }
    }
}

fn is_same(token: &Token<'_>, expected: &Token<'_>) -> bool {
    match (token, expected) {
        (Token::Word(token), Token::Word(expected)) | (Token::Literal(token), Token::Literal(expected)) => {
            token == expected
        }
        (Token::Punct(token, _), Token::Punct(expected, _)) => token == expected,
        _ => false,
    }
}

/// How many tokens a repetition takes, and what its variables stand for each time.
fn repeat<'t, 'a>(
    body: &'t [Pattern<'a>],
    separator: &[Token<'a>],
    times: char,
    input: &'t [Token<'a>],
) -> Option<(usize, Vec<Bindings<'t, 'a>>)> {
    let (mut at, mut rounds) = (0, Vec::new());
    while at < input.len() && !(times == '?' && rounds.len() == 1) {
        let mut inner = Bindings::default();
        let skip = if rounds.is_empty() { Some(0) } else { skip(separator, &input[at..]) };
        let Some(start) = skip.map(|skip| at + skip) else { break };
        match sequence(body, &input[start..], &mut inner) {
            Some(taken) if start + taken > at => at = start + taken,
            _ => break,
        }
        rounds.push(inner);
    }
    if times == '+' && rounds.is_empty() {
        return None;
    }
    Some((at, rounds))
}

fn skip(separator: &[Token<'_>], input: &[Token<'_>]) -> Option<usize> {
    let fits = input.len() >= separator.len() && input.iter().zip(separator).all(|(own, part)| is_same(own, part));
    fits.then_some(separator.len())
}

/// The variables of a pattern.
fn names<'a>(patterns: &[Pattern<'a>]) -> Vec<&'a str> {
    patterns
        .iter()
        .flat_map(|pattern| match pattern {
            Pattern::Token(_) => Vec::new(),
            Pattern::Group(_, body) | Pattern::Repeat { body, .. } => names(body),
            Pattern::Fragment { name, .. } => vec![*name],
        })
        .collect()
}

/// How many tokens a fragment takes; nothing if there is none.
fn fragment(kind: &str, input: &[Token<'_>]) -> Option<usize> {
    let first = input.first()?;
    match (kind, first) {
        ("tt", first) => Some(if first.is('\'') { 2 } else { 1 }),
        ("lifetime", first) => first.is('\'').then_some(2),
        ("ident", Token::Word(_)) | ("literal", Token::Literal(_) | Token::Word("true" | "false")) => Some(1),
        ("block", first) => first.is_braced().then_some(1),
        ("vis", Token::Word("pub")) => {
            Some(1 + usize::from(matches!(input.get(1), Some(Token::Group(Delimiter::Parenthesis, _)))))
        }
        ("vis", _) => Some(0),
        ("ty" | "path", Token::Literal(_)) => None,
        ("ty" | "path", _) => Some(span(input, ",;=|{:>")).filter(|length| *length > 0),
        ("expr" | "meta" | "pat", _) => Some(span(input, ",;")).filter(|length| *length > 0),
        _ => None,
    }
}

/// How many tokens there are before the first that may only follow a type or expression.
fn span(input: &[Token<'_>], ends: &str) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    let angles = ends.contains('>');
    while let Some(token) = input.get(at) {
        let (char, joint) = match token {
            Token::Punct(char, spacing) => (*char, *spacing == Spacing::Joint),
            Token::Group(Delimiter::Brace, _) => ('{', false),
            Token::Group(..) | Token::Word(_) | Token::Literal(_) => (' ', false),
        };
        let is_next = |char| input.get(at + 1).is_some_and(|next| next.is(char));
        match char {
            ':' if is_double_colon(&input[at..]) => at += 1,
            '-' if joint && is_next('>') => at += 1,
            '=' if joint && is_next('>') && depth == 0 => break,
            '<' if angles => depth += 1,
            '>' if angles && depth > 0 => depth -= 1,
            _ if depth == 0 && ends.contains(char) => break,
            _ => {}
        }
        at += 1;
    }
    at
}
