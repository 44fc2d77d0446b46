use crate::error::BuildError;
use crate::operation::Operation;
use crate::operation::everything::{Everything, EverythingInput};
use crate::operation::nothing::{Nothing, NothingInput};
use crate::operation::update_domain::{UpdateDomain, UpdateDomainInput};
use crate::types::{ServerSideEncryptionConfiguration, WatchlistDetails};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

fn text(error: BuildError) -> String {
    error.to_string()
}

#[test]
fn trap_51_fixed_wire_and_15_no_nulls() {
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build().unwrap();
    let input = UpdateDomainInput::builder()
        .domain_id("d")
        .name("n\"\u{1}\u{2028}é")
        .server_side_encryption_configuration(key)
        .build()
        .unwrap();
    let request = UpdateDomain::request(&input).unwrap();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "/");
    let headers: Vec<_> = request.headers().iter().map(|(n, v)| (n.as_str(), v.to_str().unwrap())).collect();
    let body = "{\"DomainId\":\"d\",\"Name\":\"n\\\"\\u0001\u{2028}é\",\"ServerSideEncryptionConfiguration\":{\"KmsKeyId\":\"k\"}}";
    let length = body.len().to_string();
    assert_eq!(
        headers,
        [
            ("content-type", "application/x-amz-json-1.0"),
            ("x-amz-target", "VoiceID.UpdateDomain"),
            ("content-length", &*length)
        ]
    );
    assert_eq!(request.body(), body);
}

#[test]
fn trap_22_empty_input_is_an_empty_object() {
    let request = Nothing::request(&NothingInput::builder().build().unwrap()).unwrap();
    assert_eq!(request.body(), "{}");
    assert_eq!(request.headers()["content-length"], "2");
}

#[test]
fn missing_members_are_all_named() {
    let error = text(UpdateDomainInput::builder().build().unwrap_err());
    for name in ["domain_id", "name", "server_side_encryption_configuration"] {
        assert!(error.contains(name), "{error}");
    }
    assert!(!error.contains("description"), "{error}");
    let error = text(WatchlistDetails::builder().build().unwrap_err());
    assert_eq!(error, "default_watchlist_id was missing: required by WatchlistDetails");
    // Fields are public: the request checks as well.
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build().unwrap();
    let mut input = UpdateDomainInput::builder()
        .domain_id("d")
        .name("n")
        .server_side_encryption_configuration(key)
        .build()
        .unwrap();
    input.name = None;
    assert!(text(UpdateDomain::request(&input).unwrap_err()).starts_with("name was missing"));
}

#[test]
fn trap_13_required_input_members_accept_every_value() {
    let input = EverythingInput::builder().set_names(Some(vec![])).build().unwrap();
    assert_eq!(Everything::request(&input).unwrap().body(), "{\"Names\":[]}");
}

#[test]
fn a_date_that_has_no_spelling_is_refused() {
    let input = EverythingInput::builder().names("n").iso(DateTime::from_secs(i64::MAX)).build().unwrap();
    assert!(Everything::request(&input).is_err());
    let date = DateTime::from_str("Tue, 29 Apr 2014 18:30:38 GMT", Format::HttpDate).unwrap();
    let input = EverythingInput::builder().names("n").iso(date).http(date).build().unwrap();
    assert_eq!(
        Everything::request(&input).unwrap().body(),
        r#"{"Iso":"2014-04-29T18:30:38Z","Http":"Tue, 29 Apr 2014 18:30:38 GMT","Names":["n"]}"#
    );
}
