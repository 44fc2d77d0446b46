//! Prints what `cargo xtask diff` found: for people at a terminal, for pull requests, for programs.

mod markdown;

pub use markdown::markdown;

use codegen::diff::{Event, Report, Severity, Verdict};
use codegen::one_line;
use std::fmt::Write;

/// The changes of one model, of one crate.
pub struct Section {
    /// Which models, and what of them.
    pub title: String,
    pub package: Option<String>,
    pub report: Report,
}

/// For people at a terminal.
pub fn text(sections: &[Section], color: bool) -> String {
    let paint = |code: &str, text: &str| if color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() };
    let mut out = String::new();
    for section in sections {
        let name = section.package.as_ref().map(|name| format!("{name}: ")).unwrap_or_default();
        let _ = writeln!(out, "{}\n", paint("1", &one_line(&format!("{name}{}", section.title))));
        for event in &section.report.events {
            let severity = paint(shade(event.severity), &format!("{:7}", event.severity.name()));
            let shape = event.shape.as_ref().map(|shape| format!("  {shape}")).unwrap_or_default();
            let _ = writeln!(out, "{severity} {}{shape}", one_line(&event.id));
            let _ = writeln!(out, "{}", detail(event));
        }
        for event in &section.report.unreported {
            let _ = writeln!(out, "{:7} {}", "-", event.shape.as_deref().unwrap_or_default());
            let _ = writeln!(out, "{}", detail(event));
        }
        let _ = writeln!(out, "{}", summary(&section.report));
        let verdict = paint("1", section.report.verdict.name());
        let _ = writeln!(out, "verdict: {verdict}, because {}\n", section.report.reason);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn shade(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "1;31",
        Severity::Danger => "31",
        Severity::Warning => "33",
        Severity::Note => "36",
        Severity::Suppressed => "2",
    }
}

fn detail(event: &Event) -> String {
    let place = one_line(&event.path);
    format!("        {place}:{}\n        {} [{}]\n", event.line, event.message, event.verdict)
}

/// How many changes there are, by severity.
fn summary(report: &Report) -> String {
    let count = |severity| report.events.iter().filter(|event| event.severity == severity).count();
    let counts: Vec<String> = Severity::ALL
        .into_iter()
        .rev()
        .map(|severity| (count(severity), severity))
        .filter(|(count, _)| *count > 0)
        .map(|(count, severity)| format!("{count} {severity}"))
        .collect();
    let mut text = if counts.is_empty() { "no event".to_owned() } else { counts.join(", ") };
    if !report.unreported.is_empty() {
        let _ = write!(text, ", and {} that smithy-diff does not report (-)", report.unreported.len());
    }
    text
}

/// For programs. Of several crates, all events and the greatest verdict.
pub fn json(sections: &[Section]) -> String {
    let verdict = sections.iter().map(|section| section.report.verdict).max().unwrap_or(Verdict::Patch);
    let all = sections.iter().flat_map(|section| section.report.events.iter().chain(&section.report.unreported));
    let events = all.map(|event| {
        let text = |value: &str| serde_json::Value::from(value);
        let shape = event.shape.as_deref().map_or(serde_json::Value::Null, text);
        format!(
            "    {{\"severity\": {}, \"id\": {}, \"shape\": {shape}, \"path\": {}, \"line\": {}, \"message\": {}}}",
            text(event.severity.name()),
            if event.id.is_empty() { serde_json::Value::Null } else { text(&event.id) },
            text(&event.path),
            event.line,
            text(&event.message)
        )
    });
    let events: Vec<String> = events.collect();
    let events = if events.is_empty() { "[]".to_owned() } else { format!("[\n{}\n  ]", events.join(",\n")) };
    format!("{{\n  \"verdict\": \"{verdict}\",\n  \"events\": {events}\n}}\n")
}
