//! Writes members that are boxed because they contain what holds them.

use super::write::{WriteJson, Writer};

impl<T: WriteJson> WriteJson for Box<T> {
    fn write(&self, json: &mut Writer) {
        T::write(self, json);
    }
}
