//! Writes floats and doubles; `super::write_raw` does it.

use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;
use std::fmt::Debug;

/// A number, or `"NaN"`, `"Infinity"`, `"-Infinity"`, for which JSON has no number.
fn write<T: Copy + Debug + Into<f64>>(value: T, json: &mut Writer) {
    match value.into() {
        number if number.is_finite() => json.raw(format_args!("{value:?}")),
        number if number.is_nan() => json.raw(format_args!("\"NaN\"")),
        number if number > 0.0 => json.raw(format_args!("\"Infinity\"")),
        _ => json.raw(format_args!("\"-Infinity\"")),
    }
}

impl WriteJson for f32 {
    fn write(&self, json: &mut Writer, _: Format) {
        write(*self, json);
    }
}

impl WriteJson for f64 {
    fn write(&self, json: &mut Writer, _: Format) {
        write(*self, json);
    }
}
