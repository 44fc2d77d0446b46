//! `cargo xtask bench`: builds the package `xtask/bench` and lets it do what the arguments say.

use crate::cli::bench::Bench;
use crate::{say, workspace};
use anyhow::{Context, Result};
use std::process::{Command, ExitCode};

/// Runs the command; wrong arguments have been refused by now.
pub fn run(arguments: &Bench) -> Result<ExitCode> {
    let place = workspace::place()?;
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--manifest-path"]).arg(place.root.join("xtask/bench/Cargo.toml"));
    cargo.arg("--target-dir").arg(place.target.join("bench"));
    if !arguments.parity {
        cargo.arg("--release");
    }
    // Those that have been read by now; the program reads them again.
    cargo.arg("--").args(std::env::args_os().skip_while(|argument| argument != "bench").skip(1));
    say::complain("building xtask/bench");
    let status = cargo.status().context("cannot run cargo")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
