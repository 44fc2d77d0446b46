//! Says what an HTML tag means for documentation.
//!
//! One table, so that the reader has no list of names of its own.

/// What a tag does to the text in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tag {
    /// A paragraph, or anything else that stands on its own lines.
    Block,
    /// A heading of this level.
    Heading(usize),
    /// A list; a table counts as a list of rows.
    List {
        /// Whether its items are numbered.
        ordered: bool,
    },
    /// An item of a list, a row of a table.
    Item,
    /// The term that a definition explains.
    Term,
    /// What follows a term.
    Definition,
    /// A cell of a row.
    Cell,
    /// A paragraph that begins with this word.
    Label(&'static str),
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// Code in a line.
    Code,
    /// Text whose lines are kept.
    Pre,
    /// A link.
    Link,
    /// A line break.
    Break,
    /// Nothing: the tag goes, the text stays.
    Inline,
    /// The tag and its text go.
    Hidden,
}

/// Looks up a tag by its name in lower case. `None` for what is not HTML, nor used by AWS as if it were.
pub fn of(name: &str) -> Option<Tag> {
    Some(match name {
        "p" | "div" | "section" | "article" | "aside" | "blockquote" | "header" | "footer" | "main" | "nav"
        | "center" | "address" | "figure" | "figcaption" | "details" | "summary" | "hr" | "caption" | "body"
        | "html" | "form" | "fieldset" => Tag::Block,
        "h1" => Tag::Heading(1),
        "h2" => Tag::Heading(2),
        "h3" => Tag::Heading(3),
        "h4" => Tag::Heading(4),
        "h5" => Tag::Heading(5),
        "h6" => Tag::Heading(6),
        "ul" | "dl" | "menu" | "dir" | "table" => Tag::List { ordered: false },
        "ol" => Tag::List { ordered: true },
        "li" | "tr" => Tag::Item,
        "dt" => Tag::Term,
        "dd" => Tag::Definition,
        "td" | "th" => Tag::Cell,
        "note" => Tag::Label("Note:"),
        "important" => Tag::Label("Important:"),
        "warning" => Tag::Label("Warning:"),
        "caution" => Tag::Label("Caution:"),
        "tip" => Tag::Label("Tip:"),
        "b" | "strong" => Tag::Strong,
        "i" | "em" | "cite" | "dfn" => Tag::Emphasis,
        "code" | "tt" | "kbd" | "samp" | "var" => Tag::Code,
        "pre" | "xmp" | "listing" | "programlisting" | "screen" => Tag::Pre,
        "a" => Tag::Link,
        "br" => Tag::Break,
        "abbr" | "big" | "del" | "font" | "img" | "input" | "ins" | "label" | "mark" | "nobr" | "q" | "s" | "small"
        | "span" | "strike" | "sub" | "sup" | "tbody" | "tfoot" | "thead" | "u" | "wbr" | "col" | "colgroup"
        | "button" | "iframe" | "video" | "audio" | "meta" | "link" => Tag::Inline,
        "fullname" | "script" | "style" | "head" | "title" => Tag::Hidden,
        _ => return None,
    })
}
