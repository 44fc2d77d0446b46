//! From input to request.

use crate::{input, key};
use voice_id::operation::Operation;
use voice_id::operation::update_domain::{UpdateDomain, UpdateDomainInput};

fn body(input: &UpdateDomainInput) -> String {
    let request = UpdateDomain::request(input).expect("a request");
    String::from_utf8(request.into_body().to_vec()).expect("UTF-8")
}

/// Rule 51: nothing of the request is up to the model's HTTP traits or the service's other names.
#[test]
fn the_envelope_is_fixed() {
    let request = UpdateDomain::request(&input()).expect("a request");
    assert_eq!(request.method(), http::Method::POST);
    assert_eq!(request.uri(), "/");
    assert_eq!(request.headers()["content-type"], "application/x-amz-json-1.0");
    assert_eq!(request.headers()["x-amz-target"], "VoiceID.UpdateDomain");
    assert_eq!(request.headers()["content-length"], request.body().len().to_string());
    assert_eq!(request.headers().len(), 3);
}

#[test]
fn members_go_in_model_order() {
    let input = UpdateDomainInput::builder()
        .server_side_encryption_configuration(key("alias/k"))
        .description("calls")
        .name("front desk")
        .domain_id("d-1")
        .build()
        .expect("all required members are set");
    assert_eq!(
        body(&input),
        r#"{"DomainId":"d-1","Name":"front desk","Description":"calls","ServerSideEncryptionConfiguration":{"KmsKeyId":"alias/k"}}"#
    );
}

/// Rule 15: the service clears what is sent as nothing, so an absent member is absent.
#[test]
fn absent_members_are_absent() {
    assert_eq!(
        body(&input()),
        r#"{"DomainId":"d-1","Name":"front desk","ServerSideEncryptionConfiguration":{"KmsKeyId":"alias/k"}}"#
    );
    let mut input = input();
    input.description = Some(String::new());
    assert!(body(&input).contains(r#""Description":"""#));
}

/// Rule 30: what JSON must escape is escaped, everything else stays as it is.
#[test]
fn strings_are_escaped() {
    let mut input = input();
    input.name = Some("\"\\/\u{8}\t\n\u{c}\r\0\u{1f}\u{7f}\u{2028}é🦀".to_owned());
    let body = body(&input);
    let sent: serde_json::Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!(sent["Name"].as_str(), input.name.as_deref());
    assert!(!body.bytes().any(|byte| byte < 0x20));
    assert!(body.contains("\u{2028}é🦀"));
}

#[test]
fn what_is_missing_is_named() {
    let error = UpdateDomainInput::builder().description("only this").build().expect_err("members are missing");
    let text = error.to_string();
    for member in ["domain_id", "name", "server_side_encryption_configuration"] {
        assert!(text.contains(member), "{text}");
    }
    let mut input = input();
    input.name = None;
    let error = UpdateDomain::request(&input).expect_err("a member is missing").to_string();
    assert!(error.contains("name") && !error.contains("domain_id"), "{error}");
}
