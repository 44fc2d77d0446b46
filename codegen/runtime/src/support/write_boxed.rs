//! Writes members that are boxed because they contain what holds them.

use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;

impl<T: WriteJson> WriteJson for Box<T> {
    fn write(&self, json: &mut Writer, timestamps: Format) {
        T::write(self, json, timestamps);
    }
}
