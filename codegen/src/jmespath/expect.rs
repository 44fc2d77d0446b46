//! What the value of an expression must be: a test that is true or false.

use super::types::{Type, Typed};
use super::{Checker, Comparator, Expression, Root};
use crate::diagnostic::Span;
use crate::ir::path::{Link, Path};
use crate::model;

/// What a value must be.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    Boolean(bool),
    String(String),
    /// A list of strings that are all this one, at least one of them.
    AllStrings(String),
    /// A list of strings, one of which is this one.
    AnyString(String),
}

impl<'m> Checker<'m, '_> {
    /// Whether the expression gives what is expected. Where it gives nothing, it does not.
    pub fn expect(&mut self, expression: &Expression, root: Root<'m>, expected: &Expected) -> Option<Path> {
        let value = self.check(expression, root)?;
        let span = expression.span;
        match expected {
            Expected::Boolean(wanted) if value.ty == Type::Boolean => Some(match (value.optional, wanted) {
                (true, wanted) => equals(value, Path::Boolean(*wanted)),
                (false, true) => value.path,
                (false, false) => super::combine::not(value.path),
            }),
            Expected::String(text) if matches!(value.path, Path::Text(_)) => {
                Some(Path::Boolean(matches!(value.path, Path::Text(own) if own == *text)))
            }
            Expected::String(text) if value.ty == Type::String => Some(equals(value, Path::Text(text.clone()))),
            Expected::Boolean(_) => self.mismatch("booleanEquals", "a boolean", &value.ty, span),
            Expected::String(_) => self.mismatch("stringEquals", "a string", &value.ty, span),
            // The elements that are there would not be all.
            Expected::AllStrings(_) if self.has_gaps(&value.ty) => {
                self.unsupported(span, "`allStringEquals` of a list that may have nulls")
            }
            Expected::AllStrings(text) => {
                self.strings(value, span, "allStringEquals", |list| Path::All(list, text.clone()))
            }
            Expected::AnyString(text) => self.strings(value, span, "anyStringEquals", |list| {
                Path::Contains(list, (Path::Text(text.clone()).into(), false))
            }),
        }
    }

    fn has_gaps(&self, list: &Type) -> bool {
        match list {
            Type::List(id) => matches!(self.model.shapes[id].kind, model::Kind::List { sparse: true, .. }),
            Type::Iterator(_, is_option) => *is_option,
            _ => false,
        }
    }

    /// A test of a list of strings.
    fn strings(
        &mut self,
        value: Typed,
        span: Span,
        comparator: &str,
        test: impl FnOnce(Box<Path>) -> Path,
    ) -> Option<Path> {
        let Typed { path, ty, optional } = value;
        if !matches!(ty, Type::List(_) | Type::Iterator(..)) {
            return self.mismatch(comparator, "a list of strings", &ty, span);
        }
        // The test of a list that may be missing goes where the list is made.
        let (of, list) = match path {
            Path::Then(Link::Map, of, made) if matches!(ty, Type::Iterator(..)) => (Some(of), *made),
            path if optional => (Some(path.into()), Path::It),
            path => (None, path),
        };
        let (list, element) = self.elements(&Typed::new(list, ty), span)?;
        if element != Type::String {
            let message = format!("`{comparator}` is asked of a list of strings");
            return self.fault(span, message, "gives a list of other values");
        }
        let test = test(list.into());
        Some(match of {
            Some(of) => Path::IsSomeAnd(of, test.into()),
            None => test,
        })
    }

    fn mismatch<T>(&mut self, comparator: &str, expected: &str, found: &Type, span: Span) -> Option<T> {
        self.fault(span, format!("`{comparator}` is asked of {expected}"), &format!("gives {}", found.name()))
    }
}

fn equals(value: Typed, literal: Path) -> Path {
    Path::Compare(Comparator::Equal, value.part(), (literal.into(), false))
}
