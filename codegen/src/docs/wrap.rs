//! Breaks a paragraph into lines, and keeps the first word of each from meaning something.
//!
//! Expects what [`super::inline`] wrote: words between spaces, `\n` for a hard break, NUL for a fixed space.

use super::work::look;

/// The lines of a paragraph, each at most `width` characters where words allow it.
pub fn paragraph(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, part) in look(text).split('\n').enumerate() {
        if at > 0
            && let Some(last) = lines.last_mut()
        {
            *last += "\\";
        }
        fill(part, width, &mut lines);
    }
    lines
}

/// All of a paragraph in one line, for a heading.
pub fn heading(text: &str) -> String {
    let text = look(text).replace(['\n', '\0'], " ");
    // Number signs at the end would be taken for decoration.
    match text.strip_suffix('#') {
        Some(start) => format!("{start}\\#"),
        None => text,
    }
}

fn fill(part: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut length = 0;
    for word in look(part).split(' ').filter(|word| !word.is_empty()) {
        let more = word.chars().count();
        if length > 0 && length + 1 + more > width {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            line.push_str(&word.replace('\0', " "));
            length += 1 + more;
        } else {
            line = first(&word.replace('\0', " "));
            length = more;
        }
    }
    if length > 0 {
        lines.push(line);
    }
}

/// A word at the beginning of a line: what would begin a heading, list, quote, rule or table is escaped.
fn first(word: &str) -> String {
    let number = look(word).trim_end_matches(['.', ')']);
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    if is_number && word.len() > number.len() {
        return format!("{number}\\{}", &word[number.len()..]);
    }
    let mark = word == "+" || word.bytes().all(|b| matches!(b, b'-' | b':'));
    if mark || word.starts_with(['#', '>', '=']) { format!("\\{word}") } else { word.to_owned() }
}
