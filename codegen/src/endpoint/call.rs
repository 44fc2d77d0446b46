//! Checks the calls of functions.

use super::check::{Checker, all};
use super::functions;
use super::rules::{Expression, ExpressionKind, Part};
use crate::diagnostic::{Code, Diagnostic, Span, did_you_mean};
use crate::ir::endpoint::{Expr, ExprKind, Type};

impl Checker<'_, '_> {
    /// What a function gives for these arguments.
    pub fn call(&mut self, function: &str, arguments: &[Expression], span: Span) -> Option<Expr> {
        match (function, arguments) {
            ("isSet", [value]) => {
                let value = self.expression(value)?;
                Some(if value.optional { test(ExprKind::IsSet(value.into())) } else { Expr::boolean(true) })
            }
            ("not", [value]) => self.expect(value, Type::Boolean).map(not),
            ("booleanEquals", [left, right]) => {
                let (left, right) = (self.expect(left, Type::Boolean), self.expect(right, Type::Boolean));
                Some(same(left?, right?))
            }
            ("stringEquals", [left, right]) => {
                let (left, right) = (self.expect(left, Type::String), self.expect(right, Type::String));
                Some(test(ExprKind::Equal(left?.into(), right?.into())))
            }
            ("getAttr", [value, path]) => self.attribute(value, path),
            ("split", [text, delimiter, limit]) => self.split(text, delimiter, limit),
            ("coalesce", [_, _, ..]) => self.coalesce(arguments),
            ("ite", [condition, then, other]) => self.choice(condition, then, other),
            _ => self.function(function, arguments, span),
        }
    }

    /// A function of the runtime support, or none that is known.
    fn function(&mut self, name: &str, arguments: &[Expression], span: Span) -> Option<Expr> {
        let Some(function) = functions::find(name) else {
            let is_known = functions::names().any(|known| known == name);
            let message = match is_known {
                true => format!("`{name}` does not take {} arguments", arguments.len()),
                false => format!("there is no function `{name}`"),
            };
            let near = did_you_mean(name, functions::names().map(|known| (known, known)));
            let near = near.filter(|_| !is_known);
            self.log.push(Diagnostic::new(Code::EndpointRules, span, message).label("in this call").maybe_help(near));
            return None;
        };
        if function.arguments.len() != arguments.len() {
            let (wants, has) = (function.arguments.len(), arguments.len());
            return self.fault(span, format!("`{name}` takes {wants} arguments, not {has}"), "in this call");
        }
        let checked = all(arguments.iter().zip(function.arguments).map(|(argument, ty)| self.expect(argument, *ty)))?;
        let negative = |(value, _): &(&Expr, _)| matches!(value.kind, ExprKind::Integer(..0));
        if let Some((_, argument)) = checked.iter().zip(arguments).find(negative) {
            return self.fault(argument.span, "the number is negative".to_owned(), "expected a position");
        }
        Some(Expr { kind: ExprKind::Call(function, checked), ty: function.result, optional: function.optional })
    }

    /// `getAttr`: fields, and then at most one index.
    fn attribute(&mut self, value: &Expression, path: &Expression) -> Option<Expr> {
        let mut found = self.present(value)?;
        let Some(text) = literal(path) else {
            return self.fault(path.span, "the path must be plain text".to_owned(), "expected a path");
        };
        for step in text.split('.') {
            let (name, index) = step.split_once('[').map_or((step, None), |(name, index)| (name, Some(index)));
            if found.optional {
                return self.fault(path.span, "an index must be the last part of a path".to_owned(), "not the last");
            }
            if !name.is_empty() {
                let Some((field, ty)) = functions::field(found.ty, name) else {
                    let of = functions::name(found.ty);
                    let known = functions::fields(found.ty).iter().map(|(known, ..)| (*known, *known));
                    let fault = Diagnostic::new(Code::EndpointRules, path.span, format!("{of} has no `{name}`"));
                    self.log.push(fault.label("no such attribute").maybe_help(did_you_mean(name, known)));
                    return None;
                };
                found = Expr::new(ExprKind::Field(found.into(), field), ty);
            }
            if let Some(index) = index {
                let index = index.strip_suffix(']').and_then(|index| index.parse().ok());
                let (Some(index), Type::Slices | Type::Strings) = (index, found.ty) else {
                    return self.fault(path.span, format!("the index `{step}` is wrong"), "expected one of an array");
                };
                found = Expr { kind: ExprKind::Index(found.into(), index), ty: Type::String, optional: true };
            }
        }
        Some(found)
    }

    fn split(&mut self, text: &Expression, delimiter: &Expression, limit: &Expression) -> Option<Expr> {
        let (value, by) = (self.expect(text, Type::String), self.expect(delimiter, Type::String));
        let ExpressionKind::Integer(limit @ 0..) = limit.kind else {
            return self.fault(limit.span, "the limit must be a plain number".to_owned(), "expected 0 or more");
        };
        if literal(delimiter).is_some_and(str::is_empty) {
            return self.fault(delimiter.span, "the delimiter must not be empty".to_owned(), "empty");
        }
        Some(Expr::new(ExprKind::Split(value?.into(), by?.into(), limit), Type::Slices))
    }

    /// The first argument that is there.
    fn coalesce(&mut self, arguments: &[Expression]) -> Option<Expr> {
        let mut values = all(arguments.iter().map(|argument| self.expression(argument)))?;
        self.alike(&values, arguments)?;
        // Nothing after the first value that is always there can matter.
        if let Some(last) = values.iter().position(|value| !value.optional) {
            values.truncate(last + 1);
        }
        let (ty, optional) = (values[0].ty, values.last().is_some_and(|value| value.optional));
        match values.len() {
            1 => values.pop(),
            _ => Some(Expr { kind: ExprKind::Coalesce(values), ty, optional }),
        }
    }

    fn choice(&mut self, condition: &Expression, then: &Expression, other: &Expression) -> Option<Expr> {
        let condition = self.expect(condition, Type::Boolean);
        let (first, second) = (self.expression(then), self.expression(other));
        let values = [first?, second?];
        let spans = [then, other];
        self.alike(&values, spans)?;
        let [then, other] = values;
        let (ty, optional) = (then.ty, then.optional || other.optional);
        Some(Expr { kind: ExprKind::Choice(Box::new([condition?, then, other])), ty, optional })
    }

    /// Reports values that are not of one type.
    fn alike<'e>(&mut self, values: &[Expr], places: impl IntoIterator<Item = &'e Expression>) -> Option<()> {
        for (value, place) in values.iter().zip(places) {
            let (first, found) = (functions::name(values[0].ty), functions::name(value.ty));
            if value.ty != values[0].ty {
                return self.fault(place.span, format!("expected {first}, found {found}"), &format!("this is {found}"));
            }
        }
        Some(())
    }
}

/// The text of a template without values.
fn literal(expression: &Expression) -> Option<&str> {
    match &expression.kind {
        ExpressionKind::Template(parts) => match &parts[..] {
            [Part::Text(text)] => Some(text),
            _ => None,
        },
        _ => None,
    }
}

fn test(kind: ExprKind) -> Expr {
    Expr::new(kind, Type::Boolean)
}

fn not(value: Expr) -> Expr {
    match value.kind {
        ExprKind::Boolean(value) => Expr::boolean(!value),
        ExprKind::Not(value) => *value,
        _ => test(ExprKind::Not(value.into())),
    }
}

fn same(left: Expr, right: Expr) -> Expr {
    match (&left.kind, &right.kind) {
        (ExprKind::Boolean(true), _) => right,
        (ExprKind::Boolean(false), _) => not(right),
        (_, ExprKind::Boolean(true)) => left,
        (_, ExprKind::Boolean(false)) => not(left),
        _ => test(ExprKind::Equal(left.into(), right.into())),
    }
}
