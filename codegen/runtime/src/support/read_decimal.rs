//! Splits a JSON number into whole units and billionths, exactly: no binary floating point is involved.

use super::read::Number;

/// A number as far as integers and timestamps need it.
#[derive(Debug)]
pub struct Decimal {
    /// Whether the number began with a minus sign.
    pub negative: bool,
    /// The magnitude in front of the decimal point.
    pub whole: u64,
    /// The first nine digits behind the decimal point.
    pub nanos: u32,
    /// Whether any digit behind those is not zero.
    pub more: bool,
}

impl Decimal {
    /// `None` if the whole part is too large for 64 bits.
    pub fn new(number: &Number<'_>) -> Option<Self> {
        // How many of the digits are in front of the decimal point; a larger exponent makes no difference.
        let exponent = exponent_of(number.exponent).clamp(-1 << 60, 1 << 60);
        let point = (number.places - number.fraction) as i64 + exponent;
        short(number, point).or_else(|| long(number, point))
    }
}

/// A number of so few digits that 64 bits have them all, none of which stands behind the billionths.
#[inline]
fn short(number: &Number<'_>, point: i64) -> Option<Decimal> {
    let places = u32::try_from(number.places as i64 - point).ok().filter(|places| *places <= 9)?;
    if number.places > 19 {
        return None;
    }
    let unit = 10_u64.pow(places);
    let nanos = number.digits % unit * 10_u64.pow(9 - places);
    Some(Decimal { negative: number.negative, whole: number.digits / unit, nanos: nanos as u32, more: false })
}

#[cold]
fn long(number: &Number<'_>, mut point: i64) -> Option<Decimal> {
    let mut decimal = Decimal { negative: number.negative, whole: 0, nanos: 0, more: false };
    let digits = number.text.bytes().filter(u8::is_ascii_digit).take(number.places);
    for digit in digits.map(|byte| byte - b'0') {
        match point {
            1.. => decimal.whole = decimal.whole.checked_mul(10)?.checked_add(digit.into())?,
            -8..=0 => decimal.nanos = decimal.nanos * 10 + u32::from(digit),
            _ => decimal.more |= digit != 0,
        }
        point -= 1;
    }
    while point > 0 && decimal.whole != 0 {
        decimal.whole = decimal.whole.checked_mul(10)?;
        point -= 1;
    }
    while point > -9 && decimal.nanos != 0 {
        decimal.nanos *= 10;
        point -= 1;
    }
    Some(decimal)
}

fn exponent_of(text: &str) -> i64 {
    match text.parse() {
        Ok(exponent) => exponent,
        Err(_) if text.is_empty() => 0,
        Err(_) if text.starts_with('-') => i64::MIN,
        Err(_) => i64::MAX,
    }
}
