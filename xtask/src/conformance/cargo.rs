//! Runs the tests of a crate and shows how far they are.

use crate::say;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Tests to run.
pub struct Tests<'a> {
    pub title: &'a str,
    pub count: usize,
    /// Of `cargo test`: which tests they are.
    pub arguments: &'a [&'a str],
}

/// The names of the tests that passed; what the others say is printed.
pub fn test(directory: &Path, target: &Path, tests: &Tests<'_>) -> Result<BTreeSet<String>> {
    let Tests { title, count, arguments } = *tests;
    say::complain(format_args!("{title}: building {count} tests"));
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["test", "--quiet"])
        .args(arguments)
        .args(["--", "--format=pretty"])
        .current_dir(directory)
        .env("CARGO_TARGET_DIR", target)
        .env("RUST_BACKTRACE", "0")
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run cargo test")?;
    let output = BufReader::new(cargo.stdout.take().context("cargo has no output")?);
    let (mut passed, mut done, mut rest) = (BTreeSet::new(), 0, Vec::new());
    for line in output.lines() {
        let line = line.context("cannot read what the tests print")?;
        let Some((name, outcome)) = line.strip_prefix("test ").and_then(|line| line.split_once(" ... ")) else {
            rest.push(line);
            continue;
        };
        done += 1;
        passed.extend((outcome == "ok").then(|| name.to_owned()));
        progress(title, done, count);
    }
    let status = cargo.wait().context("cargo test did not end")?;
    if !status.success() {
        let report = rest.iter().skip_while(|line| *line != "failures:");
        report.take_while(|line| !line.starts_with("test result")).try_for_each(say::line)?;
    }
    if done == 0 {
        say::line(format_args!("{title}: the tests do not compile; all of them count as failed"))?;
    }
    Ok(passed)
}

fn progress(title: &str, done: usize, count: usize) {
    if std::io::stderr().is_terminal() {
        let end = if done == count { "\n" } else { "" };
        let _ = write!(std::io::stderr(), "\r{title}: {done}/{count}{end}");
    }
}
