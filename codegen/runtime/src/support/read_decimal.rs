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
        let digits = number.trim_start_matches('-');
        let (mantissa, exponent) = split(digits, |byte| byte | 32 == b'e');
        let (whole, fraction) = split(mantissa, |byte| byte == b'.');
        // How many digits are left in front of the decimal point; a larger exponent makes no difference.
        let mut place = whole.len() as i64 + exponent_of(exponent).clamp(-1 << 60, 1 << 60);
        let mut decimal = Self { negative: digits.len() < number.len(), whole: 0, nanos: 0, more: false };
        whole.bytes().chain(fraction.bytes()).try_for_each(|byte| {
            let digit = byte - b'0';
            match place {
                1.. => decimal.whole = decimal.whole.checked_mul(10)?.checked_add(digit.into())?,
                -8..=0 => decimal.nanos = decimal.nanos * 10 + u32::from(digit),
                _ => decimal.more |= digit != 0,
            }
            place -= 1;
            Some(())
        })?;
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

fn exponent_of(text: &str) -> i64 {
    match text.parse() {
        Ok(exponent) => exponent,
        Err(_) if text.is_empty() => 0,
        Err(_) if text.starts_with('-') => i64::MIN,
        Err(_) => i64::MAX,
    }
}

/// Splits around the first byte of this kind.
fn split(number: &str, at: impl Fn(u8) -> bool) -> (&str, &str) {
    let at = number.bytes().position(at).unwrap_or(number.len());
    (&number[..at], number.get(at + 1..).unwrap_or_default())
}
