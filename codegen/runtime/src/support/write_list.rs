//! Writes lists.

use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;

impl<T: WriteJson> WriteJson for Vec<T> {
    fn write(&self, json: &mut Writer, timestamps: Format) {
        json.out.push(b'[');
        self.iter().for_each(|element| element.write(json, timestamps));
        json.out.pop_if(|byte| *byte == b',');
        json.out.extend_from_slice(b"],");
    }
}
