//! Where files are written before they are moved into place.

use super::refuse_link;
use crate::say::Shown;
use anyhow::{Context, Result, bail};
use std::fs::{self, File, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The directory `.codegen` beside the tree, which one run has at a time. What a killed one left in it is removed.
pub struct Stage {
    /// Where the files go, empty at first.
    pub files: PathBuf,
    directory: PathBuf,
    lock: File,
}

impl Stage {
    /// Makes it ready.
    ///
    /// # Errors
    /// Another run has it, or it cannot be written to.
    pub fn beside(tree: &Path) -> Result<Self> {
        let directory = tree.join(".codegen");
        refuse_link(&directory)?;
        if fs::metadata(&directory).is_ok_and(|metadata| !metadata.is_dir()) {
            bail!("{} is not a directory; remove it", directory.shown());
        }
        fs::create_dir_all(&directory).with_context(|| format!("cannot create {}", directory.shown()))?;
        let lock = lock(&directory.join(LOCK))?;
        let files = directory.join("files");
        remove(fs::remove_dir_all(&files), &files)?;
        Ok(Self { files, directory, lock })
    }

    /// Removes it with all that is in it.
    pub fn remove(self) -> Result<()> {
        remove(fs::remove_dir_all(&self.files), &self.files)?;
        let lock = self.directory.join(LOCK);
        drop(self.lock);
        remove(fs::remove_file(&lock), &lock)?;
        // Another run may have begun.
        let _ = fs::remove_dir(&self.directory);
        Ok(())
    }
}

const LOCK: &str = "lock";

/// A file that is locked until it is closed, also by the end of the process.
fn lock(path: &Path) -> Result<File> {
    refuse_link(path)?;
    let opened = OpenOptions::new().write(true).create(true).truncate(false).open(path);
    let file = opened.with_context(|| format!("cannot create {}", path.shown()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => {
            bail!("another run is writing here, and holds {}; try again", path.shown())
        }
        Err(fs::TryLockError::Error(error)) => Err(error).with_context(|| format!("cannot lock {}", path.shown())),
    }
}

/// What is not there need not be removed.
fn remove(result: std::io::Result<()>, path: &Path) -> Result<()> {
    match result {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", path.shown()))
        }
        _ => Ok(()),
    }
}
