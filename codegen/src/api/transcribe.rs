//! Fills in the right side of a macro rule.

use super::matching::{self, Bindings, Bound};
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

/// The body with its variables replaced.
pub fn fill(body: &[TokenTree], bindings: &Bindings) -> TokenStream {
    let mut output = Vec::new();
    into(body, bindings, &mut output);
    output.into_iter().collect()
}

fn into(body: &[TokenTree], bindings: &Bindings, output: &mut Vec<TokenTree>) {
    let mut at = 0;
    while at < body.len() {
        at += match &body[at..] {
            [TokenTree::Punct(dollar), TokenTree::Group(group), rest @ ..] if dollar.as_char() == '$' => {
                let (separator, _, length) = matching::repetition(rest);
                let separator = if separator.is_some() { &rest[..length - 1] } else { &[] };
                repeat(&group.stream().into_iter().collect::<Vec<_>>(), separator, bindings, output);
                2 + length
            }
            [TokenTree::Punct(dollar), TokenTree::Ident(name), ..] if dollar.as_char() == '$' => {
                variable(name, bindings, output);
                2
            }
            [TokenTree::Group(group), ..] => {
                let inside = fill(&group.stream().into_iter().collect::<Vec<_>>(), bindings);
                output.push(Group::new(group.delimiter(), inside).into());
                1
            }
            [token, ..] => {
                output.push(token.clone());
                1
            }
            [] => break,
        };
    }
}

fn variable(name: &Ident, bindings: &Bindings, output: &mut Vec<TokenTree>) {
    match bindings.get(&name.to_string()) {
        Some(Bound::One(tokens)) => output.extend(tokens.iter().cloned()),
        Some(Bound::Many(_)) => {}
        None => output.push(Ident::new(&name.to_string(), Span::call_site()).into()),
    }
}

/// The body once for each time that the variables in it have been matched.
fn repeat(body: &[TokenTree], separator: &[TokenTree], bindings: &Bindings, output: &mut Vec<TokenTree>) {
    let mut used = Vec::new();
    variables(body, &mut used);
    let times = |name: &String| match bindings.get(name) {
        Some(Bound::Many(rounds)) => Some(rounds.len()),
        Some(Bound::One(_)) | None => None,
    };
    for round in 0..used.iter().filter_map(times).min().unwrap_or(0) {
        if round > 0 {
            output.extend(separator.iter().cloned());
        }
        let inner = used.iter().filter_map(|name| {
            let bound = match bindings.get(name)? {
                Bound::Many(rounds) => &rounds[round],
                one => one,
            };
            Some((name.clone(), bound.clone()))
        });
        into(body, &inner.collect(), output);
    }
}

/// The names behind a `$`.
fn variables(body: &[TokenTree], names: &mut Vec<String>) {
    for (at, tree) in body.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => variables(&group.stream().into_iter().collect::<Vec<_>>(), names),
            TokenTree::Punct(dollar) if dollar.as_char() == '$' => {
                if let Some(TokenTree::Ident(name)) = body.get(at + 1) {
                    names.push(name.to_string());
                }
            }
            TokenTree::Punct(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => {}
        }
    }
}
