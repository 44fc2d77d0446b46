//! Checks `smithy.api#range`, in decimal digits: bounds and big numbers are exact, however many they have.

use super::validate::{Constraint, Walk};
use aws_smithy_types::{BigDecimal, BigInteger};
use std::cmp::Ordering;

/// A number that can be told in decimal digits.
pub trait Number {
    /// As text.
    fn text(&self) -> String;
}

macro_rules! number {
    ($($Type:ident)*) => {$(
        impl Number for $Type {
            fn text(&self) -> String {
                self.to_string()
            }
        }
    )*};
}

number! { i8 i16 i32 i64 f32 f64 }

impl Number for BigInteger {
    fn text(&self) -> String {
        self.as_ref().to_owned()
    }
}

impl Number for BigDecimal {
    fn text(&self) -> String {
        self.as_ref().to_owned()
    }
}

impl Walk<'_> {
    /// A number from `min` to `max`, each empty if there is none, as `shape` asks for. `NaN` is not in any range.
    pub fn range(&mut self, value: &impl Number, min: &'static str, max: &'static str, shape: &str) {
        let text = value.text();
        let holds = |a: &str, b: &str| a.is_empty() || b.is_empty() || compare(a, b).is_some_and(Ordering::is_le);
        if !(holds(min, &text) && holds(&text, max)) {
            self.broken(Constraint::Range { min, max }, shape);
        }
    }
}

/// Compares decimal numbers.
fn compare(a: &str, b: &str) -> Option<Ordering> {
    let ((a_sign, a), (b_sign, b)) = (parts(a)?, parts(b)?);
    Some(match (a_sign.cmp(&b_sign), a_sign) {
        (Ordering::Equal, -1) => b.cmp(&a),
        (Ordering::Equal, _) => a.cmp(&b),
        (differ, _) => differ,
    })
}

/// The sign of a number (0 for zero), and what orders its magnitude: where its first digit stands before the point, and
/// the digits from there on.
fn parts(text: &str) -> Option<(i8, (i64, String))> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let text = text.strip_prefix('+').unwrap_or(text);
    if text == "inf" {
        return Some((sign, (i64::MAX, String::new())));
    }
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() {
        return Some((0, (0, String::new())));
    }
    let first = whole.len() as i64 - (digits.len() - significant.len()) as i64;
    let exponent: i64 = exponent.parse().ok()?;
    Some((sign, (first.saturating_add(exponent), significant.trim_end_matches('0').to_owned())))
}
