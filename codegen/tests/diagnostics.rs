//! What users get to read: each faulty model in `diagnostics/` with its faults as they are printed.

use codegen::Request;
use codegen::diagnostic::{Code, Source};
use codegen::resolve::{Operations, Selection};
use std::path::{Path, PathBuf};

#[test]
fn faults_are_printed_as_reviewed() {
    for path in files("json") {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let printed = faults(&path, &format!("model/{name}.json"), false);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("diagnostics");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name, printed));
    }
}

#[test]
fn every_code_has_an_example() {
    let of_manifests = include_str!("../../xtask/tests/snapshots/new__what_a_manifest_lacks.snap");
    let printed: String = files("snap").iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let printed = printed + of_manifests;
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !printed.contains(&format!("[{code}]"))).collect();
    assert!(missing.is_empty(), "no model in tests/diagnostics shows {missing:?}");
}

#[test]
fn no_snapshot_is_stale() {
    let stems = |extension| files(extension).iter().map(|path| path.with_extension("")).collect::<Vec<_>>();
    assert_eq!(stems("json"), stems("snap"));
}

#[test]
fn color_changes_nothing_else() {
    for path in files("json") {
        let colored = faults(&path, "model.json", true);
        assert!(colored.contains("\u{1b}["), "{path:?}");
        assert_eq!(without_color(&colored), faults(&path, "model.json", false), "{path:?}");
    }
}

/// What is asked of the model with this name.
fn selection(name: &str) -> Selection {
    let (service, operations) = match name {
        "unknown-service" => (Some("Exampel"), None),
        "service-is-a-structure" => (Some("Domain"), None),
        "nothing-selected" => (None, Some(vec![])),
        "unknown-operation" => (Some("com.example#Example"), Some(vec!["UpdateDomian", "com.example#Domain9"])),
        "unbound-operation" => (None, Some(vec!["com.example#GetDomain", "RenameDomain"])),
        "operation-is-a-structure" => (None, Some(vec!["Domain"])),
        _ => (None, None),
    };
    let named = |names: Vec<&str>| Operations::Named(names.into_iter().map(str::to_owned).collect());
    Selection { service: service.map(str::to_owned), operations: operations.map_or(Operations::All, named) }
}

/// The faults of the file, shown as of `shown`.
fn faults(path: &Path, shown: &str, color: bool) -> String {
    let selection = selection(path.file_stem().unwrap().to_str().unwrap());
    let source = match Source::of_file(shown.to_owned(), std::fs::read(path).unwrap()) {
        Ok(source) => source,
        Err((source, faults)) => return faults.render(&source, color),
    };
    let request = Request { source: &source, model: shown, selection: &selection, package: "example", page: None };
    codegen::generate(&request).expect_err("the model has no fault").render(&source, color)
}

fn without_color(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    plain + rest
}

fn files(extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|own| own == extension)).collect();
    files.sort();
    files
}
