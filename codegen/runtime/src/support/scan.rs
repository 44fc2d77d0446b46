//! Finds where a JSON string stops being plain text. Escapes are the reader's and the writer's.

const ONES: u64 = u64::from_le_bytes([1; 8]);

/// The number of leading bytes that are neither `"`, `\` nor a control character.
#[inline(never)]
pub fn plain(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((chunk, more)) = rest.split_first_chunk::<16>() {
        // The compiler compares all sixteen bytes at once.
        if any_special(chunk) {
            return bytes.len() - rest.len() + first(chunk);
        }
        rest = more;
    }
    end(bytes)
}

/// [`plain`] of bytes that are, but for the last sixteen.
#[inline(never)]
fn end(bytes: &[u8]) -> usize {
    match bytes.last_chunk::<16>() {
        Some(chunk) if !any_special(chunk) => bytes.len(),
        Some(chunk) => bytes.len() - 16 + first(chunk),
        None => bytes.iter().take_while(|byte| !is_special(**byte)).count(),
    }
}

#[inline(always)]
fn any_special(chunk: &[u8; 16]) -> bool {
    chunk.iter().fold(false, |any, byte| any | is_special(*byte))
}

#[inline(always)]
fn is_special(byte: u8) -> bool {
    // Flipping bit 1 puts `"` (0x22) right above the control characters, and keeps 0x20 and 0x21 out.
    (byte ^ 0x02 < 0x21) | (byte == b'\\')
}

/// The place of the first special byte, of which there is one.
#[inline(always)]
fn first(chunk: &[u8; 16]) -> usize {
    let (words, _) = chunk.as_chunks();
    let [low, high] = [0, 1].map(|index| words.get(index).map_or(0, |word| specials(u64::from_le_bytes(*word))));
    if low != 0 { low.trailing_zeros() as usize / 8 } else { 8 + high.trailing_zeros() as usize / 8 }
}

/// The high bit of each special byte; bits above the lowest one may be wrong, for the subtractions borrow upwards.
#[inline(always)]
fn specials(word: u64) -> u64 {
    let quote_or_control = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * 0x5c)).wrapping_sub(ONES);
    (quote_or_control | backslash) & !word & (ONES * 0x80)
}
