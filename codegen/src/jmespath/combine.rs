//! Comparisons, conditions and lists of several expressions.

use super::types::{OPAQUE, Type, Typed};
use super::{Checker, Comparator, Expression, Kind, Literal};
use crate::diagnostic::Span;
use crate::ir::path::Path;

impl Checker<'_, '_> {
    /// Whether what the expression gives counts as true: it is there, and neither false nor empty.
    pub(super) fn condition(&mut self, expression: &Expression, at: &Typed) -> Option<Path> {
        match &expression.kind {
            Kind::And(left, right) => {
                let (left, right) = (self.condition(left, at), self.condition(right, at));
                return Some(Path::And(left?.into(), right?.into()));
            }
            Kind::Or(left, right) => {
                let (left, right) = (self.condition(left, at), self.condition(right, at));
                return Some(Path::Or(left?.into(), right?.into()));
            }
            _ => {}
        }
        let value = self.of(expression, at)?;
        let test = |path: Path| match &value.ty {
            Type::Boolean => Some(path),
            Type::String | Type::List(_) | Type::Map(_) => Some(Path::IsFilled(path.into())),
            Type::Iterator(..) => Some(Path::HasAny(path.into())),
            _ => None,
        };
        Some(match (value.optional, test(Path::It)) {
            _ if value.ty == Type::Null => Path::Boolean(false),
            (true, Some(Path::It)) => {
                let yes = (Box::new(Path::Boolean(true)), false);
                Path::Compare(Comparator::Equal, (value.path.into(), true), yes)
            }
            (true, Some(test)) => Path::IsSomeAnd(value.path.into(), test.into()),
            (true, None) => Path::IsSome(value.path.into(), true),
            (false, Some(_)) => test(value.path.clone())?,
            (false, None) => Path::Boolean(true),
        })
    }

    /// `&&` and `||` where their value counts, which is that of one side.
    pub(super) fn either(&mut self, left: &Expression, right: &Expression, at: &Typed, and: bool) -> Option<Typed> {
        let span = right.span;
        let (left, right) = (self.of(left, at), self.of(right, at));
        let (left, right) = (left?, right?);
        if left.ty != Type::Boolean || right.ty != Type::Boolean {
            return self.unsupported(span, "`&&` and `||` of other values than booleans, outside of conditions,");
        }
        let optional = right.optional || and && left.optional;
        let path = match (left.optional || right.optional, and) {
            (false, true) => Path::And(left.path.into(), right.path.into()),
            (false, false) => Path::Or(left.path.into(), right.path.into()),
            (true, and) => Path::Either { and, left: left.part(), right: right.part() },
        };
        Some(Typed::maybe(path, Type::Boolean, optional))
    }

    pub(super) fn compare(
        &mut self,
        comparator: Comparator,
        left: &Expression,
        right: &Expression,
        at: &Typed,
        span: Span,
    ) -> Option<Typed> {
        let nulls = (is_null(left), is_null(right));
        let (left, right) = (self.of(left, at), self.of(right, at));
        let (mut left, mut right) = (left?, right?);
        if comparator.is_equality() && (nulls.0 || nulls.1) {
            return Some(is_there(if nulls.0 { right } else { left }, comparator == Comparator::NotEqual));
        }
        widen(&mut left, &mut right);
        widen(&mut right, &mut left);
        if matches!((&left.ty, &right.ty), (Type::Integer, Type::Float) | (Type::Float, Type::Integer)) {
            return self.unsupported(span, "the comparison of integers with other numbers");
        }
        if is_literal(&left.path) && is_literal(&right.path) {
            return self.unsupported(span, "the comparison of two literals");
        }
        if [&left.ty, &right.ty].contains(&&Type::Opaque) {
            return self.unsupported(span, OPAQUE);
        }
        if left.ty != right.ty || !left.ty.is_scalar() {
            let message = format!("{} and {} cannot be compared", left.ty.name(), right.ty.name());
            return self.fault(span, message, "only booleans, numbers and strings, each with its own kind");
        }
        if !comparator.is_equality() && !matches!(left.ty, Type::Integer | Type::Float) {
            return self.fault(span, format!("{} has no order", left.ty.name()), "only numbers have an order");
        }
        let optional = !comparator.is_equality() && (left.optional || right.optional);
        let path = match (comparator, &left, &right) {
            (comparator, value, literal) | (comparator, literal, value)
                if comparator.is_equality() && is_true(&literal.path).is_some() && !value.optional =>
            {
                let holds = (comparator == Comparator::Equal) == (is_true(&literal.path) == Some(true));
                if holds { value.path.clone() } else { not(value.path.clone()) }
            }
            _ => Path::Compare(comparator, left.part(), right.part()),
        };
        Some(Typed::maybe(path, Type::Boolean, optional))
    }

    /// `[a, b]`: values of one type, since it is a list in Rust.
    pub(super) fn list(&mut self, items: &[Expression], at: &Typed, span: Span) -> Option<Typed> {
        let items: Vec<_> = items.iter().map(|item| self.of(item, at)).collect();
        let items = items.into_iter().collect::<Option<Vec<_>>>()?;
        let ty = items[0].ty.clone();
        if !ty.is_scalar() || items.iter().any(|item| item.ty != ty) {
            return self.unsupported(span, "lists of anything but strings, of numbers or of booleans");
        }
        let items = items.into_iter().map(Typed::part).collect();
        Some(Typed::new(Path::List(items), Type::Iterator(ty.into(), true)))
    }
}

pub fn is_literal(path: &Path) -> bool {
    matches!(path, Path::Text(_) | Path::Boolean(_) | Path::Integer(_) | Path::Float(_))
}

fn is_null(expression: &Expression) -> bool {
    matches!(expression.kind, Kind::Literal(Literal::Null))
}

fn is_true(path: &Path) -> Option<bool> {
    if let Path::Boolean(value) = path { Some(*value) } else { None }
}

/// Whether a value is not null, or whether it is.
fn is_there(value: Typed, wanted: bool) -> Typed {
    let path = match (value.optional, value.ty) {
        (_, Type::Null) => Path::Boolean(!wanted),
        (true, _) => Path::IsSome(value.path.into(), wanted),
        (false, _) => Path::Boolean(wanted),
    };
    Typed::new(path, Type::Boolean)
}

/// Makes an integer literal beside another number one of its kind.
fn widen(number: &mut Typed, beside: &mut Typed) {
    if let (Path::Integer(integer), Type::Float) = (&number.path, &beside.ty) {
        *number = Typed::new(Path::Float(*integer as f64), Type::Float);
    }
}

/// The opposite, pushed inwards as far as it goes. Orders of numbers are total: there is no NaN in JSON.
pub fn not(path: Path) -> Path {
    match path {
        Path::Boolean(value) => Path::Boolean(!value),
        Path::IsSome(of, wanted) => Path::IsSome(of, !wanted),
        Path::Not(inner) => *inner,
        Path::And(left, right) => Path::Or(not(*left).into(), not(*right).into()),
        Path::Or(left, right) => Path::And(not(*left).into(), not(*right).into()),
        Path::Compare(comparator, left, right) => Path::Compare(comparator.inverse(), left, right),
        other => Path::Not(other.into()),
    }
}
