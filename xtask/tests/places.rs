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
    for out in ["link", "link/", "./link"] {
        assert!(expect(run(root.path(), out), 1).contains("link is a symbolic link; remove it"));
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
fn the_way_up_is_taken_only_in_front() {
    let root = directory();
    fs::create_dir(root.path().join("a")).expect("a directory");
    assert!(expect(run(root.path(), "a/../b"), 1).contains("without `..` behind a name"));
    assert!(!root.path().join("b").exists());
    expect(run(&root.path().join("a"), "../b"), 0);
    assert!(root.path().join("b/src/lib.rs").exists());
    assert!(is_empty(&root.path().join("a")));
}

/// What is not a directory, and what somebody else wrote, stays as it is.
#[test]
fn what_is_in_the_way_stays() {
    let root = directory();
    fs::write(root.path().join("file"), "mine").expect("a file");
    expect(run(root.path(), "file"), 1);
    expect(run(root.path(), "file/x"), 1);
    assert_eq!(fs::read_to_string(root.path().join("file")).expect("a file"), "mine");
    fs::create_dir_all(root.path().join("out/src/lib.rs")).expect("a directory");
    expect(run(root.path(), "out"), 1);
    let left: Vec<_> = fs::read_dir(root.path().join("out")).expect("a directory").collect();
    assert_eq!(left.len(), 1, "only src: {left:?}");
}
