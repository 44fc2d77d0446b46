//! Bytes of a model: faults that can be shown, or files that are Rust.
#![no_main]

use codegen::diagnostic::Source;
use codegen::resolve::{Operations, Selection};
use codegen::{Request, api, generate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let source = Source { path: "model.json".to_owned(), text: text.to_owned() };
    let selection = Selection { service: None, operations: Operations::All };
    let request =
        Request { source: &source, model: "model.json", selection: &selection, package: "fuzzed", page: None };
    match generate(&request) {
        // Parses every file.
        Ok(files) => drop(api::listing("model.json", &files)),
        Err(faults) => drop(faults.render(&source, false)),
    }
});
