//! Splits a JSON number into whole units and billionths, exactly: no binary floating point is involved.

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
    /// Takes a number that is well formed; `None` if its whole part is too large for 64 bits.
    pub fn parse(number: &str) -> Option<Self> {
        let (negative, number) = number.strip_prefix('-').map_or((false, number), |rest| (true, rest));
        let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        // No body has so many digits that an exponent beyond 18 digits could be told from a larger one.
        let beyond = if exponent.starts_with('-') { i64::MIN / 2 } else { i64::MAX / 2 };
        let exponent = exponent.parse().unwrap_or(beyond).clamp(i64::MIN / 2, i64::MAX / 2);
        let mut place = whole.len() as i64 + exponent; // how many digits are left in front of the decimal point
        let mut decimal = Self { negative, whole: 0, nanos: 0, more: false };
        for digit in whole.bytes().chain(fraction.bytes()).map(|byte| byte - b'0') {
            match place {
                1.. => decimal.whole = decimal.whole.checked_mul(10)?.checked_add(u64::from(digit))?,
                -8..=0 => decimal.nanos = decimal.nanos * 10 + u32::from(digit),
                _ => decimal.more |= digit != 0,
            }
            place -= 1;
        }
        while place > 0 && decimal.whole != 0 {
            decimal.whole = decimal.whole.checked_mul(10)?;
            place -= 1;
        }
        while place > -9 && decimal.nanos != 0 {
            decimal.nanos *= 10;
            place -= 1;
        }
        Some(decimal)
    }
}
