//! Tokens in one line, with blanks where rustfmt has them.

use super::token::Token;
use proc_macro2::{Delimiter, Spacing};

/// A line that is being written.
#[derive(Default)]
pub struct Line {
    pub text: String,
    /// Whether the last token goes on with the next, as in `::`.
    is_joint: bool,
    /// Whether the last token is a word that has a blank behind it.
    is_loose: bool,
}

const LOOSE: [&str; 9] = ["mut", "dyn", "impl", "const", "for", "where", "as", "fn", "unsafe"];

impl Line {
    pub fn tokens(&mut self, tokens: &[Token<'_>]) {
        for token in tokens {
            match token {
                Token::Word(text) | Token::Literal(text) => self.word(text),
                Token::Punct(char, spacing) => self.punct(*char, *spacing),
                Token::Group(delimiter, inside) => {
                    self.open(*delimiter);
                    self.tokens(inside);
                    self.close(*delimiter);
                }
            }
        }
    }

    /// A word, a number or a path.
    pub fn word(&mut self, word: &str) {
        if self.needs_blank() || self.ends_with_word() || self.text.ends_with('>') {
            self.blank();
        }
        self.text.push_str(word);
        self.is_loose = LOOSE.contains(&word);
        self.is_joint = false;
    }

    pub fn punct(&mut self, char: char, spacing: Spacing) {
        if char == '>' && self.text.ends_with(',') {
            self.text.pop();
        }
        if !self.is_joint {
            let after_arrow = char == ':' && self.text.ends_with("->");
            let before = "=+|".contains(char) || (char == '-' && spacing == Spacing::Joint);
            if after_arrow || before || ("'&?<[".contains(char) && self.needs_blank()) {
                self.blank();
            }
        }
        self.text.push(char);
        self.is_loose = false;
        self.is_joint = spacing == Spacing::Joint && char != '\'';
    }

    pub fn open(&mut self, delimiter: Delimiter) {
        let (open, _) = brackets(delimiter);
        if open == "{" || (open == "[" && self.ends_with_word()) || self.needs_blank() {
            self.blank();
        }
        self.text.push_str(open);
        self.is_loose = false;
        self.is_joint = false;
    }

    pub fn close(&mut self, delimiter: Delimiter) {
        self.text.push_str(brackets(delimiter).1);
        self.is_loose = false;
        self.is_joint = false;
    }

    /// Whether the text ends with a token that has a blank behind it.
    fn needs_blank(&self) -> bool {
        match self.text.as_bytes() {
            [.., b',' | b';' | b'=' | b'+' | b'|'] | [.., b'-', b'>'] => true,
            [.., b':', b':'] => false,
            [.., b':'] => true,
            _ => self.is_loose,
        }
    }

    fn ends_with_word(&self) -> bool {
        matches!(self.text.as_bytes(), [.., b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'"' | 0x80..])
    }

    fn blank(&mut self) {
        if !matches!(self.text.as_bytes(), [] | [.., b' ' | b'(' | b'[' | b'<' | b'&']) {
            self.text.push(' ');
        }
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}
