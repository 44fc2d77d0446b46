//! Splits a JSON number into whole units and billionths, exactly: no binary floating point is involved.

use super::number::Number;

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
        let exponent = number.exponent.clamp(-1 << 60, 1 << 60);
        let point = (number.places - number.fraction) as i64 + exponent;
        short(number, point).or_else(|| long(number, point))
    }
}

const POWERS_OF_TEN: [u64; 10] =
    [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

/// A number of so few digits that 64 bits have them all, none of which stands behind the billionths.
#[inline]
fn short(number: &Number<'_>, point: i64) -> Option<Decimal> {
    if number.places > 19 {
        return None;
    }
    let places = usize::try_from(number.places as i64 - point).ok()?; // behind the decimal point
    let (unit, scale) = (POWERS_OF_TEN.get(places)?, POWERS_OF_TEN.get(9 - places)?);
    let nanos = number.digits % unit * scale;
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
