//! Structures and enums on their own.

use aws_sdk_voiceid::error::BoxError;
use aws_sdk_voiceid::primitives::{DateTime, DateTimeFormat};
use aws_sdk_voiceid::types::builders::DomainBuilder;
use aws_sdk_voiceid::types::{
    ConflictType, Domain, DomainStatus, ResourceType, ServerSideEncryptionConfiguration,
    ServerSideEncryptionUpdateDetails, ServerSideEncryptionUpdateStatus, WatchlistDetails,
};
use std::collections::HashMap;
use std::str::FromStr;

fn status(status: &DomainStatus) -> &'static str {
    match status {
        DomainStatus::Active => "on",
        DomainStatus::Suspended => "off",
        other if other.as_str() == "ARCHIVED" => "away",
        _ => "?",
    }
}

fn domain() -> Result<DomainBuilder, BoxError> {
    let update = ServerSideEncryptionUpdateDetails::builder()
        .old_kms_key_id("old")
        .update_status(ServerSideEncryptionUpdateStatus::InProgress)
        .message("going on")
        .build();
    Ok(Domain::builder()
        .domain_id("d-1")
        .arn("arn:aws:voiceid:us-east-1:123456789012:domain/d-1")
        .name("secret name")
        .description("secret description")
        .domain_status(DomainStatus::from("PENDING"))
        .server_side_encryption_configuration(ServerSideEncryptionConfiguration::builder().kms_key_id("k").build()?)
        .created_at(DateTime::from_secs(1_700_000_000))
        .set_updated_at(Some(DateTime::from_millis(1_700_000_000_500)))
        .server_side_encryption_update_details(update)
        .watchlist_details(WatchlistDetails::builder().default_watchlist_id("w").build()?))
}

pub fn main() -> Result<(), BoxError> {
    for text in ["ACTIVE", "PENDING", "SUSPENDED", "ARCHIVED", ""] {
        let parsed = DomainStatus::from(text);
        println!("{parsed} {parsed:?} {} {}", parsed.as_str(), status(&parsed));
        println!("{}", DomainStatus::from_str(text)? == parsed && parsed.as_ref() == text);
    }
    let mut conflicts = ConflictType::values().to_vec();
    conflicts.sort_unstable();
    println!("{:?} {conflicts:?} {:?}", DomainStatus::values(), ResourceType::values());
    println!("{:?}", ConflictType::try_parse("NEW").is_err());
    println!("{:?}", ServerSideEncryptionUpdateStatus::try_parse("FAILED").is_ok());
    let mut counts = HashMap::new();
    *counts.entry(DomainStatus::Active).or_insert(0) += 1;
    println!("{counts:?} {}", DomainStatus::Active < DomainStatus::Pending);

    let builder = domain()?;
    println!("{:?} {:?}", builder.get_domain_id(), builder.get_domain_status());
    let built = builder.clone().build();
    println!("{built:#?}");
    println!("{builder:#?}");
    println!("{}", built == builder.description("another").build());
    println!("{:?}", built.updated_at().map(|it| it.fmt(DateTimeFormat::DateTime)));
    println!(
        "{:?} {:?}",
        built.server_side_encryption_configuration().map(|it| it.kms_key_id()),
        built.watchlist_details()
    );
    let details = built.server_side_encryption_update_details.as_ref();
    println!("{:?}", details.map(|it| (it.old_kms_key_id(), it.update_status(), it.message())));
    println!("{}", WatchlistDetails::builder().build().is_err());
    let error = ServerSideEncryptionConfiguration::builder().build().expect_err("a key is missing");
    println!("{}", error.to_string().contains("kms_key_id"));
    println!("{}", aws_sdk_voiceid::meta::PKG_VERSION.split('.').count());
    Ok(())
}
