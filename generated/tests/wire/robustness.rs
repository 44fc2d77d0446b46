//! No response makes the crate panic, overflow the stack or take its time.

use crate::{input, parse};
use proptest::prelude::*;
use voice_id::operation::Operation;
use voice_id::operation::update_domain::UpdateDomain;

/// Rule 33: in a debug build, on the stack that threads have by default.
#[test]
fn deep_nesting_is_an_error() {
    let bodies = [
        format!(r#"{{"Unknown":{}"#, "[".repeat(100_000)),
        format!(r#"{{"Unknown":{}"#, r#"{"a":"#.repeat(100_000)),
        format!(r#"{{"Domain":{}"#, r#"{"WatchlistDetails":"#.repeat(100_000)),
        "[".repeat(100_000),
    ];
    let on_small_stack = std::thread::Builder::new().stack_size(2 << 20).spawn(move || {
        for body in bodies {
            assert!(parse(200, &body).is_err());
            assert!(parse(500, &body).is_err());
        }
    });
    on_small_stack.expect("a thread").join().expect("no overflow");
}

#[test]
fn nesting_within_the_limit_is_fine() {
    let body = format!(r#"{{"Unknown":{}{}}}"#, "[".repeat(120), "]".repeat(120));
    assert!(parse(200, body).is_ok());
    let body = format!(r#"{{"Unknown":{}{}}}"#, "[".repeat(130), "]".repeat(130));
    assert!(parse(200, body).is_err());
}

fn json() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec![
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "null",
            "true",
            "-1.5e3",
            "0",
            "1e400",
            "\"Domain\"",
            "\"Name\"",
            "\"CreatedAt\"",
            "\"DomainStatus\"",
            "\"__type\"",
            "\"ConflictException\"",
            "\\ud83e",
            " ",
            "é",
        ]),
        0..60,
    )
    .prop_map(|parts| parts.concat())
}

proptest! {
    // A test run writes nothing, not even what failed.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic(status in 100u16..600, body in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = parse(status, body).map_err(|error| format!("{error} {error:?}"));
    }

    #[test]
    fn no_json_panics(status in prop::sample::select(vec![200u16, 400, 503]), body in json()) {
        let _ = parse(status, body).map_err(|error| format!("{error} {error:?}"));
    }

    /// What is written is read back by a JSON reader that is not ours.
    #[test]
    fn requests_are_json(name in any::<String>(), description in any::<Option<String>>()) {
        let mut input = input();
        input.name = Some(name.clone());
        input.description = description.clone();
        let request = UpdateDomain::request(&input).expect("a request");
        let sent: serde_json::Value = serde_json::from_slice(request.body()).expect("JSON");
        prop_assert_eq!(sent["Name"].as_str(), Some(name.as_str()));
        prop_assert_eq!(sent.get("Description").and_then(|value| value.as_str()), description.as_deref());
    }

    /// What another JSON writer writes is read.
    #[test]
    fn responses_are_read(name in any::<Option<String>>(), status in any::<String>()) {
        let body = serde_json::json!({ "Domain": { "Name": name, "DomainStatus": status } }).to_string();
        let output = parse(200, body).expect("a response");
        let domain = output.domain().expect("a domain");
        prop_assert_eq!(domain.name(), name.as_deref());
        prop_assert_eq!(domain.domain_status().map(|status| status.as_str()), Some(status.as_str()));
    }
}
