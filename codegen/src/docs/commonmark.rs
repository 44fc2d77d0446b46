//! Reads documentation without HTML, which is CommonMark: paragraphs, lists, code, emphasis, links.
//!
//! Tags that are no HTML (`List<T>`) are text. Quotes lose their mark, images leave their description.

use std::rc::Rc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::link;
use super::page::{Ink, Page};

/// The documentation as lines of Markdown.
pub fn read(documentation: &str, width: usize) -> Vec<String> {
    let text = unindented(documentation);
    let mut reader = Reader { page: Page::new(width), ink: Ink::default(), pre: None };
    for event in Parser::new_ext(&text, Options::empty()) {
        reader.event(event);
    }
    reader.page.finish()
}

/// Takes the first line's indentation off every line: it is no code block, but how the model was written.
fn unindented(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let blank = |c: char| matches!(c, ' ' | '\t');
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let indent = first.len() - first.trim_start_matches(blank).len();
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let own = line.len() - line.trim_start_matches(blank).len();
        out.push_str(&line[own.min(indent)..]);
    }
    out
}

struct Reader {
    page: Page,
    ink: Ink,
    /// The text of an open code block.
    pre: Option<String>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(code) => {
                self.ink.code += 1;
                self.text(&code);
                self.ink.code -= 1;
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.page.line_break(),
            Event::Rule => self.page.end(),
            // Extensions, which are off.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) => {}
            Event::TaskListMarker(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.pre {
            Some(pre) => pre.push_str(text),
            None => self.page.text(text, &self.ink),
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.ink.strong += 1,
            Tag::Emphasis => self.ink.emphasis += 1,
            Tag::Link { dest_url, .. } => self.ink.link = link::target(&dest_url).map(Rc::from),
            Tag::Heading { level, .. } => self.page.begin_heading(level as usize),
            Tag::List(start) => self.page.begin_list(start.is_some()),
            Tag::Item => self.page.begin_item(),
            Tag::CodeBlock(_) => self.pre = Some(String::new()),
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::HtmlBlock => self.page.begin(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.ink.strong -= 1,
            TagEnd::Emphasis => self.ink.emphasis -= 1,
            TagEnd::Link => self.ink.link = None,
            TagEnd::List(_) => self.page.end_list(),
            TagEnd::Item => self.page.end_item(),
            TagEnd::CodeBlock => {
                let text = self.pre.take().unwrap_or_default();
                self.page.preformatted(&text);
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::BlockQuote(_) | TagEnd::HtmlBlock => self.page.end(),
            _ => {}
        }
    }
}
