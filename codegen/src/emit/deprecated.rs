//! What should not be used any more, and leave to name it.

use crate::ir::Deprecated;
use proc_macro2::TokenStream;

/// The attribute, with a space behind it; nothing for what is as good as ever.
pub fn text(deprecated: Option<&Deprecated>) -> String {
    let Some(Deprecated { note, since }) = deprecated else { return String::new() };
    let note = note.as_ref().map(|note| format!("note = {note:?}"));
    let since = since.as_ref().map(|since| format!("since = {since:?}"));
    match note.into_iter().chain(since).collect::<Vec<_>>().join(", ") {
        says if says.is_empty() => "#[deprecated] ".to_owned(),
        says => format!("#[deprecated({says})] "),
    }
}

/// The same in tokens.
pub fn attribute(deprecated: Option<&Deprecated>) -> TokenStream {
    super::tokens(&text(deprecated))
}

/// The permission for a module that names deprecated items, with a space behind it.
pub fn permission(names_deprecated: bool) -> &'static str {
    if names_deprecated { "#[allow(deprecated, reason = \"the model deprecates some of it\")] " } else { "" }
}
