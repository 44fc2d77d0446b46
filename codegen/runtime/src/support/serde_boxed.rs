//! Members for `serde` that are boxed because they contain what holds them.

use super::serde_value::Wire;
use aws_smithy_types::date_time::Format;
use serde_core::{Deserializer, Serializer};

impl<T: Wire> Wire for Box<T> {
    fn write<S: Serializer>(&self, format: Format, to: S) -> Result<S::Ok, S::Error> {
        T::write(self, format, to)
    }

    fn read<'de, D: Deserializer<'de>>(format: Format, from: D) -> Result<Self, D::Error> {
        T::read(format, from).map(Self::new)
    }
}
