//! Fills in the right side of a macro rule.

use super::matching::{self, Bindings, Bound, Rounds};
use super::token::{Token, close};
use bumpalo::Bump;
use proc_macro2::Delimiter;

/// A part of the right side of a rule.
pub enum Part<'a> {
    /// A token, or a group without variables.
    Token(Token<'a>),
    /// What stands behind a `$`, which it is itself if nothing is bound to it, as in `$crate`.
    Variable(&'a str),
    Group(Delimiter, Vec<Part<'a>>),
    Repeat {
        body: Vec<Part<'a>>,
        separator: Vec<Token<'a>>,
        /// The variables in the body.
        variables: Vec<&'a str>,
    },
}

/// Reads the right side of a rule.
pub fn parts<'a>(body: &[Token<'a>]) -> Vec<Part<'a>> {
    let (mut parts, mut at) = (Vec::new(), 0);
    while let Some((part, length)) = part(&body[at..]) {
        parts.push(part);
        at += length;
    }
    parts
}

fn part<'a>(tokens: &[Token<'a>]) -> Option<(Part<'a>, usize)> {
    Some(match tokens {
        [Token::Punct('$', _), Token::Group(_, body), rest @ ..] => {
            let (separator, _, length) = matching::repetition(rest);
            let body = parts(body);
            let mut variables = Vec::new();
            add_variables(&body, &mut variables);
            (Part::Repeat { body, separator: separator.to_vec(), variables }, 2 + length)
        }
        [Token::Punct('$', _), Token::Word(name), ..] => (Part::Variable(name), 2),
        [token @ Token::Group(delimiter, inside), ..] => match parts(inside) {
            parts if parts.iter().all(|part| matches!(part, Part::Token(_))) => (Part::Token(*token), 1),
            parts => (Part::Group(*delimiter, parts), 1),
        },
        [token, ..] => (Part::Token(*token), 1),
        [] => return None,
    })
}

fn add_variables<'a>(body: &[Part<'a>], variables: &mut Vec<&'a str>) {
    for part in body {
        match part {
            Part::Token(_) => {}
            Part::Variable(name) => variables.push(name),
            Part::Group(_, body) | Part::Repeat { body, .. } => add_variables(body, variables),
        }
    }
}

/// The body with its variables replaced.
pub fn fill<'a>(body: &[Part<'a>], bindings: &Bindings<'_, 'a>, arena: &'a Bump) -> Vec<Token<'a>> {
    let mut output = Vec::with_capacity(4 * body.len());
    into(body, &mut vec![bindings], arena, &mut output);
    output
}

/// What stands for variables: those of the rounds that are being filled in are last.
type Scope<'b, 't, 'a> = Vec<&'b Bindings<'t, 'a>>;

fn into<'a>(body: &[Part<'a>], scope: &mut Scope<'_, '_, 'a>, arena: &'a Bump, output: &mut Vec<Token<'a>>) {
    for part in body {
        match part {
            Part::Token(token) => output.push(*token),
            Part::Variable(name) => match get(scope, name) {
                Some(Bound::One(tokens)) => output.extend_from_slice(tokens),
                Some(Bound::Many(_)) => {}
                None => output.push(Token::Word(name)),
            },
            Part::Group(delimiter, body) => {
                let start = output.len();
                into(body, scope, arena, output);
                close(*delimiter, start, output, arena);
            }
            Part::Repeat { body, separator, variables } => repeat(body, separator, variables, scope, arena, output),
        }
    }
}

fn get<'b, 't, 'a>(scope: &Scope<'b, 't, 'a>, name: &str) -> Option<Bound<'b, 't, 'a>> {
    scope.iter().rev().find_map(|bindings| bindings.get(name))
}

/// The body once for each time that the variables in it have been matched.
fn repeat<'a>(
    body: &[Part<'a>],
    separator: &[Token<'a>],
    variables: &[&'a str],
    scope: &mut Scope<'_, '_, 'a>,
    arena: &'a Bump,
    output: &mut Vec<Token<'a>>,
) {
    let mut repeats: Vec<&Rounds<'_, 'a>> = Vec::new();
    for name in variables {
        match get(scope, name) {
            Some(Bound::Many(rounds)) if !repeats.iter().any(|known| std::ptr::eq(*known, rounds)) => {
                repeats.push(rounds);
            }
            Some(Bound::Many(_) | Bound::One(_)) | None => {}
        }
    }
    for round in 0..repeats.iter().map(|rounds| rounds.each.len()).min().unwrap_or(0) {
        if round > 0 {
            output.extend_from_slice(separator);
        }
        let around = scope.len();
        scope.extend(repeats.iter().map(|rounds| &rounds.each[round]));
        into(body, scope, arena, output);
        scope.truncate(around);
    }
}
