//! Turns a shape's documentation into Markdown that rustdoc takes without a warning: the only reader of
//! HTML documentation.
//!
//! `smithy.api#documentation` is CommonMark by specification and HTML in nearly every AWS model. Text with
//! an HTML tag is read as HTML, any other as CommonMark; both end in one `page::Page`, which alone writes
//! Markdown and escapes whatever it did not write itself. Comments (`///`) are the emitter's.
//!
//! Two crates read: `html5gum`, a WHATWG tokenizer without dependencies, which suffices because nothing
//! here needs the document tree of `html5ever`; and `pulldown-cmark`, the parser that rustdoc itself uses.

mod commonmark;
mod escape;
mod html;
mod inline;
mod link;
mod page;
mod tag;
mod work;
mod wrap;

use work::look;

/// The documentation as lines of Markdown, without `///` and without a newline in any of them.
///
/// Lines have at most `width` characters where words allow it; links and code are not always broken. The
/// first line is never blank, nor is the last. Documentation that says nothing gives no line at all.
///
/// Safe for every input, in time linear to it: no character that rustc, rustdoc or clippy complains about,
/// no raw HTML, no link but to `http`, `https` and `mailto`, and no code block that rustdoc would compile.
pub fn markdown(documentation: &str, width: usize) -> Vec<String> {
    let tokens = html::tokens(look(documentation));
    if documentation.contains("<!") || html::is_html(&tokens) {
        html::read(documentation, tokens, width)
    } else {
        commonmark::read(documentation, width)
    }
}

/// The text in one line of a comment, as it is: what would end the line, or turn or hide text, is escaped.
pub fn one_line(text: &str) -> String {
    let fits = |c: char| matches!(c, '\'' | '"' | '\\') || (c.escape_debug().len() == 1 && escape::clean(c) == Some(c));
    text.chars().map(|c| if fits(c) { c.to_string() } else { shown(c) }).collect()
}

/// The character as an escape, if only by its number.
fn shown(c: char) -> String {
    if c.escape_debug().len() > 1 { c.escape_debug().to_string() } else { c.escape_unicode().to_string() }
}

#[cfg(test)]
mod tests;
