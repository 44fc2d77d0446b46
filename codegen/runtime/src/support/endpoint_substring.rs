//! `substring`: a part of a text.

/// The characters from `start` up to `stop`, counted from the end if `reverse`; nothing unless the text is ASCII and
/// has them all.
pub fn substring(text: &str, start: usize, stop: usize, reverse: bool) -> Option<&str> {
    if !text.is_ascii() || start >= stop {
        return None;
    }
    if reverse { text.get(text.len().checked_sub(stop)?..text.len() - start) } else { text.get(start..stop) }
}
