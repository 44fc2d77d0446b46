//! Replays the corpus of the fuzz target `model`: each text gives faults that can be shown, or files that are Rust.

use codegen::diagnostic::Source;
use codegen::resolve::{Operations, Selection};
use codegen::{Request, api, generate};
use std::fs;
use std::path::Path;

/// Whether files are generated.
fn run(text: String) -> bool {
    let source = Source { path: "model.json".to_owned(), text };
    let selection = Selection { service: None, operations: Operations::All };
    let request =
        Request { source: &source, model: "model.json", selection: &selection, package: "fuzzed", page: None };
    match generate(&request) {
        Ok(files) => {
            assert!(api::listing("model.json", &files).contains("pub mod operation\n"));
            true
        }
        Err(faults) => {
            assert!(faults.render(&source, false).starts_with("error[SM"));
            false
        }
    }
}

#[test]
fn every_model_of_the_corpus() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/model");
    let (mut good, mut bad) = (0, 0);
    for entry in fs::read_dir(folder).expect("the corpus") {
        let path = entry.expect("an entry").path();
        let Ok(text) = String::from_utf8(fs::read(&path).expect("a file")) else { continue };
        // With the stack of a thread that a build tool may give.
        let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(|| run(text)).expect("a thread");
        let generated = thread.join().unwrap_or_else(|_| panic!("{} makes the generator panic", path.display()));
        *if generated { &mut good } else { &mut bad } += 1;
    }
    assert!(good >= 2 && bad >= 5, "{good} good and {bad} bad models");
}
