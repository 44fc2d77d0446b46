//! The standard output.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::exit;

/// Writes a line. A reader that has seen enough ends the program, and is no fault.
pub fn say(text: impl Display) {
    match writeln!(io::stdout().lock(), "{text}") {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => exit(0),
        Err(error) => {
            eprintln!("error: cannot write to the standard output: {error}");
            exit(1);
        }
    }
}
