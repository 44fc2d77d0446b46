//! Blobs for `serde`: strings in base64.

use super::serde_value::Wire;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, base64};
use serde_core::de::Error;
use serde_core::{Deserialize, Deserializer, Serializer};

impl Wire for Blob {
    fn write<S: Serializer>(&self, _: Format, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&base64::encode(self))
    }

    fn read<'de, D: Deserializer<'de>>(_: Format, from: D) -> Result<Self, D::Error> {
        base64::decode(String::deserialize(from)?).map(Self::new).map_err(|_| D::Error::custom("not base64"))
    }
}
