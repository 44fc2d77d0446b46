//! For a comment on a pull request. What models say stays in code spans, so that it can be no markup.

use super::Section;
use codegen::diff::Event;
use codegen::one_line;
use std::fmt::Write;

/// A comment on GitHub has at most 65,536 characters. Rows that begin behind this many bytes are left out.
const LONGEST: usize = 56_000;

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
        let rows = report.events.iter().map(|event| (event, event.severity.name()));
        let rows: Vec<_> = rows.chain(report.unreported.iter().map(|event| (event, "-"))).collect();
        let shown = rows.iter().take_while(|(event, severity)| row(&mut out, event, severity)).count();
        if shown < rows.len() {
            let _ = writeln!(
                out,
                "\nLeft out here, for want of room: {} more changes; the text form shows all.",
                rows.len() - shown
            );
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// Whether there was room for it.
fn row(out: &mut String, event: &Event, severity: &str) -> bool {
    if out.len() > LONGEST {
        return false;
    }
    let place = format!("{}:{}", event.path, event.line);
    let about: Vec<String> = [event.id.as_str(), event.shape.as_deref().unwrap_or_default(), &place]
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(code)
        .collect();
    let message = prose(&event.message);
    let _ = writeln!(out, "| {severity} | {} | {message} | {} |", event.verdict, about.join("<br>"));
    true
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
    let text = one_line(text);
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
