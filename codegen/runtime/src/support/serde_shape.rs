//! Structures for `serde`: maps of their members in wire names, without those that are not set. What is not a member,
//! such as the request id, is left out. Reading ignores unknown members; `null` is a member that is not set.
#![allow(dead_code, unused_imports, unused_macros, reason = "structures may have no members")]

use super::serde_value::{Out, Wire};
use super::shape::Correct;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use serde_core::de::{Error, MapAccess, Visitor};
use serde_core::ser::SerializeMap;
use serde_core::{Deserializer, Serializer};
use std::fmt::Formatter;
use std::marker::PhantomData;

/// A structure.
pub trait Shape: Correct {
    /// Its name.
    const NAME: &'static str;

    /// How many members are set.
    fn length(&self) -> usize;

    /// Writes those.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;

    /// Reads the value of a member.
    fn read<'de, M: MapAccess<'de>>(builder: &mut Self::Builder, key: &str, map: &mut M) -> Result<(), M::Error>;

    /// An error if a required member is missing.
    fn check(builder: &Self::Builder) -> Result<(), BuildError>;
}

/// Writes a structure.
pub fn write<T: Shape, S: Serializer>(shape: &T, to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(shape.length()))?;
    shape.write(&mut map)?;
    map.end()
}

/// Writes a member if it is set.
pub fn member<M: SerializeMap>(
    map: &mut M,
    key: &'static str,
    value: &impl Wire,
    format: Format,
) -> Result<(), M::Error> {
    if value.is_set() { map.serialize_entry(key, &Out(value, format)) } else { Ok(()) }
}

/// Reads a structure.
pub fn read<'de, T: Shape, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    from.deserialize_map(Members(PhantomData))
}

struct Members<T>(PhantomData<T>);

impl<'de, T: Shape> Visitor<'de> for Members<T> {
    type Value = T;

    fn expecting(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "the members of `{}`", T::NAME)
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<T, M::Error> {
        let mut builder = T::Builder::default();
        while let Some(key) = map.next_key::<String>()? {
            T::read(&mut builder, &key, &mut map)?;
        }
        T::check(&builder).map_err(M::Error::custom)?;
        Ok(T::correct(builder))
    }
}

/// Gives a structure to `serde`; a row is that of `shape`, with the name on the wire and the format of timestamps.
macro_rules! members {
    ($how:ident $Name:ident $([$field:ident ($wire:literal $($format:ident)?) $($kind:tt)+])*) => {
        impl crate::support::serde_shape::Shape for $Name {
            const NAME: &'static str = stringify!($Name);

            fn length(&self) -> usize {
                0 $(+ usize::from(crate::support::serde_value::Wire::is_set(&self.$field)))*
            }

            fn write<M: serde_core::ser::SerializeMap>(&self, _map: &mut M) -> ::std::result::Result<(), M::Error> {
                $(crate::support::serde_shape::member(_map, $wire, &self.$field, crate::support::member::member!(format $($format)?))?;)*
                ::std::result::Result::Ok(())
            }

            fn read<'de, M: serde_core::de::MapAccess<'de>>(_builder: &mut Self::Builder, key: &str, map: &mut M) -> ::std::result::Result<(), M::Error> {
                match key {
                    $($wire => _builder.$field = map.next_value_seed(crate::support::serde_value::In(crate::support::member::member!(format $($format)?), std::marker::PhantomData))?,)*
                    _ => { map.next_value::<serde_core::de::IgnoredAny>()?; }
                }
                ::std::result::Result::Ok(())
            }

            fn check(_builder: &Self::Builder) -> ::std::result::Result<(), aws_smithy_types::error::operation::BuildError> {
                crate::support::serde_shape::check!($how _builder $Name $([$field $($kind)+])*)
            }
        }

        impl serde_core::Serialize for $Name {
            fn serialize<S: serde_core::Serializer>(&self, to: S) -> ::std::result::Result<S::Ok, S::Error> {
                crate::support::serde_shape::write(self, to)
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $Name {
            fn deserialize<D: serde_core::Deserializer<'de>>(from: D) -> ::std::result::Result<Self, D::Error> {
                crate::support::serde_shape::read(from)
            }
        }

        crate::support::serde_value::plain! { $Name }
    };
}

/// Inputs may lack what is required until they are sent.
macro_rules! check {
    (input $($rest:tt)*) => { ::std::result::Result::Ok(()) };
    ($how:ident $($rest:tt)*) => { crate::support::member::member!(check $($rest)*) };
}

pub(crate) use {check, members};
