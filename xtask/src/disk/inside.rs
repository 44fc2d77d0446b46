//! Files appear below the output directory and nowhere else, whatever stands there and whatever a tree says; and that
//! directory, where it is an argument, is below the current one.

use crate::say::Shown;
use anyhow::{Context, Result, bail};
use codegen::Tree;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// Whether an output directory stays below the current one: names only, none of which may be a link.
///
/// # Errors
/// Says why not, and what to do instead.
pub fn is_below_here(directory: &Path) -> Result<(), String> {
    let refuse = |why: &str| {
        Err(format!(
            "--out {}: {why}; what is generated stays below that, so go to another one first",
            directory.shown()
        ))
    };
    if directory.as_os_str().is_empty() {
        return refuse("is empty");
    }
    for part in directory.components() {
        match part {
            Component::Normal(_) | Component::CurDir => {}
            Component::ParentDir => return refuse("`..` leads out of the current directory"),
            Component::RootDir | Component::Prefix(_) => return refuse("is not relative to the current directory"),
        }
    }
    let folders: Vec<_> = directory.ancestors().filter(|folder| !folder.as_os_str().is_empty()).collect();
    let sound = folders.into_iter().rev().try_for_each(is_no_link);
    sound.map_err(|error| format!("--out {}: {error:#}", directory.shown()))
}

/// Refuses files that lead out of the output directory.
pub fn check(directory: &Path, tree: &Tree) -> Result<()> {
    let mut folders = BTreeSet::new();
    for path in tree.keys() {
        let path = Path::new(path);
        if path.as_os_str().is_empty() || !path.components().all(|part| matches!(part, Component::Normal(_))) {
            bail!("bug of the generator: the path {path:?} is not below the output directory");
        }
        // The last one is the empty path, the directory itself.
        folders.extend(path.ancestors().skip(1));
    }
    folders.into_iter().try_for_each(|folder| is_no_link(&directory.join(folder)))
}

fn is_no_link(folder: &Path) -> Result<()> {
    // Without the slash at its end, which would make the system follow the link.
    let folder: PathBuf = folder.components().collect();
    match fs::symlink_metadata(&folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", folder.shown())),
        Ok(metadata) if metadata.is_symlink() => bail!("{} is a symbolic link; remove it", folder.shown()),
        Ok(metadata) if !metadata.is_dir() => bail!("{} is not a directory", folder.shown()),
        Ok(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(directory: &str, path: &str) -> Option<String> {
        let tree = Tree::from([(path.to_owned(), String::new())]);
        check(Path::new(directory), &tree).err().map(|error| error.to_string())
    }

    #[test]
    fn directories_are_below_the_current_one() {
        for directory in ["out", "./out", "out/", ".", "a/./b"] {
            assert_eq!(is_below_here(Path::new(directory)), Ok(()), "{directory}");
        }
        for (directory, says) in [
            ("", "is empty"),
            ("..", "`..` leads out"),
            ("../out", "`..` leads out"),
            ("a/..", "`..` leads out"),
            ("a/../b", "`..` leads out"),
            ("/", "is not relative"),
            ("/tmp/out", "is not relative"),
            ("Cargo.toml/out", "Cargo.toml is not a directory"),
        ] {
            assert!(is_below_here(Path::new(directory)).is_err_and(|why| why.contains(says)), "{directory}");
        }
    }

    #[test]
    fn paths_lead_below_the_directory() {
        assert_eq!(refusal("out", "src/types/a.rs"), None);
        for path in ["../a.rs", "/etc/a.rs", "src/../../a.rs", "", ".", "src/.."] {
            assert!(refusal("out", path).is_some_and(|why| why.contains("not below the output directory")), "{path}");
        }
    }
}
