//! Files appear below the output directory and nowhere else, whatever stands there and whatever a tree says.

use anyhow::{Context, Result, bail};
use codegen::Tree;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// Refuses an output directory and files that lead elsewhere.
pub fn check(directory: &Path, tree: &Tree) -> Result<()> {
    is_plain(directory)?;
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

/// Refuses `..` behind a name: what it leads to depends on whether the name is a link.
fn is_plain(directory: &Path) -> Result<()> {
    let mut parts = directory.components().skip_while(|part| !matches!(part, Component::Normal(_)));
    if parts.any(|part| part == Component::ParentDir) {
        bail!("{}: write the directory without `..` behind a name", directory.display());
    }
    Ok(())
}

fn is_no_link(folder: &Path) -> Result<()> {
    // Without the slash at its end, which would make the system follow the link.
    let folder: PathBuf = folder.components().collect();
    match fs::symlink_metadata(&folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", folder.display())),
        Ok(metadata) if metadata.is_symlink() => bail!("{} is a symbolic link; remove it", folder.display()),
        Ok(metadata) if !metadata.is_dir() => bail!("{} is not a directory", folder.display()),
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
    fn paths_lead_below_the_directory() {
        for directory in ["out", "/tmp/nowhere", "../nowhere", "./out", "../../out/"] {
            assert_eq!(refusal(directory, "src/types/a.rs"), None, "{directory}");
        }
        for directory in ["a/..", "a/../b", "/tmp/../etc", "../a/../b"] {
            assert!(refusal(directory, "src/a.rs").is_some_and(|why| why.contains("without `..`")), "{directory}");
        }
        for path in ["../a.rs", "/etc/a.rs", "src/../../a.rs", "", ".", "src/.."] {
            assert!(refusal("out", path).is_some_and(|why| why.contains("not below the output directory")), "{path}");
        }
    }
}
