//! The functions of JMESPath that can be compiled.

use super::combine::is_literal;
use super::types::{OPAQUE, Type, Typed};
use super::{Checker, Expression};
use crate::diagnostic::Span;
use crate::ir::path::{Length, Path};

/// Functions of the specification that cannot be compiled.
const OTHERS: &[&str] = &[
    "abs",
    "avg",
    "ceil",
    "floor",
    "join",
    "map",
    "max",
    "max_by",
    "merge",
    "min",
    "min_by",
    "not_null",
    "reverse",
    "sort",
    "sort_by",
    "sum",
    "to_array",
    "to_number",
    "to_string",
    "type",
];

impl Checker<'_, '_> {
    pub(super) fn call(&mut self, name: &str, arguments: &[Expression], at: &Typed, span: Span) -> Option<Typed> {
        match (name, arguments) {
            ("length", [of]) => {
                let of_what = of.span;
                let of = self.of(of, at)?;
                self.lift(of, |checker, it| checker.length(it, of_what))
            }
            ("keys" | "values", [of]) => {
                let of = self.of(of, at)?;
                self.lift(of, |checker, it| checker.keys_or_values(name == "keys", it, span))
            }
            ("contains", [of, item]) => self.contains(of, item, at),
            ("starts_with" | "ends_with", [text, part]) => {
                let (text, part) = (self.string(text, at), self.string(part, at));
                let method = if name == "starts_with" { "starts_with" } else { "ends_with" };
                self.text2(method, text?, part?, span)
            }
            ("length" | "keys" | "values" | "contains" | "starts_with" | "ends_with", _) => {
                self.fault(span, format!("`{name}` takes another number of arguments"), "too few or too many")
            }
            _ if OTHERS.contains(&name) => self.unsupported(span, &format!("the function `{name}`")),
            _ => self.fault(span, format!("JMESPath has no function `{name}`"), "no such function"),
        }
    }

    fn length(&mut self, of: &Typed, span: Span) -> Option<Typed> {
        let kind = match of.ty {
            Type::String => Length::Text,
            Type::List(_) | Type::Map(_) => Length::Collection,
            Type::Iterator(..) => Length::Iterator,
            Type::Opaque => return self.unsupported(span, OPAQUE),
            _ => return self.fault(span, format!("{} has no length", of.ty.name()), "of this"),
        };
        Some(Typed::new(Path::Length(kind, of.path.clone().into()), Type::Integer))
    }

    fn keys_or_values(&mut self, keys: bool, of: &Typed, span: Span) -> Option<Typed> {
        let (values, item) = self.values(of, span)?;
        if !keys && matches!(&values, Path::Parts(_, _, view) if view.optional) {
            return self.unsupported(span, "values of maps that may hold null");
        }
        let (path, item) = if keys { (Path::Keys(of.path.clone().into()), Type::String) } else { (values, item) };
        Some(Typed::new(path, Type::Iterator(item.into(), false)))
    }

    fn contains(&mut self, of: &Expression, item: &Expression, at: &Typed) -> Option<Typed> {
        let (span, place) = (item.span, of.span);
        let (of, item) = (self.of(of, at), self.of(item, at));
        let (of, item) = (of?, item?);
        if of.ty == Type::String {
            return self.text2("contains", of, item, span);
        }
        if !is_literal(&item.path) && !is_outside(at) {
            return self.unsupported(span, "an item that depends on the value at hand");
        }
        self.lift(of, |checker, it| {
            let (path, ty) = checker.elements(it, place)?;
            if ty != item.ty || !ty.is_scalar() {
                let message = format!("a list of other values than {} cannot contain it", item.ty.name());
                return checker.fault(span, message, "asked for this value");
            }
            Some(Typed::new(Path::Contains(path.into(), item.part()), Type::Boolean))
        })
    }

    fn string(&mut self, expression: &Expression, at: &Typed) -> Option<Typed> {
        let value = self.of(expression, at)?;
        if value.ty != Type::String {
            return self.fault(
                expression.span,
                format!("expected a string, found {}", value.ty.name()),
                "not a string",
            );
        }
        Some(value)
    }

    fn text2(&mut self, method: &'static str, text: Typed, part: Typed, span: Span) -> Option<Typed> {
        if part.ty != Type::String || !is_literal(&part.path) {
            return self.unsupported(span, "a part of a string that is no literal");
        }
        self.lift(text, |_, it| {
            let path = Path::Text2(method, it.path.clone().into(), part.path.into());
            Some(Typed::new(path, Type::Boolean))
        })
    }
}

/// Whether no closure around it hides the value at hand.
fn is_outside(at: &Typed) -> bool {
    matches!(at.path, Path::Variable(_)) || matches!(at.ty, Type::Exchange(..))
}
