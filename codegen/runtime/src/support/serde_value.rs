//! What `serde` makes of values: as they stand on the wire, in any format that describes itself. What a kind of value
//! looks like is left to the other `serde_*` files.
#![allow(dead_code, reason = "structures may have no members")]

use aws_smithy_types::date_time::Format;
use serde_core::de::{DeserializeSeed, Visitor};
use serde_core::{Deserializer, Serialize, Serializer};
use std::fmt::Formatter;
use std::marker::PhantomData;

/// A value that a member may have. Its timestamps are spelled in the format that the member says.
pub trait Wire: Sized {
    /// Writes the value.
    fn write<S: Serializer>(&self, format: Format, to: S) -> Result<S::Ok, S::Error>;

    /// Reads a value.
    fn read<'de, D: Deserializer<'de>>(format: Format, from: D) -> Result<Self, D::Error>;

    /// Whether there is a value: what is not set is left out.
    fn is_set(&self) -> bool {
        true
    }
}

/// A value on the way out.
pub struct Out<'a, T>(pub &'a T, pub Format);

impl<T: Wire> Serialize for Out<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(self.1, to)
    }
}

/// A value on the way in.
pub struct In<T>(pub Format, pub PhantomData<T>);

impl<'de, T: Wire> DeserializeSeed<'de> for In<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        T::read(self.0, from)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn write<S: Serializer>(&self, format: Format, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => to.serialize_some(&Out(value, format)),
            None => to.serialize_none(),
        }
    }

    fn read<'de, D: Deserializer<'de>>(format: Format, from: D) -> Result<Self, D::Error> {
        from.deserialize_option(In::<Self>(format, PhantomData))
    }

    fn is_set(&self) -> bool {
        self.is_some()
    }
}

impl<'de, T: Wire> Visitor<'de> for In<Option<T>> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Option<T>, D::Error> {
        T::read(self.0, from).map(Some)
    }
}

/// Makes a [`Wire`] of a type that `serde` knows.
macro_rules! plain {
    ($($Type:ty),+) => {$(
        impl crate::support::serde_value::Wire for $Type {
            fn write<S: serde_core::Serializer>(&self, _: aws_smithy_types::date_time::Format, to: S) -> ::std::result::Result<S::Ok, S::Error> {
                serde_core::Serialize::serialize(self, to)
            }

            fn read<'de, D: serde_core::Deserializer<'de>>(_: aws_smithy_types::date_time::Format, from: D) -> ::std::result::Result<Self, D::Error> {
                serde_core::Deserialize::deserialize(from)
            }
        }
    )+};
}

plain! { String, bool, i8, i16, i32, i64 }

pub(crate) use plain;
