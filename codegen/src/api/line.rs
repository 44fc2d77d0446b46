//! Tokens in one line, with blanks where rustfmt has them.

use super::token::Token;
use proc_macro2::{Delimiter, Spacing};

/// A line that is being written.
#[derive(Default)]
pub struct Line {
    pub text: String,
    /// Whether the last token goes on with the next, as in `::`.
    is_joint: bool,
}

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
        self.is_joint = spacing == Spacing::Joint && char != '\'';
    }

    pub fn open(&mut self, delimiter: Delimiter) {
        let (open, _) = brackets(delimiter);
        if open == "{" || (open == "[" && self.ends_with_word()) || self.needs_blank() {
            self.blank();
        }
        self.text.push_str(open);
        self.is_joint = false;
    }

    pub fn close(&mut self, delimiter: Delimiter) {
        self.text.push_str(brackets(delimiter).1);
        self.is_joint = false;
    }

    /// Whether the text ends with a token that has a blank behind it.
    fn needs_blank(&self) -> bool {
        let text = &self.text;
        let single_colon = text.ends_with(':') && !text.ends_with("::");
        let last = text.rsplit(|c: char| !(c.is_alphanumeric() || c == '_' || c == '#')).next().unwrap_or_default();
        let is_word = ["mut", "dyn", "impl", "const", "for", "where", "as", "fn", "unsafe"].contains(&last);
        single_colon || text.ends_with("->") || is_word || text.ends_with([',', ';', '=', '+', '|'])
    }

    fn ends_with_word(&self) -> bool {
        self.text.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '"')
    }

    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '(', '[', '<', '&']) {
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
