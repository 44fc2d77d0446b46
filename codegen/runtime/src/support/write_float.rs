//! Writes floats and doubles in the fewest digits that read back the same; `super::write_raw` prints them.

use super::write::Writer;
use std::fmt::Debug;

impl Writer {
    /// A number, or `"NaN"`, `"Infinity"`, `"-Infinity"`, for which JSON has no number.
    pub fn float<T: Copy + Debug + Into<f64>>(&mut self, value: T) {
        match value.into() {
            number if number.is_finite() => self.raw(format_args!("{value:?}")),
            number if number.is_nan() => self.raw(format_args!("\"NaN\"")),
            number if number > 0.0 => self.raw(format_args!("\"Infinity\"")),
            _ => self.raw(format_args!("\"-Infinity\"")),
        }
    }
}
