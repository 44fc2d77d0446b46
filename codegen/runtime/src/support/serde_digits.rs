//! Writes numbers for `serde` that not every format can hold.

use serde_core::Serializer;

/// Integers up to this size are floats without loss.
const EXACT: u64 = 1 << 53;

/// Writes a number, or a string of its digits if a reader of the number might get others.
pub fn write<S: Serializer>(digits: &str, to: S) -> Result<S::Ok, S::Error> {
    let same = |number: &dyn ToString| number.to_string() == digits;
    let is_exact = digits.replace('.', "").parse().is_ok_and(|digits: i64| digits.unsigned_abs() < EXACT);
    match (digits.parse::<i64>(), digits.parse::<f64>()) {
        (Ok(number), _) if same(&number) => to.serialize_i64(number),
        (_, Ok(number)) if is_exact && same(&number) => to.serialize_f64(number),
        _ => to.serialize_str(digits),
    }
}
