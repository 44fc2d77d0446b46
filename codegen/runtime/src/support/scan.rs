//! Finds, eight bytes a step, where a JSON string stops being plain text. Escapes are the reader's and the writer's.

const ONES: u64 = u64::from_le_bytes([1; 8]);

/// The number of leading bytes that are neither `"`, `\` nor a control character.
#[inline]
pub fn plain(bytes: &[u8]) -> usize {
    let (words, tail) = bytes.as_chunks();
    for (index, word) in words.iter().enumerate() {
        let hits = special(u64::from_le_bytes(*word));
        if hits != 0 {
            return index * 8 + hits.trailing_zeros() as usize / 8;
        }
    }
    let is_special = |byte: &u8| *byte < b' ' || matches!(byte, b'"' | b'\\');
    bytes.len() - tail.len() + tail.iter().position(is_special).unwrap_or(tail.len())
}

/// The high bit of each special byte; bits above the lowest one may be wrong, for the subtractions borrow upwards.
#[inline]
fn special(word: u64) -> u64 {
    // Flipping bit 1 puts `"` (0x22) right above the control characters and keeps 0x20 and 0x21 out.
    let quote_or_control = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * 0x5c)).wrapping_sub(ONES);
    (quote_or_control | backslash) & !word & (ONES * 0x80)
}
