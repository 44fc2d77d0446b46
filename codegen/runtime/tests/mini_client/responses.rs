use crate::operation::everything::{Everything, EverythingOutput};
use crate::operation::nothing::Nothing;
use crate::operation::update_domain::{UpdateDomain, UpdateDomainOutput};
use crate::operation::{Operation, RequestId};
use crate::types::{DomainStatus, WatchlistDetails};
use crate::{has_id, respond};
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::{Blob, DateTime, Document};
use std::error::Error;

fn ok(body: &str) -> UpdateDomainOutput {
    respond::<UpdateDomain>(200, &[], body).unwrap()
}

fn source<O: Operation>(body: &str) -> String
where
    O::Error: Error + ProvideErrorMetadata,
{
    let error = respond::<O>(200, &[("x-amzn-requestid", "id")], body).err().unwrap();
    assert_eq!(error.meta().extra("aws_request_id"), Some("id"));
    assert_eq!(error.meta().extra("http_status_code"), Some("200"));
    error.source().unwrap().to_string()
}

#[test]
fn whole_domain() {
    let output = ok(r#" {"Domain": {"DomainId":"d","Name":"n","DomainStatus":"ACTIVE","CreatedAt":1515531081.123,
            "ServerSideEncryptionConfiguration":{"KmsKeyId":"k"},"WatchlistDetails":{"DefaultWatchlistId":"w"}}} "#);
    let domain = output.domain().unwrap();
    assert_eq!(domain.domain_id(), Some("d"));
    assert_eq!(domain.domain_status(), Some(&DomainStatus::Active));
    assert_eq!(domain.created_at(), Some(&DateTime::from_secs_and_nanos(1515531081, 123_000_000)));
    assert_eq!(domain.server_side_encryption_configuration().unwrap().kms_key_id(), "k");
    assert_eq!(domain.watchlist_details().unwrap().default_watchlist_id(), "w");
}

#[test]
fn trap_13_null_is_absent() {
    assert_eq!(ok(r#"{"Domain":null}"#).domain(), None);
    assert_eq!(ok(r#"{"Domain":{"Name":null,"CreatedAt":null}}"#).domain().unwrap().name(), None);
}

#[test]
fn trap_10_escaped_keys() {
    assert_eq!(ok(r#"{"Dom\u0061in":{"Domain\u0049d":"d"}}"#).domain().unwrap().domain_id(), Some("d"));
}

#[test]
fn trap_19_unknown_enum_values_are_kept() {
    let output = ok(r#"{"Domain":{"DomainStatus":"ARCHIVED"}}"#);
    let status = output.domain().unwrap().domain_status().unwrap();
    assert_eq!(status.as_str(), "ARCHIVED");
    assert_eq!(*status, DomainStatus::from("ARCHIVED"));
    assert_eq!(format!("{status:?}"), r#"Unknown(UnknownVariantValue("ARCHIVED"))"#);
    let error = DomainStatus::try_parse("ARCHIVED").unwrap_err();
    assert_eq!(error.to_string(), "unknown enum variant: 'ARCHIVED'");
    assert_eq!(DomainStatus::values(), ["ACTIVE", "PENDING", "SUSPENDED"]);
    assert_eq!("PENDING".parse::<DomainStatus>(), Ok(DomainStatus::Pending));
}

#[test]
fn trap_20_unknown_members() {
    ok(r#"{"Domain":{"NewThing":{"a":[1,{"b":null}]}},"Other":[]}"#).domain().unwrap();
    respond::<Nothing>(200, &[], r#"{"foo":true}"#).unwrap();
}

#[test]
fn trap_21_client_error_correction() {
    let output = ok(r#"{"Domain":{"WatchlistDetails":{}}}"#);
    assert_eq!(output.domain().unwrap().watchlist_details().unwrap().default_watchlist_id(), "");
    let output: EverythingOutput = respond::<Everything>(200, &[], r#"{"Required":{}}"#).unwrap();
    let required = output.required().unwrap();
    assert_eq!(required.tag().key(), "");
    assert_eq!(required.node().name(), None);
    assert_eq!(required.count(), 0);
    assert!(required.tags().is_empty() && required.labels().is_empty());
    assert_eq!(*required.at(), DateTime::from_secs(0));
    assert_eq!(*required.data(), Blob::new([]));
    assert_eq!(*required.any(), Document::Null);
    assert_eq!(required.status().as_str(), "");
    assert!(!output.ready());
    assert_eq!(output.title(), "none");
}

#[test]
fn trap_22_empty_body() {
    assert_eq!(ok("").domain(), None);
    assert_eq!(ok("{}").domain(), None);
}

#[test]
fn trap_31_the_last_of_duplicate_keys_counts() {
    assert_eq!(ok(r#"{"Domain":{"Name":"a","Name":"b"}}"#).domain().unwrap().name(), Some("b"));
}

#[test]
fn trap_32_trailing_data_and_byte_order_mark() {
    assert!(source::<UpdateDomain>("{} {}").contains("expected the end of the body, found an object"));
    assert!(source::<UpdateDomain>("\u{feff}{}").contains("at the top level (byte 0): expected an object"));
}

#[test]
fn errors_say_where() {
    let body = r#"{"Domain":{"DomainId":"d","CreatedAt":"yesterday"}}"#;
    let text = source::<UpdateDomain>(body);
    assert_eq!(text, "cannot read the body at Domain.CreatedAt (byte 38): expected a number or null, found a string");
    let text = source::<Everything>(r#"{"Tags":[{"Key":"k"},{"Key":5}]}"#);
    assert!(text.contains("at Tags[1].Key (byte 28): expected a string or null, found a number"), "{text}");
    let text = source::<Everything>(r#"{"Labels":{"my secret":5}}"#);
    assert!(text.contains("at Labels.* (byte"), "{text}");
    let text = source::<UpdateDomain>(r#"{"Domain":{"CreatedAt":1e19}}"#);
    assert!(text.contains("at Domain.CreatedAt (byte 23): timestamp out of range"), "{text}");
    let text = source::<UpdateDomain>(r#"{"Domain":{"DomainId":"secr"#);
    assert!(text.contains("at Domain.DomainId") && !text.contains("secr"), "{text}");
}

#[test]
fn trap_14_null_in_lists_and_maps() {
    let text = source::<Everything>(r#"{"Ids":["a",null]}"#);
    assert!(text.contains("at Ids[1] (byte 12): expected an element, found null"), "{text}");
    assert!(source::<Everything>(r#"{"Labels":{"a":null}}"#).contains("at Labels.a"));
    let output = respond::<Everything>(200, &[], r#"{"Sparse":["a",null,"b"],"SparseMap":{"a":1,"b":null}}"#).unwrap();
    assert_eq!(output.sparse(), [Some("a".to_owned()), None, Some("b".to_owned())]);
    assert_eq!(output.sparse_map().unwrap()["b"], None);
}

#[test]
fn request_ids() {
    has_id(&respond::<UpdateDomain>(200, &[("X-Amzn-RequestId", "a"), ("x-amz-request-id", "b")], "{}"), "a");
    has_id(&respond::<UpdateDomain>(204, &[("x-amz-request-id", "b")], ""), "b");
    let output = ok("{}");
    assert_eq!(output.request_id(), None);
    let mut response = http::Response::new("{}");
    let odd = http::HeaderValue::from_bytes(b"\xff").unwrap();
    response.headers_mut().insert("x-amzn-requestid", odd);
    assert_eq!(UpdateDomain::parse(&response).unwrap().request_id(), None);
}

#[test]
fn builders_of_outputs() {
    let details = WatchlistDetails::builder().default_watchlist_id("w").build().unwrap();
    let builder =
        crate::types::Domain::builder().name("n").watchlist_details(details.clone()).set_arn(Some("a".into()));
    assert_eq!(builder.get_arn().as_deref(), Some("a"));
    let domain = builder.clone().build();
    assert_eq!(domain.watchlist_details, Some(details));
    assert_eq!(UpdateDomainOutput::builder().domain(domain.clone()).build().domain, Some(domain));
}
