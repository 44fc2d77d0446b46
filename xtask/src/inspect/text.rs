//! An inspection as text for people.

use codegen::diagnostic::{Diagnostic, Lines, Source};
use codegen::inspect::{Effect, Inspection, TraitUse};
use codegen::one_line;
use codegen::skip::Skipped;
use std::borrow::Cow;
use std::fmt::Write;

/// What stands behind a longer name is not aligned, so that one name does not widen all lines.
const WIDEST: usize = 60;

/// The characters that are shown of what documentation says first.
const SUMMARY: usize = 200;

/// Everything.
pub fn report(title: &str, source: &Source, inspection: &Inspection, skipped: &[Skipped]) -> String {
    let mut text = head(title, source, inspection);
    section(&mut text, "Operations", selected(inspection));
    section(&mut text, "Shapes, each with a shortest way to it", shapes(inspection));
    let (effective, other): (Vec<_>, Vec<_>) =
        inspection.traits.iter().partition(|own| own.effect == Effect::Effective);
    section(&mut text, "Traits that take effect", effective.iter().map(|own| counted(own)).collect());
    section(&mut text, "Traits that do not", reasons(&other));
    section(&mut text, "Not supported yet", limits(&inspection.unsupported, source));
    let left_out = skipped.iter().map(|own| format!("{}: {}", own.operation, own.reason));
    section(&mut text, "Left out, because of skip-unsupported", left_out.collect());
    section(&mut text, "Generated", lines(inspection));
    text
}

/// The operations that could be selected.
pub fn operations(inspection: &Inspection) -> String {
    let width = width(inspection.operations.iter().map(|operation| operation.name.as_str()));
    let lines = inspection.operations.iter().map(|operation| {
        let mark = if operation.selected { '*' } else { ' ' };
        let limit = if operation.supported { "" } else { "(not supported yet) " };
        let line = format!("{mark} {:width$}  {limit}{}", operation.name, summary(&operation.summary));
        one_line(line.trim_end()) + "\n"
    });
    lines.collect()
}

fn summary(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(SUMMARY) {
        Some((end, _)) => format!("{}...", text[..end].trim_end()).into(),
        None => text.into(),
    }
}

/// The width of a column.
fn width<'a>(cells: impl Iterator<Item = &'a str>) -> usize {
    cells.map(str::len).max().unwrap_or_default().min(WIDEST)
}

fn head(title: &str, source: &Source, inspection: &Inspection) -> String {
    let selected = inspection.operations.iter().filter(|operation| operation.selected).count();
    let Inspection { operations, service, title: name, .. } = inspection;
    let (all, path) = (operations.len(), &source.path);
    one_line(&format!("{title}: {selected} of {all} operations of {service} ({name}) in {path}")) + "\n"
}

fn section(text: &mut String, title: &str, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    let _ = write!(text, "\n{title}\n");
    for line in lines {
        let _ = writeln!(text, "  {}", one_line(line.trim_end()));
    }
}

fn selected(inspection: &Inspection) -> Vec<String> {
    let operations = inspection.operations.iter().filter(|operation| operation.selected);
    operations
        .flat_map(|operation| {
            let errors = match operation.errors.as_slice() {
                [] => "no errors".to_owned(),
                errors => format!("errors: {}", errors.join(", ")),
            };
            [format!("{}  {}", operation.name, summary(&operation.summary)), format!("  {errors}")]
        })
        .collect()
}

fn shapes(inspection: &Inspection) -> Vec<String> {
    let kinds = width(inspection.shapes.iter().map(|shape| shape.kind));
    let names = width(inspection.shapes.iter().map(|shape| shape.name.as_str()));
    let line =
        |shape: &codegen::inspect::Shape| format!("{:kinds$}  {:names$}  {}", shape.kind, shape.name, shape.reason);
    inspection.shapes.iter().map(line).collect()
}

fn counted(own: &TraitUse) -> String {
    let times = if own.uses == 1 { "once".to_owned() } else { format!("{} times", own.uses) };
    format!("{}, {times}", own.id)
}

/// Traits below the reason that they share.
fn reasons(traits: &[&TraitUse]) -> Vec<String> {
    let mut effects: Vec<Effect> = traits.iter().map(|own| own.effect).collect();
    effects.sort();
    effects.dedup();
    let mut lines = Vec::new();
    for effect in effects {
        lines.push(match effect {
            Effect::Effective => continue,
            Effect::Inert(why) => format!("{why}:"),
            Effect::Unsupported(why) => format!("not supported, {why}:"),
        });
        lines.extend(traits.iter().filter(|own| own.effect == effect).map(|own| format!("  {}", counted(own))));
    }
    lines
}

fn limits(faults: &[Diagnostic], source: &Source) -> Vec<String> {
    let lines = Lines::new(&source.text);
    let limit = |fault: &Diagnostic| {
        let shape = fault.shape.as_deref().map(|shape| format!(" ({shape})")).unwrap_or_default();
        format!("{}:{}: {}{shape}: {}", source.path, lines.number(fault.span), fault.message, fault.label)
    };
    faults.iter().map(limit).collect()
}

fn lines(inspection: &Inspection) -> Vec<String> {
    let files: usize = inspection.lines.iter().map(|(_, files, _)| files).sum();
    let total: usize = inspection.lines.iter().map(|(_, _, lines)| lines).sum();
    let line = |name: &str, files: usize, lines: usize| format!("{lines:>6} lines in {files:>3} files  {name}");
    let groups = inspection.lines.iter().map(|(name, files, lines)| line(name, *files, *lines));
    let mut lines: Vec<String> = groups.collect();
    match lines.is_empty() {
        true => lines.push("nothing, with what is not supported yet".to_owned()),
        false => lines.push(line("together", files, total)),
    }
    lines
}
