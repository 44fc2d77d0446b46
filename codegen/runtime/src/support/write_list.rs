//! Writes lists.

use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;

impl<T: WriteJson> WriteJson for Vec<T> {
    fn write(&self, json: &mut Writer, timestamps: Format) {
        json.add(b"[");
        self.iter().for_each(|element| element.write(json, timestamps));
        json.take_back();
        json.add(b"],");
    }
}
