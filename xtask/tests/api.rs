//! `api.txt` says what rustdoc says: the public items, with their signatures. Needs a nightly toolchain, which is asked
//! for the crate's JSON; without one the comparison is left out, and that is said.

mod rustdoc;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

#[test]
fn the_generated_crate_agrees_with_rustdoc() {
    if let Some(json) = json(&Path::new(ROOT).join("generated/Cargo.toml"), "voice_id", "--all-features") {
        compare(&fs::read_to_string(Path::new(ROOT).join("generated/api.txt")).expect("api.txt"), &json);
    }
}

/// What has no `#[cfg(...)]` is there without any feature, and nothing else.
#[test]
fn the_core_agrees_with_rustdoc() {
    if let Some(json) = json(&Path::new(ROOT).join("generated/Cargo.toml"), "voice_id", "--no-default-features") {
        let listing = fs::read_to_string(Path::new(ROOT).join("generated/api.txt")).expect("api.txt");
        let core: Vec<&str> = listing.lines().filter(|line| !line.contains("#[cfg(")).collect();
        compare(&core.join("\n"), &json);
    }
}

/// Every operation, in a stand-alone crate.
#[test]
fn a_crate_of_all_operations_agrees_with_rustdoc() {
    stand_alone("model/voice-id.json", "voice_id_all");
}

/// What Voice ID has none of.
#[test]
fn a_crate_with_waiters_agrees_with_rustdoc() {
    stand_alone("codegen/tests/fixtures/waiters/model.json", "with_waiters");
}

#[test]
fn a_crate_with_deprecated_items_agrees_with_rustdoc() {
    stand_alone("codegen/tests/fixtures/deprecated/model.json", "with_deprecated");
}

fn stand_alone(model: &str, name: &str) {
    let root = tempfile::tempdir().expect("a directory");
    let model = Path::new(ROOT).join(model);
    let out = root.path().join("all");
    let status = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["codegen", "--name", &name.replace('_', "-"), "--model"])
        .arg(model)
        .args(["--out", "all"])
        .current_dir(root.path())
        .output()
        .expect("the command runs");
    assert!(status.status.success(), "{status:?}");
    // The versions that the workspace has, which are here already.
    fs::copy(Path::new(ROOT).join("Cargo.lock"), out.join("Cargo.lock")).expect("a copy");
    if let Some(json) = json(&out.join("Cargo.toml"), name, "--all-features") {
        compare(&fs::read_to_string(out.join("api.txt")).expect("api.txt"), &json);
    }
}

/// What rustdoc says of a crate; nothing where there is no nightly toolchain.
fn json(manifest: &Path, name: &str, features: &str) -> Option<serde_json::Value> {
    let nightly = || {
        let mut command = Command::new("cargo");
        // A test runs in the environment of the toolchain that built it.
        command.env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN").env_remove("RUSTC").env_remove("RUSTDOC");
        command.env_remove("RUSTFLAGS").env_remove("RUSTDOCFLAGS");
        // Crates of whatever workspace are compiled with the same dependencies.
        command.env("CARGO_PROFILE_DEV_DEBUG", "false").env("CARGO_INCREMENTAL", "0").arg("+nightly");
        command
    };
    let version = nightly().arg("--version").output();
    if !version.is_ok_and(|version| version.status.success()) {
        println!("skipped: there is no nightly toolchain to compare with");
        return None;
    }
    // All tests write below one directory, two of them the same file. A test that failed leaves nothing half done.
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| format!("{ROOT}/target").into());
    let target = Path::new(&target).join("nightly");
    let output = nightly()
        .args(["rustdoc", "--quiet", "--offline", "--lib", features, "--manifest-path"])
        .arg(manifest)
        .arg("--target-dir")
        .arg(&target)
        .args(["--", "-Zunstable-options", "--output-format", "json"])
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(target.join(format!("doc/{name}.json"))).expect("rustdoc's JSON");
    Some(serde_json::from_str(&text).expect("JSON"))
}

#[track_caller]
fn compare(listing: &str, json: &serde_json::Value) {
    // Modules, and what stands at the crate's root.
    let roots: Vec<&str> = listing.lines().filter_map(|line| line.strip_prefix("pub ")?.split(' ').nth(1)).collect();
    let ours: BTreeSet<String> = listing.lines().skip(1).map(|line| comparable(line, &roots)).collect();
    // With the client the trait is the AWS runtime's, without it the crate's own.
    let kept = |line: &String| listing.contains("operation::RequestId") || !line.contains("RequestId");
    let ours: BTreeSet<String> = ours.into_iter().filter(kept).collect();
    let theirs: BTreeSet<String> = rustdoc::lines(json).into_iter().filter(kept).collect();
    // In some places rustdoc sees through aliases of types of other crates.
    let aliases: Vec<(String, &str)> = ours.iter().filter_map(|line| alias(line)).collect();
    let through = |line: &String| match line.starts_with("pub type ") {
        true => line.clone(),
        false => aliases.iter().fold(line.clone(), |line, (path, name)| line.replace(&format!("{path}<"), name)),
    };
    let (theirs, ours): (BTreeSet<_>, BTreeSet<_>) =
        (theirs.iter().map(through).collect(), ours.iter().map(through).collect());
    let deprecated: Vec<&str> = listing.lines().filter_map(deprecated_type).collect();
    let (theirs, ours): (BTreeSet<_>, BTreeSet<_>) = (
        theirs.iter().map(|line| own(line, &deprecated)).collect(),
        ours.iter().map(|line| own(line, &deprecated)).collect(),
    );
    let only = |mark: char, a: &BTreeSet<String>, b: &BTreeSet<String>| {
        a.difference(b).map(|line| format!("{mark} {line}\n")).collect::<String>()
    };
    let differences = only('-', &theirs, &ours) + &only('+', &ours, &theirs);
    assert!(differences.is_empty(), "rustdoc (-) and api.txt (+) differ:\n{differences}");
    assert!(ours.len() > 100, "only {} items", ours.len());
    println!("{} items agree", ours.len());
}

/// The path of a type that is deprecated.
fn deprecated_type(line: &str) -> Option<&str> {
    let path = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "))?.split([' ', '<']).next();
    path.filter(|_| line.contains(" #[deprecated]"))
}

/// A field or variant without what rustdoc passes on to it from its type.
fn own(line: &str, deprecated: &[&str]) -> String {
    let item = line.strip_prefix("pub field ").or_else(|| line.strip_prefix("pub variant "));
    let is_below =
        |path: &&str| item.and_then(|item| item.strip_prefix(*path)).is_some_and(|rest| rest.starts_with("::"));
    if deprecated.iter().any(is_below) { line.replace(" #[deprecated]", "") } else { line.to_owned() }
}

/// The path of an alias that has the name of what it stands for, and that name with the bracket of its arguments.
fn alias(line: &str) -> Option<(String, &str)> {
    let (path, target) = line.strip_prefix("pub type ")?.split_once(" = ").and_then(|(head, rest)| {
        let path = head.split('<').next()?;
        Some((path, rest.rsplit_once(" = ").map_or(rest, |(_, target)| target)))
    })?;
    let name = target.find('<').map(|end| &target[..=end])?;
    path.ends_with(&format!("::{}", name.trim_end_matches('<'))).then(|| (path.to_owned(), name))
}

/// A line as rustdoc's JSON can give it: raw names without `r#`, paths of other crates by their last segment, and
/// without the features that a line is there for.
fn comparable(line: &str, roots: &[&str]) -> String {
    let line = line.split(" #[cfg(").next().unwrap_or(line).replace("r#", "");
    let of_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = line.split_inclusive(|c: char| !of_path(c)).map(|word| {
        let (path, rest) = word.split_at(word.find(|c: char| !of_path(c)).unwrap_or(word.len()));
        let name = path.trim_end_matches(':');
        let first = name.split("::").next().unwrap_or_default();
        let own = roots.contains(&first) || ["Self", ""].contains(&first);
        let shown = if own { name } else { name.rsplit("::").next().unwrap_or_default() };
        format!("{shown}{}{rest}", &path[name.len()..])
    });
    words.collect()
}
