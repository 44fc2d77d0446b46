//! Reads files of the git history.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The bytes of `REV:path`, from the repository that `directory` is in.
pub fn show(spec: &str, directory: &Path) -> Result<Vec<u8>> {
    git(&["cat-file", "blob", "--end-of-options", spec], directory)
        .with_context(|| format!("cannot read {} from the git history", codegen::one_line(spec)))
}

/// Whether there is a file `REV:path`.
pub fn has(spec: &str, directory: &Path) -> bool {
    git(&["cat-file", "-e", "--end-of-options", spec], directory).is_ok()
}

/// The files that `rev` has in the directory and below it; fails if there is no such revision or no repository.
pub fn files(rev: &str, directory: &Path) -> Result<Vec<String>> {
    let found = git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{rev}^{{commit}}")], directory);
    found.with_context(|| format!("cannot compare with {rev} of the git history; commit first, or name two models"))?;
    let listed = git(&["ls-tree", "-r", "-z", "--name-only", rev], directory)?;
    Ok(String::from_utf8_lossy(&listed).split_terminator('\0').map(str::to_owned).collect())
}

/// The directory that `path` of `REV:path` is below.
pub fn root(directory: &Path) -> Result<PathBuf> {
    let root = git(&["rev-parse", "--show-toplevel"], directory).context("cannot find the root of the repository")?;
    Ok(PathBuf::from(String::from_utf8_lossy(&root).trim_end_matches('\n')))
}

/// Whether the rules of the repository leave out the file `path`; never where there is no repository.
pub fn ignores(path: &Path, directory: &Path) -> bool {
    let mut git = Command::new("git");
    let asked = git.args(["check-ignore", "--quiet", "--"]).arg(path).current_dir(directory).output();
    asked.is_ok_and(|output| output.status.success())
}

/// Runs git and gives what it prints, or what it complains about.
fn git(arguments: &[&str], directory: &Path) -> Result<Vec<u8>> {
    let output = Command::new("git").args(arguments).current_dir(directory).output().context("cannot run git")?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    let complaint = complaint.lines().next().unwrap_or_default().trim_start_matches("fatal: ");
    match complaint {
        "" => bail!("there is no such revision"),
        complaint if complaint.ends_with(": bad file") => bail!("it is no file"),
        complaint if complaint.contains("' does not exist in '") => {
            bail!("{complaint}; a path is below the root of the repository, or begins with `./`")
        }
        complaint => bail!("{complaint}"),
    }
}
