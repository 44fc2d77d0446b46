//! The standard output and the standard error.

use anyhow::{Context, Result};
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

/// Writes a text to the standard output; a reader that has seen enough is no fault.
pub fn print(text: &str) -> Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.context("cannot write to the standard output"),
    }
}

/// The same for one line.
pub fn line(text: impl Display) -> Result<()> {
    print(&format!("{text}\n"))
}

/// Writes a line to the standard error. If that fails there is nobody left to tell.
pub fn complain(text: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Whether to write colors: on terminals, unless `NO_COLOR` is set.
pub fn is_colorful(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
