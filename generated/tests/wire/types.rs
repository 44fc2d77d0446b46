//! Types, builders and what `Debug` shows.

use crate::{input, key};
use voice_id::operation::update_domain::builders::UpdateDomainInputBuilder;
use voice_id::operation::update_domain::{UpdateDomainInput, UpdateDomainOutput};
use voice_id::types::builders::DomainBuilder;
use voice_id::types::{ConflictType, Domain, DomainStatus, WatchlistDetails};

#[test]
fn builders_set_get_and_clear() {
    let builder: UpdateDomainInputBuilder =
        UpdateDomainInput::builder().name("a").set_description(Some("d".to_owned()));
    assert_eq!(builder.get_name().as_deref(), Some("a"));
    assert_eq!(builder.clone().set_name(None).get_name(), &None);
    let domain = DomainBuilder::default().domain_status(DomainStatus::Pending).build();
    assert_eq!(domain.domain_status(), Some(&DomainStatus::Pending));
    let error = WatchlistDetails::builder().build().expect_err("a member is missing").to_string();
    assert!(error.contains("default_watchlist_id"), "{error}");
}

/// Rule 46: redacted by target shape, in structures, builders and whatever holds them; unset is `None`.
#[test]
fn secrets_are_not_shown() {
    let mut input = input();
    input.description = Some("SECRET".to_owned());
    input.name = Some("SECRET".to_owned());
    let builder = UpdateDomainInput::builder().name("SECRET").description("SECRET");
    let domain = Domain::builder().name("SECRET").description("SECRET").domain_id("d-1").build();
    let output = UpdateDomainOutput::builder().domain(domain.clone()).build();
    for shown in [format!("{input:?}"), format!("{builder:?}"), format!("{domain:#?}"), format!("{output:?}")] {
        assert!(!shown.contains("SECRET"), "{shown}");
        assert!(shown.contains("*** Sensitive Data Redacted ***"), "{shown}");
    }
    let shown = format!("{:?}", Domain::builder().domain_id("d-1").build());
    assert!(shown.contains("name: None") && shown.contains(r#"domain_id: Some("d-1")"#), "{shown}");
    assert_eq!(format!("{:?}", key("k")), r#"ServerSideEncryptionConfiguration { kms_key_id: "k" }"#);
}

#[test]
fn enums_are_open() {
    assert_eq!(DomainStatus::values(), ["ACTIVE", "PENDING", "SUSPENDED"]);
    assert_eq!("ACTIVE".parse::<DomainStatus>(), Ok(DomainStatus::Active));
    assert_eq!(DomainStatus::from("NEW").to_string(), "NEW");
    assert_eq!(DomainStatus::Suspended.as_ref(), "SUSPENDED");
    assert_eq!(ConflictType::try_parse("CONCURRENT_CHANGES").expect("known"), ConflictType::ConcurrentChanges);
    let error = DomainStatus::try_parse("NEW").expect_err("unknown").to_string();
    assert!(error.contains("NEW"), "{error}");
}
