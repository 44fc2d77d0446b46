//! Compares JSON values by what they mean: order of keys and escapes do not count. As in smithy-diff, `1` is not `1.0`.

use crate::ast::{Node, NodeKind, Trait};
use crate::diagnostic::Diagnostics;
use crate::traits::evolution;
use std::borrow::Cow;
use std::cmp::Ordering;

/// Whether the two values are the same.
pub fn same(a: &Node<'_>, b: &Node<'_>) -> bool {
    if a.kind() != b.kind() {
        return false;
    }
    if a.raw() == b.raw() {
        return true;
    }
    match a.kind() {
        NodeKind::Null => true,
        NodeKind::Boolean => false,
        NodeKind::Number => {
            let is_float = |own: &Node<'_>| own.raw().contains(['.', 'e', 'E']);
            is_float(a) == is_float(b) && compare(a.raw(), b.raw()) == Some(Ordering::Equal)
        }
        NodeKind::String => text(a) == text(b),
        NodeKind::Array => {
            let (a, b) = (elements(a), elements(b));
            a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| same(a, b))
        }
        NodeKind::Object => {
            let (a, b) = (fields(a), fields(b));
            let found = |key: &str| b.iter().find(|(own, _)| own == key).map(|(_, value)| value);
            a.len() == b.len() && a.iter().all(|(key, value)| found(key).is_some_and(|other| same(value, other)))
        }
    }
}

/// Whether the two values of a trait are the same: `{}`, `true` and `null` often are.
pub fn same_trait(a: &Trait<'_>, b: &Trait<'_>) -> bool {
    let empty = |own: &Trait<'_>| is_empty_annotation(own);
    same(&a.value, &b.value) || (empty(a) && empty(b)) || same_with_implied(a, b)
}

/// Whether a trait has no value of its own, however that is written.
fn is_empty_annotation(own: &Trait<'_>) -> bool {
    let value = &own.value;
    !evolution::is_document(own.id.as_str())
        && (value.is_null() || value.raw() == "true" || (value.kind() == NodeKind::Object && fields(value).is_empty()))
}

/// Fields that are not written have the value that the trait implies.
fn same_with_implied(a: &Trait<'_>, b: &Trait<'_>) -> bool {
    let implied = evolution::implied_fields(a.id.as_str());
    if implied.is_empty() {
        return false;
    }
    let whole = |own: &Trait<'_>| {
        let mut own = fields(&own.value).into_iter().map(|(key, value)| (key.into_owned(), value.raw().to_owned()));
        let mut all: std::collections::BTreeMap<_, _> = own.by_ref().collect();
        for (key, value) in implied {
            all.entry((*key).to_owned()).or_insert_with(|| (*value).to_owned());
        }
        all
    };
    whole(a) == whole(b)
}

/// The entries of an object; none of anything else.
pub fn fields<'a>(node: &Node<'a>) -> Vec<(Cow<'a, str>, Node<'a>)> {
    let entries = node.object("", &mut Diagnostics::new()).unwrap_or_default();
    entries.into_iter().map(|entry| (entry.key, entry.value)).collect()
}

/// The value under a key of an object.
pub fn field<'a>(node: &Node<'a>, key: &str) -> Option<Node<'a>> {
    fields(node).into_iter().find(|(own, _)| own == key).map(|(_, value)| value)
}

/// The elements of an array; none of anything else.
pub fn elements<'a>(node: &Node<'a>) -> Vec<Node<'a>> {
    node.array("", &mut Diagnostics::new()).unwrap_or_default()
}

/// The text of a string.
pub fn text<'a>(node: &Node<'a>) -> Option<Cow<'a, str>> {
    node.string("", &mut Diagnostics::new())
}

/// The strings of an array.
pub fn texts<'a>(node: &Node<'a>) -> Vec<Cow<'a, str>> {
    elements(node).iter().filter_map(text).collect()
}

/// Compares two JSON numbers of any size exactly; nothing for what is no number.
pub fn compare(a: &str, b: &str) -> Option<Ordering> {
    let (a, b) = (Decimal::read(a)?, Decimal::read(b)?);
    Some(match (a.is_zero(), b.is_zero()) {
        (true, true) => Ordering::Equal,
        (true, false) => {
            if b.negative {
                Ordering::Greater
            } else {
                Ordering::Less
            }
        }
        (false, true) => {
            if a.negative {
                Ordering::Less
            } else {
                Ordering::Greater
            }
        }
        (false, false) if a.negative != b.negative => b.negative.cmp(&a.negative),
        (false, false) => {
            let order = a.point.cmp(&b.point).then_with(|| a.digits.cmp(&b.digits));
            if a.negative { order.reverse() } else { order }
        }
    })
}

/// Whether the text is a number that is zero.
pub fn is_zero(number: &str) -> bool {
    Decimal::read(number).is_some_and(|number| number.is_zero())
}

/// A number as `0.digits` times ten to the power of `point`, digits without zeros at either end.
struct Decimal {
    negative: bool,
    digits: String,
    point: i64,
}

impl Decimal {
    fn read(text: &str) -> Option<Self> {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}");
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let zeros = digits.len() - digits.trim_start_matches('0').len();
        let point = exponent_of(exponent)?.saturating_add(whole.len() as i64).saturating_sub(zeros as i64);
        Some(Self { negative, digits: digits.trim_matches('0').to_owned(), point })
    }

    fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }
}

/// Exponents beyond what a number can hold count as the greatest.
fn exponent_of(text: &str) -> Option<i64> {
    let digits = text.trim_start_matches(['+', '-']);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse::<i64>().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
    Some(if text.starts_with('-') { -size } else { size })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_by_value() {
        let ascending =
            ["-1e400", "-2", "-1.5", "-0.001", "0", "1e-400", "0.5", "1", "10", "1e2", "101", "9e999999999999999999"];
        for (at, a) in ascending.iter().enumerate() {
            for (other, b) in ascending.iter().enumerate() {
                assert_eq!(compare(a, b), Some(at.cmp(&other)), "{a} {b}");
            }
        }
        for (a, b) in [("1", "1.0"), ("100", "1E+2"), ("-0", "0e5"), ("0.5", "5e-1"), ("0010", "10")] {
            assert_eq!(compare(a, b), Some(Ordering::Equal), "{a} {b}");
        }
        assert_eq!(compare("x", "1"), None);
        assert_eq!(compare("", "1e"), None);
    }
}
