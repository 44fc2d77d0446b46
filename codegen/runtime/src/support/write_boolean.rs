//! Writes booleans.

use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;

impl WriteJson for bool {
    fn write(&self, json: &mut Writer, _: Format) {
        json.add(if *self { b"true," } else { b"false," });
    }
}
