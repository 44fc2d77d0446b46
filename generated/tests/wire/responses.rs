//! From a successful response to the output.

use crate::parse;
use std::error::Error;
use voice_id::operation::RequestId;
use voice_id::operation::update_domain::UpdateDomainOutput;
use voice_id::primitives::DateTime;
use voice_id::types::{Domain, DomainStatus, ServerSideEncryptionUpdateStatus};

fn domain(members: &str) -> Domain {
    output(&format!(r#"{{"Domain":{{{members}}}}}"#)).domain.expect("a domain")
}

fn output(body: &str) -> UpdateDomainOutput {
    parse(200, body).unwrap_or_else(|error| panic!("{body}: {error:?}"))
}

/// What a response is refused with.
fn refusal(body: impl AsRef<[u8]>) -> String {
    let error = parse(200, body).expect_err("no valid response");
    error.source().expect("a source").to_string()
}

#[test]
fn every_member_is_read() {
    let domain = domain(
        r#""DomainId":"d-1","Arn":"arn:aws:voiceid:::d-1","Name":"front desk","Description":"calls",
           "DomainStatus":"ACTIVE","ServerSideEncryptionConfiguration":{"KmsKeyId":"alias/k"},
           "CreatedAt":1515531081.123,"UpdatedAt":1515531082,
           "ServerSideEncryptionUpdateDetails":{"Message":"m","OldKmsKeyId":"old","UpdateStatus":"IN_PROGRESS"},
           "WatchlistDetails":{"DefaultWatchlistId":"w-1"}"#,
    );
    assert_eq!(domain.domain_id(), Some("d-1"));
    assert_eq!(domain.arn(), Some("arn:aws:voiceid:::d-1"));
    assert_eq!(domain.name(), Some("front desk"));
    assert_eq!(domain.description(), Some("calls"));
    assert_eq!(domain.domain_status(), Some(&DomainStatus::Active));
    assert_eq!(domain.server_side_encryption_configuration().expect("set").kms_key_id(), "alias/k");
    assert_eq!(domain.created_at(), Some(&DateTime::from_secs_and_nanos(1515531081, 123_000_000)));
    assert_eq!(domain.updated_at(), Some(&DateTime::from_secs(1515531082)));
    let details = domain.server_side_encryption_update_details().expect("set");
    assert_eq!((details.message(), details.old_kms_key_id()), (Some("m"), Some("old")));
    assert_eq!(details.update_status(), Some(&ServerSideEncryptionUpdateStatus::InProgress));
    assert_eq!(domain.watchlist_details().expect("set").default_watchlist_id(), "w-1");
}

/// Rules 20 and 22
#[test]
fn nothing_and_anything_more_are_fine() {
    for body in ["", "{}", " {} \n", r#"{"foo":true}"#, r#"{"Domain":null,"New":{"a":[1,{"b":null}]}}"#] {
        assert_eq!(output(body).domain(), None, "{body}");
    }
    assert_eq!(domain(r#""Name":"n","NewThing":{"a":[1]},"Other":[[],{}]"#).name(), Some("n"));
    assert_eq!(output("{}").request_id(), Some("req-1"));
}

/// Rule 13
#[test]
fn null_is_absent() {
    let domain = domain(r#""Name":null,"DomainStatus":null,"CreatedAt":null,"WatchlistDetails":null"#);
    assert_eq!(domain, Domain::builder().build());
}

/// Rule 19
#[test]
fn unknown_enum_values_are_kept() {
    let domain = domain(r#""DomainStatus":"ARCHIVED""#);
    let status = domain.domain_status().expect("set");
    assert_eq!(status.as_str(), "ARCHIVED");
    assert_eq!(*status, DomainStatus::from("ARCHIVED"));
    assert!(DomainStatus::try_parse("ARCHIVED").is_err());
}

/// Rule 21: a service that leaves out a required member does not fail the call.
#[test]
fn missing_required_members_are_corrected() {
    let domain = domain(r#""WatchlistDetails":{},"ServerSideEncryptionConfiguration":{}"#);
    assert_eq!(domain.watchlist_details().expect("set").default_watchlist_id(), "");
    assert_eq!(domain.server_side_encryption_configuration().expect("set").kms_key_id(), "");
}

/// Rule 26
#[test]
fn timestamps_are_exact() {
    let created = |number: &str| *domain(&format!(r#""CreatedAt":{number}"#)).created_at().expect("set");
    assert_eq!(created("1515531081.123"), DateTime::from_secs_and_nanos(1515531081, 123_000_000));
    assert_eq!(created("1.785732980986E9"), DateTime::from_secs_and_nanos(1785732980, 986_000_000));
    assert_eq!(created("-1.5"), DateTime::from_secs_and_nanos(-2, 500_000_000));
    assert_eq!(created("0"), DateTime::from_secs(0));
    assert_eq!(created("0.000000001"), DateTime::from_secs_and_nanos(0, 1));
    for millis in (0..100_000).map(|step| step * 17_171_717 + step) {
        let text = format!("{}.{:03}", millis / 1000, millis % 1000);
        assert_eq!(created(&text).to_millis().expect("in range"), millis, "{text}");
    }
}

proptest::proptest! {
    /// Rule 26, for every millisecond of the years 1 to 9999, with a decimal point and with an exponent.
    #[test]
    fn milliseconds_are_exact(millis in -62_135_596_800_000..253_402_300_800_000_i64) {
        let (sign, size) = (if millis < 0 { "-" } else { "" }, millis.unsigned_abs());
        let texts = [format!("{sign}{}.{:03}", size / 1000, size % 1000), format!("{millis}e-3"), format!("{millis}00E-5")];
        for text in texts {
            let created = *domain(&format!(r#""CreatedAt":{text}"#)).created_at().expect("set");
            proptest::prop_assert_eq!(created.to_millis().expect("in range"), millis, "{}", text);
        }
    }
}

/// Rules 26 and 58
#[test]
fn timestamps_out_of_range_name_the_member() {
    for number in ["1e400", "1e19", "1e308", "-1e19", "1e999999999999"] {
        let text = refusal(format!(r#"{{"Domain":{{"CreatedAt":{number}}}}}"#));
        assert!(text.contains("Domain.CreatedAt"), "{number}: {text}");
    }
    assert_eq!(*domain(r#""CreatedAt":1e-400"#).created_at().expect("set"), DateTime::from_secs(0));
}

/// Rule 10: an escaped key is the key.
#[test]
fn keys_are_unescaped() {
    assert_eq!(domain(r#""Domain\u0049d":"d-1""#).domain_id(), Some("d-1"));
}

/// Rule 31
#[test]
fn the_last_of_duplicate_keys_wins() {
    assert_eq!(domain(r#""Name":"a","Name":"b""#).name(), Some("b"));
}

/// Rule 30
#[test]
fn strings_are_unescaped() {
    let name = |json: &str| domain(&format!(r#""Name":"{json}""#)).name;
    assert_eq!(name(r"a\/b\\\u0000\ud83e\udd80\u00e9\n").as_deref(), Some("a/b\\\0🦀é\n"));
    assert_eq!(name("\u{2028}").as_deref(), Some("\u{2028}"));
    for lone in [r"\ud800", r"\udc00", r"\ud800\u0041", r"\ud800x"] {
        assert!(refusal(format!(r#"{{"Domain":{{"Name":"{lone}"}}}}"#)).contains("Domain.Name"), "{lone}");
    }
}

/// Rules 32 and 58, and the shapes of broken JSON.
#[test]
fn what_is_no_json_is_refused() {
    for body in [
        "{} {}",
        "\u{feff}{}",
        "{",
        "[]",
        "nul",
        "{\"Domain\"}",
        "{\"Domain\":}",
        "{\"Domain\":{},}",
        "{,}",
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1e}",
        "{\"a\":[1,]}",
        "{'a':1}",
        "{\"a\":tru}",
        "{\"a\":\"\t\"}",
        "\"\"",
    ] {
        assert!(parse(200, body).is_err(), "{body}");
    }
    assert!(parse(200, b"{\"a\":\"\xff\"}").is_err());
}

#[test]
fn refusals_name_the_member_and_the_byte() {
    let text = refusal(r#"{"Domain":{"Name":"x","WatchlistDetails":{"DefaultWatchlistId":7}}}"#);
    assert!(text.contains("Domain.WatchlistDetails.DefaultWatchlistId"), "{text}");
    assert!(text.contains("63"), "{text}");
    assert!(!text.contains('7') || text.matches('7').count() == 0, "{text}");
}
