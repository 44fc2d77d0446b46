//! Collects text, paragraphs and lists from a reader and writes them as lines of Markdown.
//!
//! Any sequence of calls is fine: what was never opened closes nothing, what was never closed ends with
//! the page. Depth costs nothing: lists deeper than [`DEEPEST`] stay there.

use std::rc::Rc;

use super::inline::{self, Piece, Style};
use super::work::look;
use super::{escape, wrap};

/// How deep lists nest before deeper ones are shown like their parent.
const DEEPEST: usize = 5;

/// No column is narrower than this, whatever the indentation.
const NARROWEST: usize = 24;

/// What the text that a reader is about to add looks like.
#[derive(Default)]
pub struct Ink {
    /// How many bold tags are open.
    pub strong: usize,
    /// How many italic tags are open.
    pub emphasis: usize,
    /// How many code tags are open.
    pub code: usize,
    /// Where the open link leads.
    pub link: Option<Rc<str>>,
}

impl Ink {
    fn style(&self) -> Style {
        match self {
            Self { code: 1.., .. } => Style::Code,
            Self { strong: 1.., .. } => Style::Strong,
            Self { emphasis: 1.., .. } => Style::Emphasis,
            _ => Style::Plain,
        }
    }
}

/// A list that is open.
struct List {
    ordered: bool,
    /// How many items were written.
    count: usize,
    /// The open item, and whether its marker was written.
    item: Option<bool>,
}

/// The Markdown so far, and the paragraph that is being collected.
pub struct Page {
    width: usize,
    lines: Vec<String>,
    lists: Vec<List>,
    /// Lists that are open but too deep to show.
    deeper: usize,
    pieces: Vec<Piece>,
    /// Whether the paragraph has text to show.
    shows: bool,
    /// The level, if the paragraph is a heading.
    heading: Option<usize>,
    /// Joins the next block to this one, with this text between.
    joint: Option<&'static str>,
    /// Whether the last block stood in a list.
    in_list: bool,
}

impl Page {
    /// An empty page of this many columns.
    pub fn new(width: usize) -> Self {
        Self {
            width,
            lines: Vec::new(),
            lists: Vec::new(),
            deeper: 0,
            pieces: Vec::new(),
            shows: false,
            heading: None,
            joint: None,
            in_list: false,
        }
    }

    /// Adds text to the paragraph.
    pub fn text(&mut self, text: &str, ink: &Ink) {
        if let Some(joint) = self.joint {
            if text.trim().is_empty() {
                return;
            }
            self.joint = None;
            self.piece(joint, Style::Plain, None);
        }
        self.piece(text, ink.style(), ink.link.clone());
    }

    fn piece(&mut self, text: &str, style: Style, link: Option<Rc<str>>) {
        let text: String = look(text).chars().filter_map(escape::clean).collect();
        self.shows |= !text.trim().is_empty();
        match self.pieces.last_mut() {
            Some(last) if last.style == style && last.link == link => last.text.push_str(&text),
            _ if text.is_empty() => {}
            _ => self.pieces.push(Piece { style, link, text }),
        }
    }

    /// Ends the line, not the paragraph.
    pub fn line_break(&mut self) {
        self.pieces.push(Piece { style: Style::Break, link: None, text: String::new() });
    }

    /// Joins what follows, even a block, to the text so far. Does nothing if there is none.
    pub fn join(&mut self, joint: &'static str) {
        if self.shows {
            self.joint = Some(joint);
        }
    }

    /// A block begins here, unless it was joined to the one before.
    pub fn begin(&mut self) {
        if self.joint.is_none() {
            self.end();
        }
    }

    /// A heading begins here.
    pub fn begin_heading(&mut self, level: usize) {
        self.end();
        self.heading = Some(level);
    }

    /// Writes the paragraph that was collected.
    pub fn end(&mut self) {
        self.joint = None;
        self.shows = false;
        let heading = self.heading.take();
        let text = inline::render(&std::mem::take(&mut self.pieces));
        if text.is_empty() {
            return;
        }
        match heading {
            // The first line is the summary, and a heading in a list would be lost.
            Some(level) if !self.lines.is_empty() && self.lists.is_empty() => {
                self.block(|_| vec![format!("{} {}", "#".repeat(level), wrap::heading(&text))]);
            }
            _ => self.block(|width| wrap::paragraph(&text, width)),
        }
    }

    /// Writes text whose lines are kept, as a block that rustdoc does not compile.
    pub fn preformatted(&mut self, text: &str) {
        self.end();
        let clean = |line: &str| {
            let line = line.replace('\t', "    ");
            line.chars().filter_map(escape::clean).collect::<String>().trim_end().to_owned()
        };
        let mut lines: Vec<String> = look(text).lines().map(clean).skip_while(String::is_empty).collect();
        lines.truncate(lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1));
        if lines.is_empty() {
            return;
        }
        let fence = "`".repeat(escape::longest_fence(text).max(2) + 1);
        lines.insert(0, format!("{fence}text"));
        lines.push(fence);
        self.block(|_| lines);
    }

    /// Opens a list.
    pub fn begin_list(&mut self, ordered: bool) {
        self.end();
        if self.lists.len() < DEEPEST {
            self.lists.push(List { ordered, count: 0, item: None });
        } else {
            self.deeper += 1;
        }
    }

    /// Closes the innermost list.
    pub fn end_list(&mut self) {
        self.end();
        match self.deeper.checked_sub(1) {
            Some(deeper) => self.deeper = deeper,
            None => drop(self.lists.pop()),
        }
    }

    /// Opens an item, in a list of its own if there is none.
    pub fn begin_item(&mut self) {
        self.end();
        if self.lists.is_empty() {
            self.begin_list(false);
        }
        if let Some(list) = self.lists.last_mut() {
            list.item = Some(false);
        }
    }

    /// Closes the open item of the innermost list.
    pub fn end_item(&mut self) {
        self.end();
        if self.deeper == 0
            && let Some(list) = self.lists.last_mut()
        {
            list.item = None;
        }
    }

    /// Writes a block: its markers, its indentation, and a blank line before it where one is needed.
    fn block(&mut self, lines: impl FnOnce(usize) -> Vec<String>) {
        let fresh = self.lists.iter().any(|list| list.item == Some(false));
        if !(self.lines.is_empty() || fresh && self.in_list) {
            self.lines.push(String::new());
        }
        let mut marker: String = self.lists.iter_mut().filter_map(List::marker).collect();
        let indent = " ".repeat(marker.len());
        for line in lines(self.width.saturating_sub(marker.len()).max(NARROWEST)) {
            look(&line);
            self.lines.push(if line.is_empty() {
                line
            } else {
                std::mem::replace(&mut marker, indent.clone()) + &line
            });
        }
        self.in_list = !indent.is_empty();
    }

    /// Ends the page.
    pub fn finish(mut self) -> Vec<String> {
        self.end();
        self.lines
    }
}

impl List {
    /// What stands before a line of the open item: its marker the first time, spaces as wide later.
    fn marker(&mut self) -> Option<String> {
        look("");
        let written = std::mem::replace(self.item.as_mut()?, true);
        if !written {
            self.count += 1;
        }
        let marker = if self.ordered { format!("{}. ", self.count) } else { "- ".to_owned() };
        Some(if written { " ".repeat(marker.len()) } else { marker })
    }
}
