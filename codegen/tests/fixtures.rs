//! What is generated from small models, one feature each: the code is as reviewed, and all of it compiles, documents
//! and passes its documentation tests without a warning.
//!
//! A case is a folder of `fixtures/` with `model.json` and, as a snapshot, what `emit` and `protocol` make of it. The
//! copied support code is not in the snapshot, but is compiled with it. Some have `behaviour.rs`: tests of the crate.

use codegen::diagnostic::Source;
use codegen::resolve::{Operations, Selection};
use codegen::{Request, Tree};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The operations of the cases that do not select all.
const SELECTED: &[(&str, &[&str])] = &[("closure", &["Pick"])];

/// The cases whose behaviour needs the client.
const CLIENTS: &[&str] = &["auth", "deprecated", "endpoints", "pages", "places", "tokens", "waiters"];

/// What the tests of the cases share with generated tests.
const CALL: &str = include_str!("../runtime/tests/conformance/call.rs");

/// What nobody debugs compiles faster.
const PROFILE: &str = "[profile.dev]\ndebug = false\nincremental = false\n";

/// What the tests of the cases need.
const DEV_DEPENDENCIES: &str = r#"
[dev-dependencies]
ciborium = "0.2"
proptest = { version = "1", default-features = false, features = ["std"] }
serde_core = "1"
serde_json = { version = "1", features = ["float_roundtrip"] }
"#;

#[test]
fn emitted_code_is_as_reviewed() {
    for case in cases() {
        let emitted = tree(&case).into_iter().filter(|(path, _)| !path.starts_with("support/"));
        let text: Vec<String> = emitted.map(|(path, text)| format!("===== {path}\n{text}")).collect();
        is_as_reviewed(&case, "emitted", &text.join("\n"));
    }
}

/// What the model deprecates is deprecated where it has an item of Rust, with its methods, and nothing else is.
#[test]
fn deprecated_items_are_marked() {
    let listing = codegen::api::listing("model.json", &tree("deprecated"));
    let ours = |line: &&str| !line.contains("::Unhandled(") && !line.contains("::Unknown(");
    let marked: Vec<_> = listing.lines().filter(|line| line.contains("#[deprecated]")).filter(ours).collect();
    is_as_reviewed("deprecated", "marked", &marked.join("\n"));
}

/// The snapshot in the folder of the case has this text.
fn is_as_reviewed(case: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder(case));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// One workspace for all cases, and a target directory that outlives the run, so that dependencies compile once.
#[test]
fn emitted_code_works_and_gives_no_warning() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures");
    let cases = cases();
    let members: String = cases.iter().map(|case| format!("    \"{case}\",\n")).collect();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [\n{members}]\n\n{PROFILE}");
    write(&root.join("Cargo.toml"), &manifest);
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock");
    write(&root.join("Cargo.lock"), &fs::read_to_string(lock).unwrap());
    for case in &cases {
        write_crate(&root.join(case), case);
    }
    // Clippy sees all, the compiler the core too. The client goes without a TLS stack, which takes long to compile.
    let all = ["--workspace", "--quiet", "--no-default-features", "--features", "client,serde,validate"];
    cargo(&root, &[&["clippy", "--all-targets"][..], &all, &["--", "-D", "warnings"]].concat());
    let core = ["--workspace", "--quiet", "--no-default-features", "--features", "serde,validate"];
    cargo(&root, &[&["doc", "--no-deps"][..], &core].concat());
    cargo(&root, &[&["test", "--test", "behaviour"][..], &core].concat());
    cargo(&root, &[&["test", "--doc"][..], &core].concat());
    let clients = CLIENTS.iter().flat_map(|case| ["-p", case]).collect::<Vec<_>>();
    let features = "client,test-util,auth/sigv4,endpoints/sigv4";
    let client = ["--tests", "--quiet", "--no-default-features", "--features", features];
    cargo(&root, &[&["test"][..], &client, &clients].concat());
}

/// Trap 53: the order of the shapes in a model has no meaning.
#[test]
fn shuffled_shapes_give_the_same_code() {
    for case in cases() {
        assert_eq!(generate(&case, reversed(&model(&case))), tree(&case), "{case}");
    }
}

fn folder(case: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(case)
}

fn cases() -> Vec<String> {
    let entries = fs::read_dir(folder("")).unwrap();
    let mut cases: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    cases.sort();
    cases
}

fn model(case: &str) -> String {
    fs::read_to_string(folder(case).join("model.json")).unwrap()
}

fn tree(case: &str) -> Tree {
    generate(case, model(case))
}

fn generate(case: &str, text: String) -> Tree {
    let source = Source { path: format!("{case}/model.json"), text };
    let selection = selection(case);
    codegen::generate(&request(case, &source, &selection))
        .unwrap_or_else(|faults| panic!("{}", faults.render(&source, false)))
}

fn selection(case: &str) -> Selection {
    let selected = SELECTED.iter().find(|(name, _)| *name == case);
    let named = |names: &[&str]| Operations::Named(names.iter().map(|name| (*name).to_owned()).collect());
    Selection { service: None, operations: selected.map_or(Operations::All, |(_, names)| named(names)) }
}

fn request<'a>(case: &'a str, source: &'a Source, selection: &'a Selection) -> Request<'a> {
    Request { source, model: "model.json", selection, package: case, page: None }
}

fn write_crate(root: &Path, case: &str) {
    let source = Source { path: String::new(), text: String::new() };
    let tree = tree(case);
    let manifest = codegen::manifest(&request(case, &source, &selection(case)), &tree);
    // A stand-alone crate is a workspace of its own; this one is a member.
    let mut manifest = manifest.replace("\n[workspace]\n", "");
    if let Ok(tests) = fs::read_to_string(folder(case).join("behaviour.rs")) {
        write(&root.join("tests/behaviour.rs"), &tests);
        write(&root.join("tests/call/mod.rs"), CALL);
        manifest.push_str(DEV_DEPENDENCIES);
    }
    write(&root.join("Cargo.toml"), &manifest);
    for (path, text) in tree {
        write(&root.join("src").join(path), &text);
    }
}

/// Leaves files alone that are as they should be: Cargo goes by their time.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn cargo(root: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("target"))
        .env("RUSTFLAGS", "-D warnings")
        .env("RUSTDOCFLAGS", "-D warnings -D rustdoc::all")
        .output()
        .unwrap();
    let text = [output.stderr, output.stdout].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(output.status.success(), "cargo {}\n{text}", arguments.join(" "));
}

/// The model with its shapes the other way round. Below that the order stays: for members it has a meaning.
fn reversed(model: &str) -> String {
    let model: Vec<_> = object(model);
    let shapes = model.iter().find(|(key, _)| key == "shapes").map(|(_, shapes)| object(shapes)).unwrap();
    let shapes: Vec<String> = shapes.iter().rev().map(|(id, shape)| format!("{id:?}: {shape}")).collect();
    let version = model.iter().find(|(key, _)| key == "smithy").map(|(_, version)| version).unwrap();
    format!("{{ \"shapes\": {{ {} }}, \"smithy\": {version} }}", shapes.join(", "))
}

fn object(text: &str) -> Vec<(String, String)> {
    let object: std::collections::BTreeMap<String, Box<serde_json::value::RawValue>> =
        serde_json::from_str(text).unwrap();
    object.into_iter().map(|(key, value)| (key, value.get().to_owned())).collect()
}
