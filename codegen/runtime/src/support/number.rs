//! Takes JSON numbers apart. What they mean is left to `read_decimal` and to the types that keep their text.

/// A number as it is spelled.
#[allow(dead_code, reason = "structures may have no numbers")]
pub struct Number<'a> {
    /// All of it.
    pub text: &'a str,
    /// Whether it begins with a minus sign.
    pub negative: bool,
    /// The digits without the decimal point, modulo 2⁶⁴.
    pub digits: u64,
    /// How many digits those are.
    pub places: usize,
    /// How many of them stand behind the decimal point.
    pub fraction: usize,
    /// What stands behind the `e`; more than 18 digits are as good as infinite.
    pub exponent: i64,
}

impl<'a> Number<'a> {
    /// The number that a text begins with; otherwise where that stops being one, and what should be there.
    #[inline]
    pub fn new(text: &'a str) -> Result<Self, (usize, &'static str)> {
        let mut scan = Scan { rest: text.as_bytes() };
        let at = |scan: &Scan<'_>| text.len() - scan.rest.len();
        let negative = scan.take(b'-');
        let (mut digits, mut fraction, mut exponent) = (0, 0, 0);
        let places = if scan.take(b'0') { 1 } else { scan.digits(&mut digits) };
        if places == 0 {
            return Err((at(&scan), "expected a number or null"));
        }
        if scan.take(b'.') {
            fraction = scan.many_digits(&mut digits);
            if fraction == 0 {
                return Err((at(&scan), "expected a digit"));
            }
        }
        if scan.take(b'e') || scan.take(b'E') {
            exponent = scan.exponent().ok_or_else(|| (at(&scan), "expected a digit"))?;
        }
        let text = text.get(..at(&scan)).unwrap_or_default();
        Ok(Self { text, negative, digits, places: places + fraction, fraction, exponent })
    }
}

/// What is left of the text.
struct Scan<'a> {
    rest: &'a [u8],
}

impl Scan<'_> {
    #[inline]
    fn take(&mut self, byte: u8) -> bool {
        match self.rest {
            [first, rest @ ..] if *first == byte => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// Passes over digits, appends them to a number that may overflow, and returns how many they are.
    #[inline]
    fn digits(&mut self, number: &mut u64) -> usize {
        let before = self.rest.len();
        while let [byte @ b'0'..=b'9', rest @ ..] = self.rest {
            *number = number.wrapping_mul(10).wrapping_add(u64::from(byte - b'0'));
            self.rest = rest;
        }
        before - self.rest.len()
    }

    /// [`Scan::digits`], for fractions of a second.
    #[inline]
    fn many_digits(&mut self, number: &mut u64) -> usize {
        if let Some((chunk, rest)) = self.rest.split_first_chunk()
            && let Some(value) = eight_digits(*chunk)
        {
            *number = number.wrapping_mul(100_000_000).wrapping_add(value);
            self.rest = rest;
            return 8 + self.digits(number);
        }
        self.digits(number)
    }

    /// The number behind an `e`; `None` if there is no digit.
    #[inline]
    fn exponent(&mut self) -> Option<i64> {
        let negative = !self.take(b'+') && self.take(b'-');
        let (mut value, before) = (0, self.rest.len());
        while self.take(b'0') {}
        let magnitude = if self.digits(&mut value) > 18 { i64::MAX } else { value as i64 };
        (self.rest.len() < before).then_some(if negative { -magnitude } else { magnitude })
    }
}

const ONES: u64 = u64::from_le_bytes([1; 8]);

/// What eight digits spell, by adding neighbours, pairs of them, and pairs of these.
#[inline]
fn eight_digits(chunk: [u8; 8]) -> Option<u64> {
    let digits = u64::from_le_bytes(chunk) ^ (ONES * u64::from(b'0'));
    if (digits | digits.wrapping_add(ONES * 0x76)) & (ONES * 0x80) != 0 {
        return None; // a byte is not below ten
    }
    let pairs = (digits * 10 + (digits >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_ffff_0000_ffff;
    Some((fours * 10_000 + (fours >> 32)) & 0xffff_ffff)
}
