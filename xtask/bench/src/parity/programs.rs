//! The programs below `programs`: the same sources, compiled against each of the two crates, print the same.

use crate::say::say;
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");

/// What `aws_config` finds; nothing is asked of files and of metadata services.
const ENVIRONMENT: [(&str, &str); 10] = [
    ("AWS_ACCESS_KEY_ID", "FROMENV"),
    ("AWS_CONFIG_FILE", ""),
    ("AWS_EC2_METADATA_DISABLED", "true"),
    ("AWS_ENDPOINT_URL_VOICE_ID", "https://env.example.com/"),
    ("AWS_MAX_ATTEMPTS", "7"),
    ("AWS_REGION", "ap-northeast-1"),
    ("AWS_SDK_UA_APP_ID", "from-env"),
    ("AWS_SECRET_ACCESS_KEY", "secret"),
    ("AWS_SESSION_TOKEN", "token"),
    ("AWS_SHARED_CREDENTIALS_FILE", ""),
];

/// Whether all programs print the same. If not, the first lines that differ are shown.
pub fn compare() -> Result<bool> {
    let program = std::env::current_exe().context("cannot find the programs")?;
    let profile = program.parent().context("cannot find the programs")?;
    build(profile.parent().context("cannot find the programs")?)?;
    let (theirs, ours) = (output(&profile.join("official"))?, output(&profile.join("ours"))?);
    let names = theirs.lines().filter(|line| line.starts_with("== ")).count();
    if theirs == ours && names > 0 && !theirs.contains("\nfailed: ") {
        say(format_args!("{names} programs print the same {} lines with both crates", theirs.lines().count() - names));
        return Ok(true);
    }
    say("The programs print different lines, or fail:");
    say(differences(&theirs, &ours).trim_end());
    Ok(false)
}

fn build(target: &Path) -> Result<()> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--package", "official", "--package", "ours", "--manifest-path", MANIFEST]);
    let status = cargo.arg("--target-dir").arg(target).status().context("cannot run cargo")?;
    if !status.success() {
        bail!("the programs do not compile with both crates");
    }
    Ok(())
}

fn output(program: &Path) -> Result<String> {
    let output = Command::new(program)
        .envs(ENVIRONMENT)
        .output()
        .with_context(|| format!("cannot run {}", program.display()))?;
    if !output.status.success() {
        bail!("{}: {}", program.display(), String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The lines that are not the same, at most ten, with the name of the program, and what failed with both.
fn differences(theirs: &str, ours: &str) -> String {
    let lines = theirs.lines().count().max(ours.lines().count());
    let end = || std::iter::repeat("nothing");
    let mut name = "";
    let mut shown = String::new();
    let mut left = 10;
    for (theirs, ours) in theirs.lines().chain(end()).zip(ours.lines().chain(end())).take(lines) {
        name = theirs.strip_prefix("== ").unwrap_or(name);
        if (theirs != ours || theirs.starts_with("failed: ")) && left > 0 {
            left -= 1;
            shown.push_str(&format!("{name}\n  theirs {theirs}\n  ours   {ours}\n"));
        }
    }
    shown
}
