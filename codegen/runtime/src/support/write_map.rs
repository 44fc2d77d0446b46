//! Writes maps.

use super::write::{WriteJson, Writer};
use aws_smithy_types::date_time::Format;
use std::collections::HashMap;

impl<K: AsRef<str>, V: WriteJson> WriteJson for HashMap<K, V> {
    fn write(&self, json: &mut Writer, timestamps: Format) {
        json.begin_object();
        for (key, value) in self {
            json.string(key.as_ref());
            json.take_back();
            json.add(b":");
            value.write(json, timestamps);
        }
        json.end_object();
    }
}
