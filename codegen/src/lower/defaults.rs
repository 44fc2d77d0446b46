//! Default values: what the model spells becomes a constant of the member's type.

use crate::ir::{DefaultValue, Value};
use crate::model::Default;

/// The constant, or nothing if the default does not fit the type.
pub fn value(default: &Default, value: &Value) -> Option<DefaultValue> {
    Some(match (default, value) {
        (Default::Boolean(value), Value::Boolean) => DefaultValue::Boolean(*value),
        (Default::Number(digits), Value::Integer(_)) => DefaultValue::Integer(digits.parse().ok()?),
        (Default::Number(digits), Value::Float) => {
            DefaultValue::Float(digits.parse().ok().filter(|number: &f64| (*number as f32).is_finite())?)
        }
        (Default::Number(digits), Value::Double) => {
            DefaultValue::Float(digits.parse().ok().filter(|number: &f64| number.is_finite())?)
        }
        (Default::String(name), Value::Float | Value::Double) => DefaultValue::Float(name.parse().ok()?),
        (Default::Number(digits), Value::Timestamp(_)) => epoch_seconds(digits)?,
        (Default::String(text), Value::Timestamp(_)) => date_time(text)?,
        (Default::Number(digits), Value::BigInteger | Value::BigDecimal) => DefaultValue::BigNumber(digits.clone()),
        (Default::String(text), Value::String | Value::Enum(_)) => DefaultValue::String(text.clone()),
        (Default::String(text), Value::Blob) => DefaultValue::Blob(base64(text)?),
        (Default::Document(document), Value::Document) => DefaultValue::Document(document.clone()),
        (Default::EmptyList, Value::List { .. }) => DefaultValue::Empty,
        (Default::EmptyMap, Value::Map { .. }) => DefaultValue::Empty,
        _ => return None,
    })
}

/// Seconds since 1970 from a JSON number, exactly to the nanosecond.
pub fn epoch_seconds(digits: &str) -> Option<DefaultValue> {
    let (mantissa, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    // The digits with the decimal point nine places behind its place.
    let places = exponent.parse::<i32>().ok()?.checked_add(9)?;
    let exact = usize::try_from(places).ok().filter(|places| *places >= fraction.len() && *places < 30)?;
    let nanos: i128 = format!("{whole}{fraction:0<exact$}").parse().ok()?;
    let (secs, nanos) = (nanos.div_euclid(1_000_000_000), nanos.rem_euclid(1_000_000_000));
    Some(DefaultValue::Timestamp(secs.try_into().ok()?, nanos.try_into().ok()?))
}

/// A timestamp such as `1985-04-12T23:20:50.52Z`, the only spelling that `@default` allows.
fn date_time(text: &str) -> Option<DefaultValue> {
    let (date, time) = text.strip_suffix(['Z', 'z'])?.split_once(['T', 't'])?;
    let (clock, fraction) = time.split_once('.').unwrap_or((time, ""));
    let [year, month, day] = numbers(date, '-')?;
    let [hour, minute, second] = numbers(clock, ':')?;
    let is_day = (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day);
    if !is_day || !(0..24).contains(&hour) || !(0..60).contains(&minute) || !(0..60).contains(&second) {
        return None;
    }
    let nanos = format!("{fraction:0<9.9}").parse().ok()?;
    Some(DefaultValue::Timestamp(((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second, nanos))
}

fn numbers(text: &str, between: char) -> Option<[i64; 3]> {
    let parts: Option<Vec<i64>> = text.split(between).map(|part| part.parse().ok()).collect();
    parts?.try_into().ok()
}

/// How many days a month has.
fn days_of(year: i64, month: i64) -> i64 {
    let (next_year, next) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    days(next_year, next, 1) - days(year, month, 1)
}

/// Days since 1970 of a date in the Gregorian calendar, counted in years that begin in March.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leaps + (153 * month + 2) / 5 + day - 1 - 719_468
}

/// The bytes of a text in base64 of the standard alphabet.
fn base64(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    if digits.len() % 4 == 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(digits.len());
    let (mut bits, mut count) = (0_u32, 0);
    for digit in digits.bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        (bits, count) = (bits << 6 | u32::from(value), count + 6);
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blobs_are_base64() {
        assert_eq!(base64("YWJj").unwrap(), b"abc");
        assert_eq!(base64("YmxvYg==").unwrap(), b"blob");
        assert_eq!(base64("//8=").unwrap(), [0xff, 0xff]);
        assert_eq!(base64("").unwrap(), b"");
        assert!(base64("a-b").is_none() && base64("a").is_none() && base64("YWJjZ").is_none());
    }

    #[test]
    fn timestamps_are_exact() {
        assert_eq!(epoch_seconds("946845296.123"), Some(DefaultValue::Timestamp(946845296, 123_000_000)));
        assert_eq!(epoch_seconds("9.46845296123E8"), Some(DefaultValue::Timestamp(946845296, 123_000_000)));
        assert_eq!(epoch_seconds("-1.5"), Some(DefaultValue::Timestamp(-2, 500_000_000)));
        assert_eq!(epoch_seconds("-0.5"), Some(DefaultValue::Timestamp(-1, 500_000_000)));
        assert_eq!((epoch_seconds("1e99"), epoch_seconds("1.0000000001")), (None, None));
        assert_eq!(date_time("1985-04-12T23:20:50.52Z"), Some(DefaultValue::Timestamp(482196050, 520_000_000)));
        assert_eq!(date_time("2000-02-29T00:00:00Z"), Some(DefaultValue::Timestamp(951782400, 0)));
        assert_eq!(date_time("2000-02-29"), None);
        let wrong = ["2001-02-29T00:00:00Z", "2000-13-01T00:00:00Z", "2000-01-01T24:00:00Z", "2000-04-31T00:00:00Z"];
        assert!(wrong.iter().all(|text| date_time(text).is_none()));
    }

    #[test]
    fn numbers_fit_their_type() {
        let number = |digits: &str, of| value(&Default::Number(digits.to_owned()), &of);
        assert_eq!(number("1e39", Value::Float), None);
        assert_eq!(number("1e39", Value::Double), Some(DefaultValue::Float(1e39)));
        assert_eq!(number("1e309", Value::Double), None);
    }
}
