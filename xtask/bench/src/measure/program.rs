//! Running other programs, and what they need.

use anyhow::{Context, Result, ensure};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4;

/// What a program and those it started needed.
#[derive(Clone, Copy, Debug)]
pub struct Usage {
    pub wall: Duration,
    /// Time of the processors outside of the kernel.
    pub user: Duration,
    /// The most memory that one of them had, in bytes.
    pub memory: u64,
}

/// Runs a program, without what it prints if all goes well.
pub fn run(command: &mut Command) -> Result<Usage> {
    let shown = format!("{command:?}");
    let start = Instant::now();
    let log = tempfile::tempfile()?;
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log.try_clone()?).spawn();
    let used = child.as_mut().map_err(|error| anyhow::anyhow!("cannot run {shown}: {error}"))?.wait4()?;
    ensure!(used.status.success(), "{shown} failed:\n{}", text(log).unwrap_or_default());
    Ok(Usage { wall: start.elapsed(), user: used.rusage.utime, memory: used.rusage.maxrss })
}

fn text(mut file: std::fs::File) -> Result<String> {
    use std::io::{Read, Seek};
    let mut text = String::new();
    file.rewind()?;
    file.read_to_string(&mut text)?;
    Ok(text)
}

/// What a program prints.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot run {command:?}"))?;
    let error = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{command:?} failed:\n{error}");
    Ok(String::from_utf8_lossy(&output.stdout).into_owned() + &error)
}
