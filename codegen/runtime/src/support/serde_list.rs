//! Lists for `serde`. The elements of sparse ones are `Option`s.

use super::serde_value::{In, Out, Wire};
use aws_smithy_types::date_time::Format;
use serde_core::de::{SeqAccess, Visitor};
use serde_core::{Deserializer, Serializer};
use std::fmt::Formatter;
use std::marker::PhantomData;

impl<T: Wire> Wire for Vec<T> {
    fn write<S: Serializer>(&self, format: Format, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter().map(|element| Out(element, format)))
    }

    fn read<'de, D: Deserializer<'de>>(format: Format, from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(In::<Self>(format, PhantomData))
    }
}

impl<'de, T: Wire> Visitor<'de> for In<Vec<T>> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element_seed(In(self.0, PhantomData))? {
            list.push(element);
        }
        Ok(list)
    }
}
