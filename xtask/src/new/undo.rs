//! Takes back what a run wrote that then failed.

use crate::say::Shown;
use crate::{disk, say};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// How things were.
pub struct Undo<'a> {
    directory: &'a Path,
    /// The directory and those above it, as far as they were not there; the innermost first.
    new: Vec<PathBuf>,
    manifest: &'a Path,
    text: &'a str,
}

impl<'a> Undo<'a> {
    /// Before anything is written to `directory`, in which there is nothing, or to `manifest`, which has this text.
    pub fn of(directory: &'a Path, manifest: &'a Path, text: &'a str) -> Self {
        let new = directory.ancestors().take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
        Self { directory, new, manifest, text }
    }

    /// Leaves things as they were. What cannot be undone is said; why there is something to undo, by the caller.
    pub fn run(&self) {
        let is_same = fs::read_to_string(self.manifest).is_ok_and(|text| text == self.text);
        if !is_same && let Err(error) = disk::replace(self.manifest, self.text) {
            say::complain(format_args!("error: the Cargo.toml of the workspace is not as it was: {error:#}"));
        }
        if let Err(error) = clear(self.directory) {
            say::complain(format_args!("error: cannot empty {}: {error}", self.directory.shown()));
        }
        // One that has something in it by now is somebody else's, too.
        let _ = self.new.iter().try_for_each(fs::remove_dir);
    }
}

/// Removes what is in a directory, if there is one.
fn clear(directory: &Path) -> io::Result<()> {
    if !directory.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
    }
    Ok(())
}
