//! Finds lines and columns, and cuts the part of a line that is worth showing.

use super::Span;
use std::ops::Range;

/// Where the lines of a text begin.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// Where the last excerpt began and its column: in a model of one long line, the next one counts on from there.
    counted: (usize, usize),
}

/// What to show of a line: a part of the text and the marked range in it.
#[derive(Debug, PartialEq)]
pub struct Excerpt {
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    /// The line, or a window of it with `...` where something is left out.
    pub text: String,
    /// The marked bytes of `text`.
    pub marked: Range<usize>,
}

const WIDEST: usize = 160;
const BEFORE: usize = 60;

impl<'a> Lines<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect(), counted: (0, 1) }
    }

    /// The number of the line where the span starts, counted from 1.
    pub fn number(&self, span: Span) -> usize {
        self.starts.partition_point(|line| *line <= span.start)
    }

    /// The line where the span starts; of a span over several lines only the first one is marked.
    pub fn excerpt(&mut self, span: Span) -> Excerpt {
        let start = floor(self.text, span.start);
        let index = self.starts.partition_point(|line| *line <= start) - 1;
        let line_start = self.starts[index];
        let line_end = self.starts.get(index + 1).map_or(self.text.len(), |next| next - 1);
        let line = self.text[line_start..line_end].trim_end_matches('\r');
        let start = start.min(line_start + line.len());
        let end = floor(self.text, span.end).clamp(start, line_start + line.len());
        let marked = start - line_start..end - line_start;
        let column = self.column(line_start, start);
        let (text, marked) = window(line, marked);
        Excerpt { line: index + 1, column, text, marked }
    }
}

impl Lines<'_> {
    fn column(&mut self, line_start: usize, at: usize) -> usize {
        let (known, column) = self.counted;
        let (from, column) = if (line_start..=at).contains(&known) { (known, column) } else { (line_start, 1) };
        self.counted = (at, column + self.text[from..at].chars().count());
        self.counted.1
    }
}

/// Cuts a long line down to what surrounds the marked range.
fn window(line: &str, marked: Range<usize>) -> (String, Range<usize>) {
    if line.len() <= WIDEST {
        return (line.to_owned(), marked);
    }
    let from = floor(line, marked.start.saturating_sub(BEFORE));
    let to = floor(line, from + WIDEST);
    let head = if from > 0 { "..." } else { "" };
    let tail = if to < line.len() { "..." } else { "" };
    let shift = |at: usize| at.min(to) - from + head.len();
    (format!("{head}{}{tail}", &line[from..to]), shift(marked.start)..shift(marked.end))
}

/// The character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_before_carriage_return() {
        let excerpt = Lines::new("a\r\n\u{e9}xy\r\n").excerpt(Span { start: 5, end: 9 });
        assert_eq!(excerpt, Excerpt { line: 2, column: 2, text: "\u{e9}xy".to_owned(), marked: 2..4 });
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        let text = format!("{}MARK{}", "a".repeat(3_000_000), "b".repeat(1_000));
        let excerpt = Lines::new(&text).excerpt(Span { start: 3_000_000, end: 3_000_004 });
        assert_eq!((excerpt.line, excerpt.column), (1, 3_000_001));
        assert_eq!(&excerpt.text[excerpt.marked.clone()], "MARK");
        assert!(excerpt.text.len() < 200);
    }

    #[test]
    fn any_span_is_safe() {
        let mut lines = Lines::new("\u{1F600}\n");
        for start in 0..8 {
            for end in 0..8 {
                lines.excerpt(Span { start, end });
            }
        }
    }
}
