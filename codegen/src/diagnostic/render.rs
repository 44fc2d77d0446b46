//! Prints faults in the look of rustc.
//!
//! The renderer gets one line per fault, never the whole model: it would read all of it each time.

use super::lines::{Excerpt, Lines};
use super::{Diagnostic, Source};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};

/// The faults in the given order, with a blank line after each one.
pub fn render(diagnostics: &[&Diagnostic], source: &Source, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut lines = Lines::new(&source.text);
    let mut text = String::new();
    for diagnostic in diagnostics {
        let excerpt = lines.excerpt(diagnostic.span);
        let rendered = renderer.render(&[group(diagnostic, &excerpt, source)]);
        text.push_str(&with_true_column(rendered, &excerpt, source));
        text.push_str("\n\n");
    }
    text
}

/// The renderer counts columns in what it is given; in a line that was cut, they are others.
fn with_true_column(rendered: String, excerpt: &Excerpt, source: &Source) -> String {
    let shown = excerpt.text[..excerpt.marked.start].chars().count() + 1;
    if shown == excerpt.column {
        return rendered;
    }
    let place = |column| format!("{}:{}:{column}", source.path, excerpt.line);
    rendered.replacen(&place(shown), &place(excerpt.column), 1)
}

fn group<'a>(diagnostic: &'a Diagnostic, excerpt: &'a Excerpt, source: &'a Source) -> Group<'a> {
    let title = Level::ERROR.primary_title(&diagnostic.message).id(diagnostic.code.to_string());
    let mut mark = AnnotationKind::Primary.span(excerpt.marked.clone());
    if !diagnostic.label.is_empty() {
        mark = mark.label(&diagnostic.label);
    }
    let snippet = Snippet::source(&excerpt.text).path(&source.path).line_start(excerpt.line);
    let mut group = title.element(snippet.annotation(mark));
    if let Some(shape) = &diagnostic.shape {
        group = group.element(Level::NOTE.message(normalize_untrusted_str(&format!("in `{shape}`"))));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    group
}
