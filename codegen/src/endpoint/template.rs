//! Template strings: `https://{Region}.{Partition#dnsSuffix}`.

use super::rules::{Expression, ExpressionKind, Part};
use crate::diagnostic::Span;

/// The expression that a string stands for, or what is wrong with it.
pub fn parse(text: &str, span: Span) -> Result<Expression, String> {
    let (mut parts, mut literal, mut rest) = (Vec::new(), String::new(), text);
    while let Some(at) = rest.find(['{', '}']) {
        let (before, tail) = rest.split_at(at);
        literal.push_str(before);
        if let Some(brace) = ["{{", "}}"].into_iter().find(|brace| tail.starts_with(brace)) {
            literal.push_str(&brace[1..]);
            rest = &tail[2..];
            continue;
        }
        let inner = tail.strip_prefix('{').ok_or("`}` without `{`; a brace that is meant is written twice")?;
        let (name, after) = inner.split_once('}').ok_or("`{` without `}`; a brace that is meant is written twice")?;
        if !literal.is_empty() {
            parts.push(Part::Text(std::mem::take(&mut literal)));
        }
        parts.push(Part::Value(reference(name, span)));
        rest = after;
    }
    literal.push_str(rest);
    if !literal.is_empty() || parts.is_empty() {
        parts.push(Part::Text(literal));
    }
    Ok(Expression { span, kind: ExpressionKind::Template(parts) })
}

/// `Name`, or `Name#path`, which is short for `getAttr`.
fn reference(text: &str, span: Span) -> Expression {
    let (name, path) = text.split_once('#').map_or((text, None), |(name, path)| (name, Some(path)));
    let value = Expression { span, kind: ExpressionKind::Reference(name.to_owned()) };
    let Some(path) = path else {
        return value;
    };
    Expression {
        span,
        kind: ExpressionKind::Call { function: "getAttr".to_owned(), arguments: vec![value, self::text(path, span)] },
    }
}

/// A string without templates.
pub fn text(text: &str, span: Span) -> Expression {
    Expression { span, kind: ExpressionKind::Template(vec![Part::Text(text.to_owned())]) }
}
