//! A response: the first byte says which status, a second one whether there are headers, the rest is the body.
#![no_main]

use libfuzzer_sys::fuzz_target;
use voice_id::operation::Operation;
use voice_id::operation::update_domain::UpdateDomain;

fuzz_target!(|data: &[u8]| {
    let [status, headers, body @ ..] = data else { return };
    let status = [200, 400, 403, 429, 500, 503][usize::from(*status) % 6];
    let header = |name: &str| (headers % 2 == 1 && name == "x-amzn-errortype").then_some("ValidationException:http://x");
    match UpdateDomain::response(status, &header, body) {
        Ok(output) => drop(format!("{output:?}")),
        Err(error) => drop(format!("{error} {error:?} {:?}", error.meta())),
    }
});
