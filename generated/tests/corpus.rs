//! Replays the corpus of the fuzz target `response`, where the repository is: each response is an output or an error.

use std::fs;
use std::path::Path;
use voice_id::operation::Operation;
use voice_id::operation::update_domain::UpdateDomain;

/// Whether there is an output.
fn run(data: &[u8]) -> bool {
    let [status, headers, body @ ..] = data else { return false };
    let status = [200, 400, 403, 429, 500, 503][usize::from(*status) % 6];
    let header =
        |name: &str| (headers % 2 == 1 && name == "x-amzn-errortype").then_some("ValidationException:http://x");
    match UpdateDomain::response(status, &header, body) {
        Ok(output) => !format!("{output:?}").is_empty(),
        Err(error) => format!("{error} {error:?} {:?}", error.meta()).is_empty(),
    }
}

#[test]
fn every_response_of_the_corpus() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/fuzz/corpus/response");
    let Ok(entries) = fs::read_dir(folder) else {
        println!("skipped: the corpus is not here");
        return;
    };
    let (mut outputs, mut errors) = (0, 0);
    for entry in entries {
        let path = entry.expect("an entry").path();
        let data = fs::read(&path).expect("a file");
        let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(move || run(&data)).expect("a thread");
        let output = thread.join().unwrap_or_else(|_| panic!("{} makes the crate panic", path.display()));
        *if output { &mut outputs } else { &mut errors } += 1;
    }
    assert!(outputs >= 2 && errors >= 10, "{outputs} outputs and {errors} errors");
}
