//! Data of the service in JSON: what serde gives is what goes over the wire.

use aws_smithy_types::DateTime;
use proptest::prelude::*;
use voice_id::operation::Operation;
use voice_id::operation::update_domain::{UpdateDomain, UpdateDomainInput, UpdateDomainOutput};
use voice_id::types::error::ConflictException;
use voice_id::types::{ConflictType, Domain, DomainStatus, ServerSideEncryptionConfiguration};

#[test]
fn what_is_sensitive_is_written() {
    let domain = Domain::builder().name("front desk").description("hidden").domain_status("NEW".into()).build();
    let text = serde_json::to_string(&domain).expect("JSON");
    assert_eq!(text, r#"{"Name":"front desk","Description":"hidden","DomainStatus":"NEW"}"#);
    assert_eq!(serde_json::from_str::<Domain>(&text).expect("a domain"), domain);
}

#[test]
fn errors_are_their_members() {
    let error = ConflictException::builder().message("busy").conflict_type(ConflictType::DomainNotActive).build();
    let text = serde_json::to_string(&error).expect("JSON");
    assert_eq!(text, r#"{"Message":"busy","ConflictType":"DOMAIN_NOT_ACTIVE"}"#);
    assert_eq!(serde_json::from_str::<ConflictException>(&text).expect("an error"), error);
}

proptest! {
    #[test]
    fn inputs_are_what_is_sent(id in ".*", name in ".*", description in prop::option::of(".*"), key in ".*") {
        let key = ServerSideEncryptionConfiguration::builder().kms_key_id(key).build().expect("complete");
        let input = UpdateDomainInput::builder().domain_id(id).name(name).set_description(description);
        let input = input.server_side_encryption_configuration(key).build().expect("complete");
        let request = UpdateDomain::request(&input).expect("a request");
        prop_assert_eq!(serde_json::to_vec(&input).expect("JSON"), request.body().to_vec());
        prop_assert_eq!(serde_json::from_slice::<UpdateDomainInput>(request.body()).expect("an input"), input);
    }

    #[test]
    fn outputs_are_what_is_received(id in ".*", status in "[A-Z]{1,9}", millis in -100_000_000_000_000..100_000_000_000_000_i64) {
        let domain = Domain::builder().domain_id(id).domain_status(DomainStatus::from(&*status));
        let output = UpdateDomainOutput::builder().domain(domain.created_at(DateTime::from_millis(millis)).build()).build();
        let body = serde_json::to_vec(&output).expect("JSON");
        prop_assert_eq!(&UpdateDomain::parse(&http::Response::new(&body)).expect("an output"), &output);
        prop_assert_eq!(serde_json::from_slice::<UpdateDomainOutput>(&body).expect("an output"), output);
    }
}
