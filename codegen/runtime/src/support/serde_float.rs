//! Floats for `serde`: numbers, or the strings `NaN`, `Infinity` and `-Infinity`, for which few formats have numbers.

use super::serde_number;
use super::serde_value::Wire;
use aws_smithy_types::date_time::Format;
use serde_core::{Deserializer, Serializer};

macro_rules! floats {
    ($($Type:ident $serialize:ident;)+) => {$(
        impl Wire for $Type {
            fn write<S: Serializer>(&self, _: Format, to: S) -> Result<S::Ok, S::Error> {
                match *self {
                    number if number.is_finite() => to.$serialize(number),
                    number if number.is_nan() => to.serialize_str("NaN"),
                    number if number > 0.0 => to.serialize_str("Infinity"),
                    _ => to.serialize_str("-Infinity"),
                }
            }

            fn read<'de, D: Deserializer<'de>>(_: Format, from: D) -> Result<Self, D::Error> {
                serde_number::read(from, "a number in range, \"NaN\", \"Infinity\" or \"-Infinity\"", |digits| {
                    let number = digits.parse().ok();
                    number.filter(|number: &$Type| number.is_finite() || NAMES.contains(&digits))
                })
            }
        }
    )+};
}

floats! {
    f32 serialize_f32;
    f64 serialize_f64;
}

/// Those of Smithy, and those of Rust, as which numbers of other formats arrive.
const NAMES: &[&str] = &["NaN", "Infinity", "-Infinity", "inf", "-inf"];
