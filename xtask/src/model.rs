//! Models on disk, and what is wrong with them on the terminal.

use crate::say::Shown;
use crate::{disk, say};
use anyhow::{Context, Result};
use codegen::diagnostic::{Diagnostics, Source};
use std::fs;
use std::path::Path;

/// Reads a model; its faults are shown with the path below `root`, if it is there.
pub fn load(path: &Path, root: &Path) -> Result<Source> {
    let shown = below(path, root).map_or_else(|| path.shown(), |path| codegen::one_line(&path));
    let bytes = fs::read(path).with_context(|| format!("cannot read the model {shown}"))?;
    source(bytes, &shown)
}

/// A model in memory; what is printed of its path is one line.
pub fn source(bytes: Vec<u8>, path: &str) -> Result<Source> {
    Source::of_file(codegen::one_line(path), bytes).map_err(|(source, faults)| {
        report(&faults, &source);
        Reported.into()
    })
}

/// An error that has been printed already.
#[derive(Debug)]
pub struct Reported;

impl std::fmt::Display for Reported {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("see above")
    }
}

impl std::error::Error for Reported {}

/// Relative to the root if below it, otherwise the bare file name: generated files name no machine's paths.
pub fn portable(path: &Path, root: &Path) -> String {
    below(path, root).unwrap_or_else(|| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned())
}

/// The path below the root, if it is there.
fn below(path: &Path, root: &Path) -> Option<String> {
    let (path, root) = (fs::canonicalize(path).ok()?, fs::canonicalize(root).ok()?);
    path.strip_prefix(root).map(disk::slashes).ok()
}

/// Prints the faults of a model, with colours on a terminal.
pub fn report(diagnostics: &Diagnostics, source: &Source) {
    let text = diagnostics.render(source, say::is_colorful(&std::io::stderr()));
    if !text.is_empty() {
        say::complain(text.trim_end_matches('\n').to_owned() + "\n");
    }
}
