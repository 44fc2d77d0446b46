//! `cargo xtask explain`: what a diagnostic or an event means.

use crate::cli::diff::Explain;
use crate::say;
use anyhow::Result;
use codegen::diagnostic::{Code, did_you_mean};
use codegen::diff::{EVENTS, explanation};
use std::process::ExitCode;

/// Columns of the text.
const WIDTH: usize = 100;

/// Runs the command.
pub fn run(arguments: &Explain) -> Result<ExitCode> {
    let Some(wanted) = arguments.code.as_deref() else {
        say::print(&list())?;
        return Ok(ExitCode::SUCCESS);
    };
    let text = match (Code::parse(wanted), explanation(wanted)) {
        (Some(code), _) => format!("{code}: {}\n\n{}", code.title(), wrapped(code.explanation())),
        (None, Some((event, text))) => format!("{event}\n\n{}", wrapped(text)),
        (None, None) => {
            let codes: Vec<String> = Code::ALL.iter().map(Code::to_string).collect();
            let events = EVENTS.iter().map(|(event, _)| *event);
            let known = codes.iter().map(String::as_str).chain(events).map(|name| (name, name));
            let near = did_you_mean(wanted, known).unwrap_or("`cargo xtask explain` lists all".to_owned());
            say::complain(format_args!("error: there is no code or event `{}`: {near}", wanted.escape_debug()));
            return Ok(ExitCode::from(2));
        }
    };
    say::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn list() -> String {
    let codes = Code::ALL.iter().map(|code| format!("{code}  {}\n", code.title()));
    let events = EVENTS.iter().map(|(event, _)| format!("  {event}\n"));
    format!(
        "Diagnostics:\n  {}\nEvents of cargo xtask diff:\n{}",
        codes.collect::<Vec<_>>().join("  "),
        events.collect::<String>()
    )
}

fn wrapped(text: &str) -> String {
    let (mut out, mut column) = (String::new(), 0);
    for word in text.split_whitespace() {
        let wide = column + word.chars().count() + 1 > WIDTH;
        out.push_str(if column == 0 {
            ""
        } else if wide {
            "\n"
        } else {
            " "
        });
        column = if wide { 0 } else { column } + word.chars().count() + 1;
        out.push_str(word);
    }
    out + "\n"
}
