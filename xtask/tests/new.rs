//! `cargo xtask new` as a user runs it, and the check of manifests that goes with it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

const WORKSPACE: &str = "\
[workspace]
resolver = \"3\"
members = [ # all of them
    \"other\",
]

[workspace.package]
edition = \"2024\"

[workspace.dependencies]
bytes = \"1.11\" # shared
";

/// A workspace with a model and one crate.
fn workspace() -> TempDir {
    let root = tempfile::tempdir().expect("a directory");
    write(root.path(), "Cargo.toml", WORKSPACE);
    write(root.path(), "other/Cargo.toml", "[package]\nname = \"other\"\nedition.workspace = true\n");
    write(root.path(), "other/src/lib.rs", "");
    fs::create_dir(root.path().join("model")).expect("a directory");
    fs::copy(Path::new(ROOT).join("model/voice-id.json"), root.path().join("model/voice-id.json")).expect("a copy");
    root
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
    fs::write(path, text).expect("a file");
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Builds go where they do unless something else is said.
fn run(directory: &Path, arguments: &[&str]) -> Output {
    let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
    xtask.args(arguments).current_dir(directory).env_remove("CARGO_TARGET_DIR").output().expect("the command runs")
}

fn new(directory: &Path, arguments: &[&str]) -> Output {
    run(directory, &[&["new"], arguments].concat())
}

#[track_caller]
fn expect(output: Output, code: i32) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{text}");
    text
}

#[test]
fn a_crate_is_made_generated_and_a_member() {
    let root = workspace();
    let arguments = ["crates/lists", "--model", "model/voice-id.json", "--operation", "ListDomains"];
    let report = expect(new(root.path(), &arguments), 0);
    assert!(report.ends_with("lists: made in crates/lists; next: cargo test -p lists\n"), "{report}");
    let members = "    \"crates/lists\",\n    \"other\",\n";
    let expected = WORKSPACE
        .replace("members = [ # all of them\n    \"other\",\n", &format!("members = [ # all of them\n{members}"));
    assert_eq!(read(root.path(), "Cargo.toml"), expected);
    insta::assert_snapshot!("manifest", read(root.path(), "crates/lists/Cargo.toml"));
    insta::assert_snapshot!("readme", read(root.path(), "crates/lists/README.md"));
    insta::assert_snapshot!("wire", read(root.path(), "crates/lists/tests/wire.rs"));
    assert!(read(root.path(), "crates/lists/api.txt").contains("pub struct operation::list_domains::ListDomains"));
    expect(run(root.path(), &["codegen", "--check"]), 0);
    let report = cargo(root.path(), &["test", "--quiet", "-p", "lists", "--no-default-features"]);
    assert!(report.contains("3 passed"), "{report}");
}

/// Runs Cargo with the versions of this workspace and dependencies that outlive the run.
#[track_caller]
fn cargo(directory: &Path, arguments: &[&str]) -> String {
    fs::copy(Path::new(ROOT).join("Cargo.lock"), directory.join("Cargo.lock")).expect("a copy");
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| format!("{ROOT}/target").into());
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(arguments).arg("--offline").current_dir(directory);
    expect(cargo.env("CARGO_TARGET_DIR", Path::new(&target).join("new")).output().expect("cargo runs"), 0)
}

/// Nothing is written if anything is wrong.
#[test]
fn refusals_leave_everything_as_it_was() {
    let root = workspace();
    let outside = tempfile::tempdir().expect("a directory");
    fs::copy(root.path().join("model/voice-id.json"), outside.path().join("far.json")).expect("a copy");
    let far = outside.path().join("far.json").display().to_string();
    let away = outside.path().join("away").display().to_string();
    write(root.path(), "bad.json", "{ \"smithy\": ");
    let model = ["--model", "model/voice-id.json", "--operation", "ListDomains"];
    for (arguments, code, says) in [
        (vec!["other", "--model", "model/voice-id.json", "--operation", "ListDomains"], 1, "other exists already"),
        ([&["x", "--name", "fn"][..], &model].concat(), 2, "cannot be the name of a crate"),
        ([&["x", "--name", "http"][..], &model].concat(), 2, "generated code depends on a crate `http`; give another"),
        (
            [&["x", "--name", "other"][..], &model].concat(),
            2,
            "the workspace has a crate `other` already; give another",
        ),
        ([&["../x"][..], &model].concat(), 2, "is not within the workspace"),
        ([&["other/../x"][..], &model].concat(), 2, "without `..`"),
        ([&["../none/../x"][..], &model].concat(), 2, "without `..`"),
        ([&[away.as_str()][..], &model].concat(), 2, "is not within the workspace"),
        ([&["."][..], &model].concat(), 2, "is the workspace itself"),
        ([&["x", "--name", "aws_smithy_types"][..], &model].concat(), 2, "depends on a crate `aws_smithy_types`"),
        ([&["other/x"][..], &model].concat(), 2, "other/x is inside of the crate other"),
        ([&["target/x"][..], &model].concat(), 2, "target/x is where builds go"),
        ([&[".git/x"][..], &model].concat(), 2, ".git/x is where git keeps"),
        ([&["y\nx"][..], &model].concat(), 2, "y\\nx: a path must be UTF-8 without control characters"),
        (vec!["x", "--model", &far, "--operation", "ListDomains"], 1, "outside of the workspace"),
        (vec!["x", "--model", "none.json", "--operation", "ListDomains"], 1, "cannot read the model none.json"),
        (vec!["x", "--model", "bad.json", "--operation", "ListDomains"], 1, "error[SM0001]"),
        (vec!["x", "--model", "model/voice-id.json", "--operation", "ListDomain"], 1, "did you mean `ListDomains`"),
        (vec!["x", "--model", "model/voice-id.json"], 2, "--operation <NAME>"),
        ([&["model/voice-id.json/x"][..], &model].concat(), 1, "error: cannot create "),
        (vec!["x", "--operation", "ListDomains"], 2, "--model <FILE>"),
        (model.to_vec(), 2, "<DIR>"),
    ] {
        let report = expect(new(root.path(), &arguments), code);
        assert!(report.contains(says), "{says}\n{report}");
        assert_eq!(report.lines().filter(|line| line.starts_with("error")).count(), 1, "{report}");
        assert_eq!(read(root.path(), "Cargo.toml"), WORKSPACE, "{arguments:?}");
        assert!(!root.path().join("x").exists() && !root.path().join("../x").exists(), "{arguments:?}");
    }
    assert_eq!(fs::read_dir(outside.path()).expect("a directory").count(), 1);
}

/// What was written before something failed is gone, and nothing else is.
#[test]
fn failures_leave_everything_as_it_was() {
    let root = workspace();
    let old = WORKSPACE.replace("bytes = \"1.11\"", "bytes = { path = \"gone\" }");
    write(root.path(), "Cargo.toml", &old);
    fs::create_dir(root.path().join("empty")).expect("a directory");
    for place in ["empty", "new/folders/x"] {
        let arguments = [place, "--model", "model/voice-id.json", "--operation", "ListDomains"];
        let report = expect(new(root.path(), &arguments), 1);
        assert!(report.contains("failed to load manifest for dependency `bytes`"), "{report}");
        assert_eq!(read(root.path(), "Cargo.toml"), old);
    }
    assert_eq!(fs::read_dir(root.path().join("empty")).expect("it is there").count(), 0);
    assert!(!root.path().join("new").exists());
}

/// Runs wait for each other, and the manifest keeps its line ends.
#[test]
fn two_crates_at_once() {
    let root = workspace();
    write(root.path(), "Cargo.toml", &WORKSPACE.replace('\n', "\r\n"));
    write(root.path(), "Cargo.new", "mine");
    let runs = ["x", "y", "z"].map(|name| {
        let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
        xtask.args(["new", name, "--model", "model/voice-id.json", "--operation", "ListDomains"]);
        xtask.current_dir(root.path()).spawn().expect("the command runs")
    });
    for mut run in runs {
        assert!(run.wait().expect("the command ends").success());
    }
    let manifest = read(root.path(), "Cargo.toml");
    assert!(["x", "y", "z"].iter().all(|name| manifest.contains(&format!("    \"{name}\",\r\n"))), "{manifest}");
    assert_eq!(manifest.matches('\n').count(), manifest.matches("\r\n").count());
    assert_eq!(read(root.path(), "Cargo.new"), "mine");
}

#[test]
fn an_operation_that_is_named_twice_is_selected_once() {
    let root = workspace();
    let arguments = ["x", "--model", "model/voice-id.json", "--operation", "ListDomains", "--operation", "ListDomains"];
    expect(new(root.path(), &arguments), 0);
    let manifest = read(root.path(), "x/Cargo.toml");
    assert!(manifest.contains("\nmodel = \"../model/voice-id.json\"\noperations = [\"ListDomains\"]\n"), "{manifest}");
}

#[test]
fn a_crate_may_have_the_name_of_what_is_in_it() {
    let root = workspace();
    let names = ["ListDomains", "Operation"];
    for name in names {
        expect(new(root.path(), &[name, "--model", "model/voice-id.json", "--operation", "ListDomains"]), 0);
    }
    cargo(root.path(), &["test", "--quiet", "-p", names[0], "-p", names[1], "--no-default-features", "--tests"]);
}

/// Cargo reads the path of the model as it is, whatever its letters.
#[cfg(unix)]
#[test]
fn odd_paths_of_models_are_written_as_toml() {
    let root = workspace();
    let odd = "model/cafe\u{301} \"a\\b'.json";
    fs::rename(root.path().join("model/voice-id.json"), root.path().join(odd)).expect("a file");
    expect(new(root.path(), &["x", "--model", odd, "--operation", "ListDomains"]), 0);
    expect(run(root.path(), &["codegen", "--check"]), 0);
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    let root = workspace();
    let outside = tempfile::tempdir().expect("a directory");
    std::os::unix::fs::symlink(outside.path(), root.path().join("link")).expect("a link");
    let model = ["--model", "model/voice-id.json", "--operation", "ListDomains"];
    for place in ["link", "link/x"] {
        let report = expect(new(root.path(), &[&[place][..], &model].concat()), 2);
        assert!(report.contains("is not within the workspace"), "{report}");
    }
    assert_eq!(fs::read_dir(outside.path()).expect("a directory").count(), 0);
}

/// Manifests have text, which such paths are not.
#[cfg(target_os = "linux")]
#[test]
fn bytes_are_no_path() {
    use std::os::unix::ffi::OsStrExt;
    let root = workspace();
    let odd = std::ffi::OsStr::from_bytes(b"caf\xe9");
    fs::copy(root.path().join("model/voice-id.json"), root.path().join(odd)).expect("a copy");
    let place = [odd, "--model".as_ref(), "model/voice-id.json".as_ref()];
    let model = ["x".as_ref(), "--model".as_ref(), odd];
    for arguments in [place, model] {
        let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
        xtask.arg("new").args(arguments).args(["--operation", "ListDomains"]).current_dir(root.path());
        let report = expect(xtask.output().expect("the command runs"), 2);
        assert!(report.contains("caf\u{fffd}: a path must be UTF-8"), "{report}");
        assert_eq!(read(root.path(), "Cargo.toml"), WORKSPACE);
    }
}

/// What is ignored is not committed, and a workspace that names it does not build elsewhere.
#[test]
fn what_git_ignores_is_no_place_for_a_crate() {
    let root = workspace();
    write(root.path(), ".gitignore", "scratch/\n");
    let git = Command::new("git").args(["init", "--quiet"]).current_dir(root.path()).status();
    assert!(git.is_ok_and(|status| status.success()), "git runs");
    let model = ["--model", "model/voice-id.json", "--operation", "ListDomains"];
    let report = expect(new(root.path(), &[&["scratch/x"][..], &model].concat()), 2);
    assert!(report.contains("scratch/x is ignored by git"), "{report}");
    for folder in ["scratch", "target"] {
        let copy = format!("{folder}/voice-id.json");
        write(root.path(), &copy, &read(root.path(), "model/voice-id.json"));
        let report = expect(new(root.path(), &["x", "--model", &copy, "--operation", "ListDomains"]), 1);
        assert!(report.contains("so that others do not have it; copy it to "), "{report}");
    }
    expect(new(root.path(), &[&["x"][..], &model].concat()), 0);
}

#[test]
fn what_a_manifest_lacks_is_printed() {
    let root = workspace();
    expect(new(root.path(), &["lists", "--model", "model/voice-id.json", "--operation", "ListDomains"]), 0);
    let manifest = read(root.path(), "lists/Cargo.toml");
    let lines: Vec<&str> =
        manifest.lines().filter(|line| line.starts_with("aws-smithy-types =") || line.starts_with("http =")).collect();
    assert_eq!(lines.len(), 2);
    for (wrong, says) in [
        (manifest.replace(&format!("{}\n", lines[1]), ""), format!("    [dependencies]\n    {}\n", lines[1])),
        (manifest.replace(lines[1], "http = \"1.0\""), format!("    {}\n", lines[1])),
        (
            manifest.replace(lines[0], "aws-smithy-types = { version = \"1.9\", optional = true }"),
            format!("    {}\n", lines[0]),
        ),
        (
            manifest
                .replace("serde_core = { version = \"1\", optional = true }", "serde_core = \"1\"")
                .replace("\"dep:serde_core\"", ""),
            "    serde_core = { version = \"1\", optional = true }\n".to_owned(),
        ),
        (manifest.split("[dependencies]").next().unwrap_or_default().to_owned(), "there is no such table".to_owned()),
        (
            manifest.replace("\nrustls = [\"default-https-client\"]\n", "\nrustls = [\"rt-tokio\"]\n"),
            "    rustls = [\"default-https-client\", \"rt-tokio\"]\n".to_owned(),
        ),
    ] {
        write(root.path(), "lists/Cargo.toml", &wrong);
        for arguments in [&["codegen"][..], &["codegen", "--check"]] {
            let report = expect(run(root.path(), arguments), 1);
            assert!(report.starts_with("error[SM0070]: `[") && report.contains("--> lists/Cargo.toml:"), "{report}");
            assert!(unindented(&report).contains(&unindented(&says)), "{says}\n{report}");
        }
    }
    // More than enough is fine.
    write(root.path(), "lists/Cargo.toml", &manifest.replace(lines[1], "http = \"1.4.0\"\nserde = \"1\""));
    expect(run(root.path(), &["codegen", "--check"]), 0);
}

/// A model's ways to prove who calls need more of the runtime.
#[test]
fn a_manifest_without_authentication_is_completed() {
    let root = workspace();
    let model = Path::new(ROOT).join("codegen/tests/fixtures/auth/model.json");
    fs::copy(model, root.path().join("model/auth.json")).expect("a copy");
    expect(new(root.path(), &["bank", "--model", "model/auth.json", "--operation", "Any"]), 0);
    let manifest = read(root.path(), "bank/Cargo.toml");
    let client = manifest.lines().find(|line| line.starts_with("client = ")).expect("a feature");
    let lacking = client.replace(", \"aws-smithy-runtime/http-auth\"", "");
    assert_ne!(client, lacking);
    write(root.path(), "bank/Cargo.toml", &manifest.replace(client, &lacking));
    let report = expect(run(root.path(), &["codegen"]), 1);
    assert!(unindented(&report).contains(&format!("\n[features]\n{client}\n")), "{report}");
}

fn unindented(text: &str) -> String {
    text.lines().map(|line| line.trim().to_owned() + "\n").collect()
}

#[test]
fn what_a_manifest_lacks() {
    let root = workspace();
    write(root.path(), "Cargo.toml", &WORKSPACE.replace("2024", "2021"));
    expect(new(root.path(), &["lists", "--model", "model/voice-id.json", "--operation", "ListDomains"]), 0);
    let manifest = read(root.path(), "lists/Cargo.toml");
    let mut poor = manifest.replace("edition = \"2024\"", "edition.workspace = true");
    poor = poor.replace("bytes.workspace = true\n", "").replace("\"client\", \"aws-smithy-async/rt-tokio\", ", "");
    write(root.path(), "lists/Cargo.toml", &poor);
    insta::assert_snapshot!(expect(run(root.path(), &["codegen"]), 1));
}

/// What the workspace has and generated code cannot do with is not inherited.
#[test]
fn only_what_suffices_is_inherited() {
    let root = workspace();
    let poor = WORKSPACE.replace("2024", "2021").replace("bytes = \"1.11\"", "bytes = \"1.0\"\nhttp = \"1.4\"");
    write(root.path(), "Cargo.toml", &poor);
    expect(new(root.path(), &["lists", "--model", "model/voice-id.json", "--operation", "ListDomains"]), 0);
    let manifest = read(root.path(), "lists/Cargo.toml");
    for line in ["\nedition = \"2024\"\n", "\nbytes = { version = \"1.11\" }\n", "\nhttp.workspace = true\n"] {
        assert!(manifest.contains(line), "{line}{manifest}");
    }
}

/// The first test of a crate passes, whatever operation it is for.
#[test]
fn the_first_test_passes_for_every_operation() {
    first_tests("model/voice-id.json");
}

#[test]
fn the_first_test_may_name_what_is_deprecated() {
    first_tests("codegen/tests/fixtures/deprecated/model.json");
}

#[track_caller]
fn first_tests(model: &str) {
    use codegen::diagnostic::Source;
    use codegen::resolve::{Operations, Selection};
    let root = tempfile::tempdir().expect("a directory");
    let out = root.path().join("all");
    let model = Path::new(ROOT).join(model);
    let model = model.to_str().expect("UTF-8");
    let list = expect(run(root.path(), &["inspect", "--model", model, "--operations"]), 0);
    expect(run(root.path(), &["codegen", "--model", model, "--out", "all", "--name", "all"]), 0);
    let source = Source { path: model.to_owned(), text: fs::read_to_string(model).expect("the model") };
    let mut tests = "#![deny(warnings)]\n".to_owned();
    for (at, line) in list.lines().enumerate() {
        let name = line[2..].split(' ').next().unwrap_or_default().to_owned();
        let selection = Selection { service: None, operations: Operations::Named(vec![name]) };
        let request =
            codegen::Request { source: &source, model: "m", selection: &selection, package: "all", page: None };
        let files = codegen::scaffold(&request).expect("files");
        write(&out, &format!("tests/wire/t{at}.rs"), &files["tests/wire.rs"]);
        tests.push_str(&format!("mod t{at};\n"));
    }
    write(&out, "tests/wire/main.rs", &tests);
    let report = cargo(&out, &["test", "--quiet", "--no-default-features", "--test", "wire"]);
    assert!(report.contains(&format!("{} passed", 3 * list.lines().count())), "{report}");
}
