//! Enumerations of strings for `serde`: their values as the service spells them, also those without a name.

/// Gives an enumeration to `serde`.
macro_rules! string {
    ($Name:ident) => {
        impl serde_core::Serialize for $Name {
            fn serialize<S: serde_core::Serializer>(&self, to: S) -> ::std::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $Name {
            fn deserialize<D: serde_core::Deserializer<'de>>(from: D) -> ::std::result::Result<Self, D::Error> {
                <::std::string::String as serde_core::Deserialize>::deserialize(from).map(|value| Self::from(&*value))
            }
        }

        crate::support::serde_value::plain! { $Name }
    };
}

pub(crate) use string;
