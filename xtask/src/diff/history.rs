//! The generated crates of the workspace as they are at HEAD.

use crate::workspace::{self, Selected};
use crate::{disk, git};
use anyhow::Result;
use codegen::resolve::Selection;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A crate at HEAD.
pub struct Then {
    /// Its manifest, below the root of the workspace.
    pub manifest: String,
    pub model: PathBuf,
    pub selection: Selection,
    pub skip_unsupported: bool,
}

/// All of them, by the names of their packages.
pub fn crates(root: &Path) -> Result<BTreeMap<String, Then>> {
    let mut crates = BTreeMap::new();
    let is_manifest = |path: &String| Path::new(path).file_name().is_some_and(|name| name == "Cargo.toml");
    for manifest in git::files("HEAD", root)?.into_iter().filter(is_manifest) {
        let text = git::show(&format!("HEAD:./{manifest}"), root)?;
        let Some(selected) = workspace::selected_in(&String::from_utf8_lossy(&text)) else { continue };
        let Selected { package, model, selection, skip_unsupported } = selected;
        let model = plain(&root.join(&manifest).with_file_name(model));
        crates.insert(package, Then { manifest, model, selection, skip_unsupported });
    }
    Ok(crates)
}

impl Then {
    /// Whether its manifest does not make it a generated crate any more. If it does, it is no member of the workspace, and
    /// may never have been one.
    pub fn is_gone(&self, package: &str, root: &Path) -> bool {
        let now = fs::read_to_string(root.join(&self.manifest)).unwrap_or_default();
        workspace::selected_in(&now).is_none_or(|now| now.package != package)
    }

    /// The text of its model, if HEAD has it.
    pub fn model(&self, root: &Path) -> Result<Option<Vec<u8>>> {
        let spec = format!("HEAD:./{}", disk::relative(&self.model, root));
        git::has(&spec, root).then(|| git::show(&spec, root)).transpose()
    }
}

/// The path without `..`, whether or not something is there.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}
