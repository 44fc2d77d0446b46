//! Writes the text of one paragraph: styles, links and escapes.
//!
//! Styles do not nest: each piece of text has one, which makes every Markdown delimiter a local decision.
//! Line ends are left to [`super::wrap`]; a hard break is `\n` here, a space to keep is NUL.

use std::rc::Rc;

use super::escape;
use super::work::look;

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Style {
    /// Plain text.
    Plain,
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// Code.
    Code,
    /// No text but the end of a line.
    Break,
}

/// Text of one style, cleaned of everything but single spaces, characters and runs of spaces.
#[derive(Debug)]
pub struct Piece {
    /// How it looks.
    pub style: Style,
    /// Where it leads.
    pub link: Option<Rc<str>>,
    /// What it says.
    pub text: String,
}

impl Piece {
    /// Whether nothing of it shows.
    pub fn is_blank(&self) -> bool {
        look(&self.text).trim().is_empty()
    }
}

/// The pieces of a paragraph as Markdown. Empty if nothing shows.
pub fn render(pieces: &[Piece]) -> String {
    let mut line = Line::default();
    for (piece, next) in pieces.iter().zip(following(pieces)) {
        look("");
        if piece.style == Style::Break {
            line.end_link();
            line.hard_break();
        } else if piece.is_blank() {
            line.space |= !piece.text.is_empty();
        } else {
            line.piece(piece, next);
        }
    }
    line.end_link();
    line.out.truncate(line.out.trim_end_matches('\n').len());
    line.out
}

/// For each piece the character that will be seen after it.
fn following(pieces: &[Piece]) -> Vec<char> {
    let mut found = vec![' '; pieces.len()];
    let (mut next, mut link) = (' ', None);
    for (at, piece) in pieces.iter().enumerate().rev() {
        found[at] = match (piece.text.ends_with(' ') || next == ' ', link == piece.link.as_ref()) {
            (true, _) => ' ',
            (false, true) => next,
            (false, false) => ']',
        };
        match piece.style {
            Style::Break => next = ' ',
            Style::Code if !piece.is_blank() => next = '`',
            _ => next = piece.text.chars().next().unwrap_or(next),
        }
        link = piece.link.as_ref();
    }
    found
}

/// What is written so far.
#[derive(Default)]
struct Line {
    out: String,
    /// A space is due before the next character.
    space: bool,
    /// The link that is open.
    link: Option<Rc<str>>,
}

impl Line {
    fn hard_break(&mut self) {
        self.space = false;
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn end_link(&mut self) {
        if let Some(target) = self.link.take() {
            self.out.push_str("](");
            self.out.push_str(&target);
            self.out.push(')');
        }
    }

    /// Writes a piece that shows something; `next` is the character after it.
    fn piece(&mut self, piece: &Piece, next: char) {
        if self.link != piece.link {
            self.end_link();
        }
        let at_start = self.out.is_empty() || self.out.ends_with('\n');
        let space = self.space && !ends_sentence(piece);
        if (space || piece.text.starts_with(' ')) && !at_start {
            self.out.push(' ');
        }
        self.space = piece.text.ends_with(' ');
        let text = piece.text.trim();
        match &piece.link {
            Some(target) if self.link.is_none() && **target == *text => {
                self.out.push_str(&format!("<{target}>"));
                return;
            }
            Some(target) if self.link.is_none() => self.start_link(target),
            _ => {}
        }
        self.styled(piece.style, text, next);
    }

    fn start_link(&mut self, target: &Rc<str>) {
        // `![` would begin an image.
        if self.out.ends_with('!') {
            self.out.pop();
            self.out.push_str("\\!");
        }
        self.out.push('[');
        self.link = Some(Rc::clone(target));
    }

    fn styled(&mut self, style: Style, text: &str, next: char) {
        let mark = match style {
            Style::Code => {
                // Two runs of backticks must not grow together.
                if self.out.ends_with('`') {
                    self.out.push(' ');
                }
                self.out.push_str(&escape::code(text));
                return;
            }
            Style::Strong => "**",
            Style::Emphasis => "*",
            Style::Plain | Style::Break => "",
        };
        let text = escape::text(text, self.link.is_some());
        let mark = if holds(self.out.chars().next_back(), &text, next) { mark } else { "" };
        self.out.push_str(mark);
        self.out.push_str(&text);
        self.out.push_str(mark);
    }
}

/// Whether a piece begins with punctuation that follows a word directly. Models put spaces before closing
/// tags (`<i> Guide </i>.`), which are not meant.
fn ends_sentence(piece: &Piece) -> bool {
    let rest = piece.text.strip_prefix(['.', ',', ';', ')']);
    piece.style == Style::Plain && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether Markdown takes stars around `text` for delimiters, given the characters before and after.
///
/// The rule is CommonMark's for flanking: punctuation just inside wants no letter just outside. Stars that
/// touch other stars are avoided.
fn holds(before: Option<char>, text: &str, after: char) -> bool {
    let letter = |c: char| c.is_alphanumeric();
    let before = before.unwrap_or(' ');
    let opens = text.starts_with(letter) || !letter(before);
    let closes = text.ends_with(letter) || !letter(after);
    before != '*' && opens && closes
}
