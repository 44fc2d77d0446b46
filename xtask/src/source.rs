//! Reads models from disk and shows what is wrong with them.

use anyhow::{Context, Result, bail};
use codegen::diagnostic::{Diagnostics, Source};
use std::fs;
use std::io::IsTerminal;
use std::path::Path;

/// The model in this file, whose faults will name the file like this.
pub fn read(path: &Path, shown: &str) -> Result<Source> {
    let bytes = fs::read(path).with_context(|| format!("cannot read the model {shown}"))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source { path: shown.to_owned(), text }),
        Err(error) => bail!("{shown}: not UTF-8 at byte {}", error.utf8_error().valid_up_to()),
    }
}

/// Prints faults with their source lines.
pub fn explain(faults: &Diagnostics, source: &Source) {
    let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
    eprint!("{}", faults.render(source, color));
}
