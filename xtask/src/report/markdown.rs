//! For a comment on a pull request. What models say stays in code spans, so that it can be no markup.

use super::Section;
use codegen::diff::{Event, printable};
use std::fmt::Write;

/// A heading, the verdict and a table for each crate.
pub fn markdown(sections: &[Section]) -> String {
    let mut out = String::new();
    for section in sections {
        let report = &section.report;
        let name = section.package.as_deref().map_or("The crate".to_owned(), code);
        let _ = writeln!(out, "### {name}: {}\n", report.verdict);
        let _ = writeln!(out, "{}\n", code(&section.title));
        let _ = writeln!(out, "**{}**, because {}.\n", report.verdict, prose(&report.reason));
        if !report.events.is_empty() || !report.unreported.is_empty() {
            out.push_str("| severity | verdict | what changes | event |\n| --- | --- | --- | --- |\n");
        }
        for event in &report.events {
            row(&mut out, event, event.severity.name());
        }
        for event in &report.unreported {
            row(&mut out, event, "-");
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn row(out: &mut String, event: &Event, severity: &str) {
    let place = format!("{}:{}", event.path, event.line);
    let about: Vec<String> = [event.id.as_str(), event.shape.as_deref().unwrap_or_default(), &place]
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(code)
        .collect();
    let message = prose(&event.message);
    let _ = writeln!(out, "| {severity} | {} | {message} | {} |", event.verdict, about.join("<br>"));
}

/// A message: what stands between backquotes is code, the rest has no markup.
fn prose(message: &str) -> String {
    let mut out = String::new();
    for (at, part) in message.split('`').enumerate() {
        match at % 2 {
            0 => out.push_str(&escaped(part)),
            _ => out.push_str(&code(part)),
        }
    }
    out
}

/// Text without markup.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for own in text.chars() {
        if matches!(own, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '#' | '@' | '|') {
            out.push('\\');
        }
        out.push(own);
    }
    out
}

/// Code, whatever the text is: what could end a code span or a cell of a table is written in HTML.
fn code(text: &str) -> String {
    let text = printable(text);
    if !text.is_empty() && text.trim() == text && !text.contains(['`', '|', '\\']) {
        return format!("`{text}`");
    }
    let mut out = "<code>".to_owned();
    for own in text.chars() {
        match own {
            ' ' | 'a'..='z' | 'A'..='Z' | '0'..='9' => out.push(own),
            _ => out.push_str(&format!("&#{};", u32::from(own))),
        }
    }
    out + "</code>"
}
