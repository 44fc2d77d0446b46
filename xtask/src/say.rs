//! The standard output and the standard error.

use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// How messages show a path.
pub trait Shown {
    /// In one line, whatever characters are in it.
    fn shown(&self) -> String;
}

impl Shown for Path {
    fn shown(&self) -> String {
        codegen::one_line(&self.to_string_lossy())
    }
}

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

/// Whether to write colors: on terminals that have some, unless `NO_COLOR` is set.
pub fn is_colorful(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && wants_color(|name| std::env::var_os(name))
}

/// What the environment says about colors.
fn wants_color(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    variable("NO_COLOR").is_none_or(|value| value.is_empty()) && variable("TERM").is_none_or(|value| value != "dumb")
}

#[cfg(test)]
mod tests {
    use super::wants_color;

    #[test]
    fn the_environment_may_forbid_colors() {
        for (set, expected) in [
            (&[][..], true),
            (&[("NO_COLOR", "1")], false),
            (&[("NO_COLOR", "0")], false),
            (&[("NO_COLOR", "")], true),
            (&[("TERM", "dumb")], false),
            (&[("TERM", "xterm-256color")], true),
            (&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], false),
        ] {
            let variable = |name: &str| set.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).into());
            assert_eq!(wants_color(variable), expected, "{set:?}");
        }
    }
}
