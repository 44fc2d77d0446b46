//! Splits a JMESPath expression into tokens.

use super::{Comparator, Literal};
use crate::ast::{Node, NodeKind};
use crate::diagnostic::Diagnostics;
use std::ops::Range;

#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    Name(String),
    Quoted(String),
    Literal(Literal),
    /// A literal list or object.
    Composite,
    Number(i64),
    Compare(Comparator),
    /// Punctuation, `[]` and `[?` and `&&` and `||` among it.
    Sign(&'static str),
    End,
}

/// What is wrong, and at which bytes.
pub type Fault = (Range<usize>, String);

/// Longest signs first.
const SIGNS: [&str; 18] =
    ["[]", "[?", "&&", "||", "[", "]", "{", "}", "(", ")", ".", ",", ":", "*", "@", "|", "&", "!"];

const COMPARATORS: [(&str, Comparator); 6] = [
    ("==", Comparator::Equal),
    ("!=", Comparator::NotEqual),
    ("<=", Comparator::LessOrEqual),
    (">=", Comparator::GreaterOrEqual),
    ("<", Comparator::Less),
    (">", Comparator::Greater),
];

/// The tokens with the bytes where they stand; the last is [`Token::End`].
pub fn tokens(text: &str) -> Result<Vec<(Token, Range<usize>)>, Fault> {
    let mut tokens = Vec::new();
    let mut at = 0;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        if at == text.len() {
            tokens.push((Token::End, at..at));
            return Ok(tokens);
        }
        let (token, length) = token(&text[at..]).map_err(|(length, why)| (at..at + length, why))?;
        tokens.push((token, at..at + length));
        at += length;
    }
}

/// The first token and its length in bytes, or what is wrong with so many bytes.
fn token(text: &str) -> Result<(Token, usize), (usize, String)> {
    if let Some((sign, comparator)) = COMPARATORS.iter().find(|(sign, _)| text.starts_with(sign)) {
        return Ok((Token::Compare(*comparator), sign.len()));
    }
    if let Some(sign) = SIGNS.iter().find(|sign| text.starts_with(**sign)) {
        return Ok((Token::Sign(sign), sign.len()));
    }
    let first = text.chars().next().unwrap_or_default();
    match first {
        '"' => {
            let length = quoted(text, '"')?;
            let name = json_string(&text[..length]).ok_or((length, "this is no JSON string".to_owned()))?;
            Ok((Token::Quoted(name), length))
        }
        '\'' => {
            let length = quoted(text, '\'')?;
            let raw = text[1..length - 1].replace("\\'", "'").replace("\\\\", "\\");
            Ok((Token::Literal(Literal::String(raw)), length))
        }
        '`' => {
            let length = quoted(text, '`')?;
            let json = text[1..length - 1].replace("\\`", "`");
            let literal = literal(json.trim()).ok_or((length, "this literal is no JSON".to_owned()))?;
            Ok((literal, length))
        }
        '-' | '0'..='9' => {
            let length = 1 + digits(&text[1..], |c| c.is_ascii_digit());
            let number = text[..length].parse().map_err(|_| (length, "this is no number of 64 bits".to_owned()))?;
            Ok((Token::Number(number), length))
        }
        c if c.is_ascii_alphabetic() || c == '_' => {
            let length = digits(text, |c| c.is_ascii_alphanumeric() || c == '_');
            Ok((Token::Name(text[..length].to_owned()), length))
        }
        c => Err((c.len_utf8(), format!("{c:?} has no meaning here"))),
    }
}

fn digits(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// How many bytes there are up to the closing quote, which is not escaped.
fn quoted(text: &str, quote: char) -> Result<usize, (usize, String)> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !escaped {
            return Ok(at + 1);
        }
        escaped = c == '\\' && !escaped;
    }
    Err((text.len(), format!("the closing {quote} is missing")))
}

fn json_string(text: &str) -> Option<String> {
    Node::of(text)?.string("a name", &mut Diagnostics::new()).map(Into::into)
}

fn literal(json: &str) -> Option<Token> {
    let node = Node::of(json)?;
    Some(Token::Literal(match node.kind() {
        NodeKind::Null => Literal::Null,
        NodeKind::Boolean => Literal::Boolean(json == "true"),
        NodeKind::Number => match json.parse() {
            Ok(number) => Literal::Integer(number),
            Err(_) => Literal::Float(json.parse().ok()?),
        },
        NodeKind::String => Literal::String(json_string(json)?),
        NodeKind::Array | NodeKind::Object => return Some(Token::Composite),
    }))
}
