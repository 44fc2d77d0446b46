//! `cfg` attributes: the items of a crate are listed as they are with all of its features.

use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

/// Whether an item with these attributes is there.
pub fn holds(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).all(|attribute| {
        let condition: Option<Meta> = attribute.parse_args().ok();
        condition.is_none_or(|condition| is_met(&condition))
    })
}

/// Every feature is on, and nothing is tested. Anything else that a target may have, it has.
fn is_met(condition: &Meta) -> bool {
    let Meta::List(list) = condition else {
        return !condition.path().is_ident("test");
    };
    let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).unwrap_or_default();
    match () {
        () if list.path.is_ident("not") => !parts.iter().all(is_met),
        () if list.path.is_ident("any") => parts.iter().any(is_met),
        () => parts.iter().all(is_met),
    }
}
