//! Writes integers of every width; `super::write_raw` does it.

use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;

macro_rules! integers {
    ($($Type:ty),+) => {$(
        impl WriteJson for $Type {
            fn write(&self, json: &mut Writer, _: Format) {
                json.raw(format_args!("{self}"));
            }
        }
    )+};
}

integers! { i8, i16, i32, i64 }
