//! Matches the input of a macro against a rule, as `macro_rules!` does: from left to right, without a second thought.
//!
//! Where a type or expression ends needs no parser: the language says which tokens may follow one.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A part of the left side of a rule.
pub enum Pattern {
    /// Any token but brackets.
    Token(TokenTree),
    Group(Delimiter, Vec<Pattern>),
    Fragment {
        name: Rc<str>,
        kind: String,
    },
    Repeat {
        body: Vec<Pattern>,
        /// The variables in the body.
        variables: Vec<Rc<str>>,
        separator: Option<String>,
        /// `*`, `+` or `?`
        times: char,
    },
}

/// What the variables of a rule stand for.
pub type Bindings = BTreeMap<Rc<str>, Bound>;

/// What a variable stands for; it is handed on for each round of a repetition, so that copies must be cheap.
#[derive(Clone)]
pub enum Bound {
    One(Rc<[TokenTree]>),
    /// In a repetition: one for each time.
    Many(Rc<[Bound]>),
}

/// Reads the left side of a rule.
pub fn patterns(tokens: TokenStream) -> Vec<Pattern> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut patterns = Vec::new();
    let mut at = 0;
    while at < trees.len() {
        let (pattern, length) = pattern(&trees[at..]);
        patterns.push(pattern);
        at += length;
    }
    patterns
}

fn pattern(trees: &[TokenTree]) -> (Pattern, usize) {
    match trees {
        [TokenTree::Punct(dollar), TokenTree::Group(body), rest @ ..] if dollar.as_char() == '$' => {
            let (separator, times, length) = repetition(rest);
            let body = patterns(body.stream());
            (Pattern::Repeat { variables: names(&body), body, separator, times }, 2 + length)
        }
        [TokenTree::Punct(dollar), TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Ident(kind), ..]
            if dollar.as_char() == '$' =>
        {
            (Pattern::Fragment { name: name.to_string().into(), kind: kind.to_string() }, 4)
        }
        [TokenTree::Group(group), ..] => (Pattern::Group(group.delimiter(), patterns(group.stream())), 1),
        [token, ..] => (Pattern::Token(token.clone()), 1),
        [] => unreachable!("bug of the generator: a pattern is made of tokens"),
    }
}

/// What follows `$( ... )`: separator, times, and how many token trees these are.
pub fn repetition(trees: &[TokenTree]) -> (Option<String>, char, usize) {
    let times = |tree: Option<&TokenTree>| match tree {
        Some(TokenTree::Punct(punct)) if "*+?".contains(punct.as_char()) => Some(punct.as_char()),
        _ => None,
    };
    match times(trees.first()) {
        Some(found) => (None, found, 1),
        None => {
            let length = trees.iter().take_while(|tree| times(Some(tree)).is_none()).count();
            let separator = trees[..length].iter().map(TokenTree::to_string).collect();
            (Some(separator), times(trees.get(length)).unwrap_or('*'), length + 1)
        }
    }
}

/// The variables, if the pattern fits all of the input.
pub fn whole(patterns: &[Pattern], input: &[TokenTree]) -> Option<Bindings> {
    let mut bindings = Bindings::new();
    let taken = sequence(patterns, input, &mut bindings)?;
    (taken == input.len()).then_some(bindings)
}

/// How many token trees of the input the patterns take.
fn sequence(patterns: &[Pattern], input: &[TokenTree], bindings: &mut Bindings) -> Option<usize> {
    let mut at = 0;
    for pattern in patterns {
        at += one(pattern, &input[at..], bindings)?;
    }
    Some(at)
}

fn one(pattern: &Pattern, input: &[TokenTree], bindings: &mut Bindings) -> Option<usize> {
    match pattern {
        Pattern::Token(expected) => input.first().filter(|token| is_same(token, expected)).map(|_| 1),
        Pattern::Group(delimiter, patterns) => match input.first()? {
            TokenTree::Group(group) if group.delimiter() == *delimiter => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                bindings.extend(whole(patterns, &inside)?);
                Some(1)
            }
            _ => None,
        },
        Pattern::Fragment { name, kind } => {
            let length = fragment(kind, input)?;
            bindings.insert(name.clone(), Bound::One(input[..length].into()));
            Some(length)
        }
        Pattern::Repeat { body, variables, separator, times } => {
            let (taken, rounds) = repeat(body, separator.as_deref(), *times, input)?;
            for name in variables {
                let bound = rounds.iter().filter_map(|round| round.get(name).cloned()).collect();
                bindings.insert(Rc::clone(name), Bound::Many(bound));
            }
            Some(taken)
        }
    }
}

fn is_same(token: &TokenTree, expected: &TokenTree) -> bool {
    match (token, expected) {
        (TokenTree::Ident(token), TokenTree::Ident(expected)) => token == expected,
        (TokenTree::Punct(token), TokenTree::Punct(expected)) => token.as_char() == expected.as_char(),
        (TokenTree::Literal(token), TokenTree::Literal(expected)) => token.to_string() == expected.to_string(),
        _ => false,
    }
}

/// How many token trees a repetition takes, and what its variables stand for each time.
fn repeat(
    body: &[Pattern],
    separator: Option<&str>,
    times: char,
    input: &[TokenTree],
) -> Option<(usize, Vec<Bindings>)> {
    let (mut at, mut rounds) = (0, Vec::new());
    while at < input.len() && !(times == '?' && rounds.len() == 1) {
        let mut inner = Bindings::new();
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

fn skip(separator: Option<&str>, input: &[TokenTree]) -> Option<usize> {
    let Some(separator) = separator else { return Some(0) };
    let length = separator.chars().count().min(input.len());
    let found: String = input[..length].iter().map(TokenTree::to_string).collect();
    (found == separator).then_some(length)
}

/// The variables of a pattern.
fn names(patterns: &[Pattern]) -> Vec<Rc<str>> {
    patterns
        .iter()
        .flat_map(|pattern| match pattern {
            Pattern::Token(_) => Vec::new(),
            Pattern::Group(_, body) | Pattern::Repeat { body, .. } => names(body),
            Pattern::Fragment { name, .. } => vec![Rc::clone(name)],
        })
        .collect()
}

/// How many token trees a fragment takes; nothing if there is none.
fn fragment(kind: &str, input: &[TokenTree]) -> Option<usize> {
    let first = input.first()?;
    let is_quote = |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '\'');
    match (kind, first) {
        ("tt", first) => Some(if is_quote(first) { 2 } else { 1 }),
        ("lifetime", first) => is_quote(first).then_some(2),
        ("ident", TokenTree::Ident(_)) | ("literal", TokenTree::Literal(_)) => Some(1),
        ("literal", TokenTree::Ident(word)) if *word == "true" || *word == "false" => Some(1),
        ("block", TokenTree::Group(group)) => (group.delimiter() == Delimiter::Brace).then_some(1),
        ("vis", TokenTree::Ident(word)) if *word == "pub" => {
            let restricted =
                matches!(input.get(1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
            Some(1 + usize::from(restricted))
        }
        ("vis", _) => Some(0),
        ("ty" | "path", TokenTree::Literal(_)) => None,
        ("ty" | "path", _) => Some(span(input, ",;=|{:>")).filter(|length| *length > 0),
        ("expr" | "meta" | "pat", _) => Some(span(input, ",;")).filter(|length| *length > 0),
        _ => None,
    }
}

/// How many token trees there are before the first that may only follow a type or expression.
fn span(input: &[TokenTree], ends: &str) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    let angles = ends.contains('>');
    while let Some(tree) = input.get(at) {
        let (char, joint) = match tree {
            TokenTree::Punct(punct) => (punct.as_char(), punct.spacing() == Spacing::Joint),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => ('{', false),
            TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => (' ', false),
        };
        let next = input.get(at + 1).map(TokenTree::to_string).unwrap_or_default();
        match (char, joint, next.as_str()) {
            (':', true, ":") | ('-', true, ">") => at += 1,
            ('=', true, ">") if depth == 0 => break,
            ('<', ..) if angles => depth += 1,
            ('>', ..) if angles && depth > 0 => depth -= 1,
            _ if depth == 0 && ends.contains(char) => break,
            _ => {}
        }
        at += 1;
    }
    at
}
