//! Reads documentation that is HTML, from tokens and without a tree: mismatched tags do no harm.
//!
//! What a tag means stands in [`super::tag`], what comes of it in [`super::page`].

use std::collections::BTreeSet;
use std::rc::Rc;

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Span, Tokenizer};

use super::link;
use super::page::{Ink, Page};
use super::tag::{self, Tag};

/// Splits documentation into text, tags and comments. Never fails, whatever the text.
pub fn tokens(documentation: &str) -> Vec<Token<usize>> {
    let tokenizer = Tokenizer::new_with_emitter(documentation, DefaultEmitter::<usize>::new_with_span());
    // Reading a string has no error: the error type has no value.
    tokenizer.map_while(Result::ok).collect()
}

/// Whether a tag or comment shows that HTML was meant. `List<T>` does not.
pub fn is_html(tokens: &[Token<usize>]) -> bool {
    tokens.iter().any(|token| match token {
        Token::StartTag(tag) => tag::of(&text(&tag.name)).is_some(),
        Token::EndTag(tag) => tag::of(&text(&tag.name)).is_some(),
        _ => false,
    })
}

/// The documentation as lines of Markdown.
pub fn read(documentation: &str, tokens: Vec<Token<usize>>, width: usize) -> Vec<String> {
    let closed = tokens.iter().filter_map(|token| match token {
        Token::EndTag(tag) => Some(text(&tag.name)),
        _ => None,
    });
    let mut reader = Reader {
        documentation,
        closed: closed.collect(),
        page: Page::new(width),
        ink: Ink::default(),
        pre: None,
        hidden: None,
    };
    for token in tokens {
        reader.token(token);
    }
    reader.end_pre();
    reader.page.finish()
}

struct Reader<'a> {
    documentation: &'a str,
    /// The tags that are closed somewhere.
    closed: BTreeSet<String>,
    page: Page,
    ink: Ink,
    /// The text of an open `<pre>`.
    pre: Option<String>,
    /// The tag that hides text until it is closed.
    hidden: Option<String>,
}

impl<'a> Reader<'a> {
    fn token(&mut self, token: Token<usize>) {
        match token {
            Token::EndTag(tag) => self.end_tag(&text(&tag.name)),
            _ if self.hidden.is_some() => {}
            Token::StartTag(tag) => self.start_tag(&tag),
            Token::String(string) => self.text(&text(&string)),
            Token::Comment(comment) => self.comment(self.source(comment.span), &text(&comment)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }

    /// HTML has no CDATA sections, and takes `<?` and `</ ` for comments. Only a real comment says nothing.
    fn comment(&mut self, source: &str, comment: &str) {
        match comment.strip_prefix("[CDATA[") {
            Some(data) => self.text(data.strip_suffix("]]").unwrap_or(data)),
            None if source.starts_with("<!--") => {}
            None => self.text(source),
        }
    }

    /// The text between two places of the documentation.
    fn source(&self, span: Span<usize>) -> &'a str {
        self.documentation.get(span.start..span.end).unwrap_or_default()
    }

    fn text(&mut self, text: &str) {
        match &mut self.pre {
            Some(pre) => pre.push_str(text),
            None => self.page.text(text, &self.ink),
        }
    }

    fn start_tag(&mut self, start: &StartTag<usize>) {
        let name = text(&start.name);
        match tag::of(&name) {
            // `<account-id>` stands for something: it is text that was not escaped.
            None if !self.closed.contains(&name) => {
                self.text(self.source(start.span));
            }
            Some(Tag::Break) if self.pre.is_some() => self.text("\n"),
            Some(Tag::Hidden) if self.closed.contains(&name) => self.hidden = Some(name),
            Some(tag) if self.pre.is_none() => self.begin(tag, start),
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag, start: &StartTag<usize>) {
        match tag {
            Tag::Strong => self.ink.strong += 1,
            Tag::Emphasis => self.ink.emphasis += 1,
            Tag::Code => self.ink.code += 1,
            Tag::Link => {
                let href = start.attributes.get(b"href".as_slice());
                self.ink.link = href.and_then(|href| link::target(&text(href))).map(Rc::from);
            }
            Tag::Break if self.ink.code > 0 => self.page.text(" ", &self.ink),
            Tag::Break => self.page.line_break(),
            Tag::Inline | Tag::Hidden => {}
            _ => {
                self.ink = Ink::default();
                self.begin_block(tag);
            }
        }
    }

    fn begin_block(&mut self, tag: Tag) {
        match tag {
            Tag::Heading(level) => self.page.begin_heading(level),
            Tag::List { ordered } => self.page.begin_list(ordered),
            Tag::Item => self.page.begin_item(),
            Tag::Term => {
                self.page.begin_item();
                self.ink.strong = 1;
            }
            Tag::Cell => self.page.join(" \u{2013} "),
            Tag::Label(label) => {
                self.page.end();
                self.page.text(label, &Ink { strong: 1, ..Ink::default() });
                self.page.join(" ");
            }
            Tag::Pre => {
                self.page.end();
                self.pre = Some(String::new());
            }
            _ => self.page.begin(),
        }
    }

    fn end_tag(&mut self, name: &str) {
        if self.hidden.is_some() {
            self.hidden.take_if(|hidden| hidden == name);
            return;
        }
        match tag::of(name) {
            Some(Tag::Pre) => self.end_pre(),
            Some(tag) if self.pre.is_none() => self.end(tag),
            _ => {}
        }
    }

    fn end(&mut self, tag: Tag) {
        let less = |open: &mut usize| *open = open.saturating_sub(1);
        match tag {
            Tag::Strong => less(&mut self.ink.strong),
            Tag::Emphasis => less(&mut self.ink.emphasis),
            Tag::Code => less(&mut self.ink.code),
            Tag::Link => self.ink.link = None,
            Tag::Cell | Tag::Break | Tag::Inline | Tag::Hidden => {}
            _ => {
                self.ink = Ink::default();
                self.end_block(tag);
            }
        }
    }

    fn end_block(&mut self, tag: Tag) {
        match tag {
            Tag::Term => self.page.join(": "),
            Tag::List { .. } => self.page.end_list(),
            Tag::Item => self.page.end_item(),
            _ => self.page.end(),
        }
    }

    fn end_pre(&mut self) {
        if let Some(text) = self.pre.take() {
            self.page.preformatted(&text);
        }
    }
}

/// Text of the tokenizer, which works on bytes.
fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
