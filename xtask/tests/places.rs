//! `cargo xtask codegen --out` writes below that directory and nowhere else.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../model/voice-id.json");

fn run(directory: &Path, out: &str) -> Output {
    let arguments = ["codegen", "--model", MODEL, "--operation", "ListDomains", "--name", "lists", "--out", out];
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).current_dir(directory).output().expect("the command runs")
}

#[track_caller]
fn expect(output: Output, code: i32) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{text}");
    // Nobody watches a pipe: no progress, no colours.
    assert!(!text.contains(['\r', '\u{1b}']), "{text:?}");
    text
}

fn directory() -> TempDir {
    tempfile::tempdir().expect("a directory")
}

fn is_empty(directory: &Path) -> bool {
    fs::read_dir(directory).expect("a directory").next().is_none()
}

#[test]
fn a_link_is_no_output_directory() {
    let (root, elsewhere) = (directory(), directory());
    symlink(elsewhere.path(), root.path().join("link")).expect("a link");
    for out in ["link", "link/", "./link", "link/below", "link/far/below"] {
        assert!(expect(run(root.path(), out), 2).contains("link is a symbolic link; remove it"), "{out}");
    }
    assert!(is_empty(elsewhere.path()));
}

/// Each folder and file of the tree, one after the other, is a link.
#[test]
fn links_below_the_output_directory_are_refused() {
    let (sound, elsewhere) = (directory(), directory());
    expect(run(sound.path(), "out"), 0);
    for place in [
        "src",
        "src/types",
        "src/types/error",
        "src/operation",
        "src/lib.rs",
        "Cargo.toml",
        "api.txt",
        "src/types/_domain_summary.rs",
    ] {
        let root = directory();
        let link = root.path().join("out").join(place);
        fs::create_dir_all(link.parent().expect("a parent")).expect("a directory");
        symlink(elsewhere.path(), &link).expect("a link");
        let report = expect(run(root.path(), "out"), 1);
        assert!(report.contains(&format!("out/{place} is a symbolic link; remove it")), "{report}");
        assert!(is_empty(elsewhere.path()), "{place}");
        assert!(!root.path().join("out/src/meta.rs").exists(), "{place}: half a tree");
    }
}

#[test]
fn nothing_leads_out_of_the_current_directory() {
    let (root, elsewhere) = (directory(), directory());
    fs::create_dir(root.path().join("a")).expect("a directory");
    let absolute = elsewhere.path().join("b").display().to_string();
    for (out, says) in [
        ("../b", "`..` leads out of the current directory"),
        ("b/../../b", "`..` leads out of the current directory"),
        (&absolute, "is not relative to the current directory"),
        ("/", "is not relative to the current directory"),
        ("", "value is required"),
    ] {
        let report = expect(run(&root.path().join("a"), out), 2);
        assert!(report.contains(says), "{out}: {report}");
    }
    assert!(is_empty(elsewhere.path()) && is_empty(&root.path().join("a")));
    assert_eq!(fs::read_dir(root.path()).expect("a directory").count(), 1);
    expect(run(&root.path().join("a"), "."), 0);
    assert!(root.path().join("a/src/lib.rs").exists());
}

/// What is printed of a path cannot move the cursor or begin a line.
#[test]
fn names_of_files_are_shown_in_one_line() {
    let root = directory();
    for out in ["a\u{1b}[2J\nb/..", "/a\u{1b}[2J\nb"] {
        let report = expect(run(root.path(), out), 2);
        assert!(report.contains(r"a\u{1b}[2J\nb"), "{report:?}");
    }
    let out = "o\u{1b}[31m\nut";
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(["codegen", "--check", "--model", MODEL, "--name", "x", "--out", out]).current_dir(root.path());
    let report = expect(command.output().expect("the command runs"), 1);
    assert!(report.contains(r"missing: o\u{1b}[31m\nut/src/lib.rs"), "{report:?}");
    let evil = "no\u{1b}[2J\nmodel.json";
    for arguments in [
        &["diff", evil, MODEL][..],
        &["diff", MODEL, evil],
        &["diff", &format!("HEAD:{evil}"), MODEL],
        &["inspect", "--model", evil],
        &["conformance", evil],
        &["codegen", "--model", evil, "--out", "x", "--name", "x"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        let output =
            command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the command runs");
        let report = expect(output, 1);
        assert!(report.contains(r"no\u{1b}[2J\nmodel.json"), "{arguments:?}: {report:?}");
    }
}

/// What is not a directory, and what somebody else wrote, stays as it is.
#[test]
fn what_is_in_the_way_stays() {
    let root = directory();
    fs::write(root.path().join("file"), "mine").expect("a file");
    for out in ["file", "file/x"] {
        assert!(expect(run(root.path(), out), 2).contains("file is not a directory"));
    }
    assert_eq!(fs::read_to_string(root.path().join("file")).expect("a file"), "mine");
    fs::create_dir_all(root.path().join("out/src/lib.rs")).expect("a directory");
    expect(run(root.path(), "out"), 1);
    let left: Vec<_> = fs::read_dir(root.path().join("out")).expect("a directory").collect();
    assert_eq!(left.len(), 1, "only src: {left:?}");
}
