//! What values must be like, as far as the traits of shapes and members say it. Services check it; clients may.

use crate::diagnostic::Span;
use std::cmp::Ordering;

/// What values must be like by the traits of a shape or member.
#[derive(Clone, Debug, Default)]
pub struct Constraints {
    /// `smithy.api#length`.
    pub length: Option<Length>,
    /// `smithy.api#range`.
    pub range: Option<Range>,
    /// `smithy.api#pattern`.
    pub pattern: Option<Pattern>,
    /// `smithy.api#uniqueItems`.
    pub unique_items: bool,
}

/// Inclusive bounds of a number of characters, bytes or elements.
#[derive(Clone, Debug)]
pub struct Length {
    pub min: Option<u64>,
    pub max: Option<u64>,
}

/// Inclusive bounds of a number, in the JSON spelling.
#[derive(Clone, Debug)]
pub struct Range {
    pub min: Option<String>,
    pub max: Option<String>,
}

impl Range {
    /// Whether no number is within the bounds.
    pub fn is_empty(&self) -> bool {
        self.min.as_ref().zip(self.max.as_ref()).is_some_and(|(min, max)| compare(min, max) == Ordering::Greater)
    }
}

/// Compares JSON numbers exactly.
fn compare(left: &str, right: &str) -> Ordering {
    let size = |number: &str| size(number.trim_start_matches('-'));
    let is_negative = |number: &str| number.starts_with('-') && !size(number).1.is_empty();
    match (is_negative(left), is_negative(right)) {
        (false, false) => size(left).cmp(&size(right)),
        (true, true) => size(right).cmp(&size(left)),
        (left, right) => right.cmp(&left),
    }
}

/// Where the point stands and the digits behind it, none of them a zero at either end; zero has no digits.
fn size(number: &str) -> (i64, String) {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let written = format!("{whole}{fraction}");
    let digits = written.trim_start_matches('0');
    if digits.is_empty() {
        return (i64::MIN, String::new());
    }
    let furthest = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
    let places = whole.len() as i64 - (written.len() - digits.len()) as i64;
    (exponent.parse().unwrap_or(furthest).saturating_add(places), digits.trim_end_matches('0').to_owned())
}

/// A regular expression of ECMA 262.
#[derive(Clone, Debug)]
pub struct Pattern {
    pub text: String,
    pub span: Span,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_exactly() {
        let ascending =
            ["-1e400", "-10", "-9.5", "-0.01", "0", "1e-400", "0.1", "9007199254740992", "9007199254740993"];
        for pair in ascending.windows(2) {
            assert_eq!((compare(pair[0], pair[1]), compare(pair[1], pair[0])), (Ordering::Less, Ordering::Greater));
        }
        let equal = [("-0", "0e5"), ("10", "1.0E+1"), ("0.05", "5e-2"), ("-1200", "-1.2e3"), ("0.0", "-0.00")];
        assert!(equal.iter().all(|(left, right)| compare(left, right) == Ordering::Equal));
    }
}
