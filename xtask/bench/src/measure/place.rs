//! Where things are, and the programs that are built for measuring.

use super::program::{self, Usage};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The directories.
pub struct Place {
    /// The repository.
    pub root: PathBuf,
    /// Where this program was built.
    pub target: PathBuf,
}

impl Place {
    /// Finds them.
    pub fn new() -> Result<Self> {
        let bench = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = bench.ancestors().nth(2).context("xtask/bench is not where it was")?.to_path_buf();
        let program = std::env::current_exe().context("this program does not know where it is")?;
        let target = program.ancestors().nth(2).context("this program is not in a target directory")?.to_path_buf();
        Ok(Self { root, target })
    }

    /// Builds a package optimized, and returns one of its programs.
    pub fn build(&self, manifest: &str, package: &str, program: &str) -> Result<PathBuf> {
        eprintln!("building {package}");
        let mut cargo = cargo(&self.target);
        cargo
            .args(["build", "--quiet", "--release", "--package", package, "--manifest-path"])
            .arg(self.root.join(manifest));
        program::run(&mut cargo)?;
        Ok(self.target.join("release").join(program).with_extension(std::env::consts::EXE_EXTENSION))
    }

    /// The command of this repository, optimized.
    pub fn xtask(&self) -> Result<Command> {
        let mut command = Command::new(self.build("Cargo.toml", "xtask", "xtask")?);
        command.current_dir(&self.root);
        Ok(command)
    }

    /// A crate of its own of all operations of Voice ID.
    pub fn all_operations(&self) -> Result<TempDir> {
        let out = tempfile::tempdir()?;
        let model = self.root.join("model/voice-id.json");
        self.generate(Path::new(self.xtask()?.get_program()), &model, out.path(), None)?;
        Ok(out)
    }

    /// Generates a crate of its own, and tells what that needed.
    pub fn generate(&self, xtask: &Path, model: &Path, out: &Path, operations: Option<&[String]>) -> Result<Usage> {
        let mut command = Command::new(xtask);
        command
            .current_dir(out)
            .args(["codegen", "--skip-unsupported", "--name", "measured", "--out", ".", "--model"])
            .arg(model);
        for operation in operations.unwrap_or_default() {
            command.args(["--operation", operation]);
        }
        program::run(&mut command)
    }
}

/// Cargo with this target directory, and without what an outer cargo has set.
pub fn cargo(target: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.env("CARGO_TARGET_DIR", target);
    cargo
}
