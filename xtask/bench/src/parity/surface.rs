//! The public items of the official crate that `UpdateDomain` reaches, beside ours, as rustdoc has them. Needs a nightly
//! toolchain, which rustdoc's JSON comes from; without one the comparison is left out, and that is said.

#[path = "../../../tests/rustdoc/mod.rs"]
mod rustdoc;

use super::reach::reached;
use super::spelling::{comparable, words};
use crate::say::say;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

const BENCH: &str = env!("CARGO_MANIFEST_DIR");

/// The text that says what is left out.
const PAGE: &str = "../../generated/docs/differences.md";

/// How the table in it begins.
const TABLE: &str = "| item of ";

/// Whether we have what the official crate has, but for what our documentation says that is left out.
pub fn compare() -> Result<bool> {
    if !nightly().arg("--version").output().is_ok_and(|version| version.status.success()) {
        say("public items: not compared, as there is no nightly toolchain");
        return Ok(true);
    }
    let theirs = comparable(&items("aws-sdk-voiceid")?, &BTreeSet::new());
    let ours = comparable(&items("voice-id")?, &words(&theirs));
    let theirs = reached(&theirs);
    let missing: Vec<&String> = theirs.difference(&ours).collect();
    let share = 100.0 * (theirs.len() - missing.len()) as f64 / theirs.len() as f64;
    say(format_args!("{} of {} public items are there, {share:.1} %", theirs.len() - missing.len(), theirs.len()));
    let page = std::fs::read_to_string(Path::new(BENCH).join(PAGE)).context("cannot read what is left out")?;
    let untold: Vec<_> = missing.iter().filter(|item| !page.contains(&format!("`{item}`"))).collect();
    untold.iter().for_each(|item| say(format_args!("  left out, but not in the documentation: `{item}`")));
    let table = page.lines().skip_while(|line| !line.starts_with(TABLE)).take_while(|line| line.starts_with('|'));
    let told = table.filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let stale: Vec<_> = told.filter(|(item, _)| ours.contains(*item) || !theirs.contains(*item)).collect();
    stale.iter().for_each(|(item, _)| say(format_args!("  in the documentation, but not left out: `{item}`")));
    Ok(untold.is_empty() && stale.is_empty() && share >= 95.0)
}

/// The public items of a crate, a line each, and the auto traits of its types.
fn items(package: &str) -> Result<BTreeSet<String>> {
    let target =
        std::env::current_exe()?.ancestors().nth(2).context("cannot find the target directory")?.join("nightly");
    let mut rustdoc = nightly();
    rustdoc
        .args(["rustdoc", "--quiet", "--lib", "--package", package, "--manifest-path"])
        .arg(format!("{BENCH}/Cargo.toml"));
    rustdoc.arg("--target-dir").arg(&target).args(["--", "-Zunstable-options", "--output-format", "json"]);
    if !rustdoc.status().context("cannot run cargo")?.success() {
        bail!("rustdoc cannot document {package}");
    }
    let text = std::fs::read(target.join(format!("doc/{}.json", package.replace('-', "_"))))?;
    let json: Value = serde_json::from_slice(&text)?;
    let mut lines = rustdoc::lines(&json);
    lines.extend(auto_traits(&json));
    Ok(lines)
}

/// `impl Send for path`, or `impl !Send for path`.
fn auto_traits(json: &Value) -> Vec<String> {
    let (paths, _) = rustdoc::paths(json);
    let impls = json["index"].as_object().into_iter().flat_map(|index| index.values());
    impls.filter_map(|item| auto_trait(&paths, &item["inner"]["impl"])).collect()
}

fn auto_trait(paths: &BTreeMap<u64, String>, of: &Value) -> Option<String> {
    let path = paths.get(&of["for"]["resolved_path"]["id"].as_u64()?)?;
    let name = of["trait"]["path"].as_str()?.rsplit("::").next()?;
    let mark = if of["is_negative"] == true { "!" } else { "" };
    // `Freeze` is of the compiler alone.
    (of["is_synthetic"] == true && name != "Freeze").then(|| format!("impl {mark}{name} for {path}"))
}

fn nightly() -> Command {
    let mut command = Command::new("cargo");
    // A program that cargo runs has the environment of its toolchain.
    for name in ["CARGO", "RUSTUP_TOOLCHAIN", "RUSTC", "RUSTDOC", "RUSTFLAGS", "RUSTDOCFLAGS"] {
        command.env_remove(name);
    }
    command.arg("+nightly");
    command
}
