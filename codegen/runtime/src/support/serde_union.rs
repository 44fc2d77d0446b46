//! Unions for `serde`: a map of the one member that is set. Members newer than the crate can be read, but not written.

use super::serde_value::{In, Out, Wire};
use aws_smithy_types::date_time::Format;
use serde_core::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde_core::ser::SerializeMap;
use serde_core::{Deserializer, Serializer};
use std::fmt::Formatter;
use std::marker::PhantomData;

/// A union.
pub trait Union: Sized {
    /// Its name.
    const NAME: &'static str;

    /// Reads the variant for a key, if its value is not `null`.
    fn read<'de, M: MapAccess<'de>>(key: &str, map: &mut M) -> Result<Option<Self>, M::Error>;
}

/// Reads a union.
pub fn read<'de, T: Union, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    from.deserialize_map(Member(PhantomData))
}

struct Member<T>(PhantomData<T>);

impl<'de, T: Union> Visitor<'de> for Member<T> {
    type Value = T;

    fn expecting(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "exactly one member of `{}`", T::NAME)
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<T, M::Error> {
        let mut union = None;
        while let Some(key) = map.next_key::<String>()? {
            if let Some(variant) = T::read(&key, &mut map)?
                && union.replace(variant).is_some()
            {
                return Err(M::Error::custom(format_args!("a second member of `{}` is set", T::NAME)));
            }
        }
        union.ok_or_else(|| M::Error::custom(format_args!("no member of `{}` is set", T::NAME)))
    }
}

/// A member that the model does not know; `None` if it is `null`, or the `__type` that some services add.
pub fn unknown<'de, M: MapAccess<'de>>(key: &str, map: &mut M) -> Result<Option<()>, M::Error> {
    let unknown = map.next_value::<Option<IgnoredAny>>()?;
    Ok(unknown.filter(|_| key != "__type").map(drop))
}

/// A member that the model knows; `None` if it is `null`.
pub fn value<'de, T: Wire, M: MapAccess<'de>>(map: &mut M, format: Format) -> Result<Option<T>, M::Error> {
    map.next_value_seed(In(format, PhantomData))
}

/// Writes a union.
pub fn write<T: Wire, S: Serializer>(to: S, key: &'static str, value: &T, format: Format) -> Result<S::Ok, S::Error> {
    to.collect_map([(key, Out(value, format))])
}

/// Of a member without a value: an empty map. What else may be there is ignored.
impl Wire for () {
    fn write<S: Serializer>(&self, _: Format, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_map(Some(0))?.end()
    }

    fn read<'de, D: Deserializer<'de>>(_: Format, from: D) -> Result<Self, D::Error> {
        from.deserialize_ignored_any(IgnoredAny).map(drop)
    }
}

/// Gives a union to `serde`; a row is that of `union_enum`, with the name on the wire and the format of timestamps.
macro_rules! members {
    ($Name:ident $([($($key:tt)+) $($row:tt)+])*) => {
        impl crate::support::serde_union::Union for $Name {
            const NAME: &'static str = stringify!($Name);

            fn read<'de, M: serde_core::de::MapAccess<'de>>(key: &str, map: &mut M) -> ::std::result::Result<::std::option::Option<Self>, M::Error> {
                $(crate::support::serde_union::members! { @read key map $($key)+; $($row)+ })*
                ::std::result::Result::Ok(crate::support::serde_union::unknown(key, map)?.map(|()| Self::Unknown))
            }
        }

        impl serde_core::Serialize for $Name {
            fn serialize<S: serde_core::Serializer>(&self, to: S) -> ::std::result::Result<S::Ok, S::Error> {
                $(crate::support::serde_union::members! { @write self to $($key)+; $($row)+ })*
                ::std::result::Result::Err(serde_core::ser::Error::custom(concat!("the member of `", stringify!($Name), "` is newer than this crate")))
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $Name {
            fn deserialize<D: serde_core::Deserializer<'de>>(from: D) -> ::std::result::Result<Self, D::Error> {
                crate::support::serde_union::read(from)
            }
        }

        crate::support::serde_value::plain! { $Name }
    };

    (@read $key:ident $map:ident $wire:literal $($format:ident)?; $Variant:ident: $kind:ident) => {
        if $key == $wire {
            let value = crate::support::serde_union::value($map, crate::support::member::member!(format $($format)?))?;
            return ::std::result::Result::Ok(value.map(Self::$Variant));
        }
    };
    (@read $key:ident $map:ident $wire:literal; $Variant:ident) => {
        if $key == $wire {
            let unit = crate::support::serde_union::value($map, crate::support::member::member!(format))?;
            return ::std::result::Result::Ok(unit.map(|()| Self::$Variant));
        }
    };
    (@write $self:ident $to:ident $wire:literal $($format:ident)?; $Variant:ident: $kind:ident) => {
        if let Self::$Variant(value) = $self {
            return crate::support::serde_union::write($to, $wire, value, crate::support::member::member!(format $($format)?));
        }
    };
    (@write $self:ident $to:ident $wire:literal; $Variant:ident) => {
        if let Self::$Variant = $self {
            return crate::support::serde_union::write($to, $wire, &(), crate::support::member::member!(format));
        }
    };
    // `Debug` alone cares about what is sensitive.
    (@$what:ident $one:ident $other:ident $wire:literal $($format:ident)?; sensitive $($row:tt)+) => {
        crate::support::serde_union::members! { @$what $one $other $wire $($format)?; $($row)+ }
    };
}

pub(crate) use members;
