//! Fills in the right side of a macro rule.

use super::matching::{self, Bindings, Bound};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use std::rc::Rc;

/// A part of the right side of a rule.
pub enum Part {
    /// A token, or a group without variables.
    Token(TokenTree),
    /// What stands behind a `$`, and what it is if nothing is bound to it, as in `$crate`.
    Variable(Rc<str>, Ident),
    Group(Delimiter, Vec<Part>),
    Repeat {
        body: Vec<Part>,
        separator: Vec<TokenTree>,
        /// The variables in the body.
        variables: Vec<Rc<str>>,
    },
}

/// Reads the right side of a rule.
pub fn parts(body: &[TokenTree]) -> Vec<Part> {
    let (mut parts, mut at) = (Vec::new(), 0);
    while let Some((part, length)) = part(&body[at..]) {
        parts.push(part);
        at += length;
    }
    parts
}

fn part(trees: &[TokenTree]) -> Option<(Part, usize)> {
    let inside = |group: &Group| parts(&group.stream().into_iter().collect::<Vec<_>>());
    Some(match trees {
        [TokenTree::Punct(dollar), TokenTree::Group(group), rest @ ..] if dollar.as_char() == '$' => {
            let (separator, _, length) = matching::repetition(rest);
            let separator = separator.map(|_| rest[..length - 1].to_vec()).unwrap_or_default();
            let body = inside(group);
            let mut variables = Vec::new();
            add_variables(&body, &mut variables);
            (Part::Repeat { body, separator, variables }, 2 + length)
        }
        [TokenTree::Punct(dollar), TokenTree::Ident(name), ..] if dollar.as_char() == '$' => {
            let text = name.to_string();
            (Part::Variable(text.as_str().into(), Ident::new(&text, Span::call_site())), 2)
        }
        [TokenTree::Group(group), ..] => match inside(group) {
            parts if parts.iter().all(|part| matches!(part, Part::Token(_))) => (Part::Token(group.clone().into()), 1),
            parts => (Part::Group(group.delimiter(), parts), 1),
        },
        [token, ..] => (Part::Token(token.clone()), 1),
        [] => return None,
    })
}

fn add_variables(body: &[Part], variables: &mut Vec<Rc<str>>) {
    for part in body {
        match part {
            Part::Token(_) => {}
            Part::Variable(name, _) => variables.push(Rc::clone(name)),
            Part::Group(_, body) | Part::Repeat { body, .. } => add_variables(body, variables),
        }
    }
}

/// The body with its variables replaced.
pub fn fill(body: &[Part], bindings: &Bindings) -> TokenStream {
    let mut output = Vec::new();
    into(body, bindings, &mut output);
    output.into_iter().collect()
}

fn into(body: &[Part], bindings: &Bindings, output: &mut Vec<TokenTree>) {
    for part in body {
        match part {
            Part::Token(token) => output.push(token.clone()),
            Part::Variable(name, otherwise) => match bindings.get(name) {
                Some(Bound::One(tokens)) => output.extend(tokens.iter().cloned()),
                Some(Bound::Many(_)) => {}
                None => output.push(otherwise.clone().into()),
            },
            Part::Group(delimiter, body) => output.push(Group::new(*delimiter, fill(body, bindings)).into()),
            Part::Repeat { body, separator, variables } => repeat(body, separator, variables, bindings, output),
        }
    }
}

/// The body once for each time that the variables in it have been matched.
fn repeat(
    body: &[Part],
    separator: &[TokenTree],
    variables: &[Rc<str>],
    bindings: &Bindings,
    output: &mut Vec<TokenTree>,
) {
    let times = |name: &Rc<str>| match bindings.get(name) {
        Some(Bound::Many(rounds)) => Some(rounds.len()),
        Some(Bound::One(_)) | None => None,
    };
    for round in 0..variables.iter().filter_map(times).min().unwrap_or(0) {
        if round > 0 {
            output.extend(separator.iter().cloned());
        }
        let inner = variables.iter().filter_map(|name| {
            let bound = match bindings.get(name)? {
                Bound::Many(rounds) => &rounds[round],
                one => one,
            };
            Some((Rc::clone(name), bound.clone()))
        });
        into(body, &inner.collect(), output);
    }
}
