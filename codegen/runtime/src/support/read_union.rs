//! Reads unions: objects of which exactly one member is there.
//! See <https://smithy.io/2.0/spec/aggregate-types.html#union>.

use super::read::{ReadError, Reader};

/// Reads a union; `read` gives the variant for a key, or `None` for `null`.
pub fn read<'a, U>(
    json: &mut Reader<'a>,
    mut read: impl FnMut(&mut Reader<'a>, &str) -> Result<Option<U>, ReadError>,
) -> Result<U, ReadError> {
    json.peek();
    let none = json.error("no member of the union is set");
    let mut union = None;
    json.begin_object()?;
    while let Some(key) = json.key()? {
        json.peek();
        let second = json.error("a second member of the union is set");
        if let Some(variant) = read(json, &key)?
            && union.replace(variant).is_some()
        {
            return Err(second);
        }
    }
    union.ok_or(none)
}

/// A member that the model does not know; `None` if it is `null`, or the `__type` that some services add.
pub fn unknown(json: &mut Reader<'_>, key: &str) -> Result<Option<()>, ReadError> {
    let unknown = json.optional(Reader::skip)?;
    Ok(unknown.filter(|()| key != "__type"))
}
