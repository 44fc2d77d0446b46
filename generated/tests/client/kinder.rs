//! Whatever is missing or wrong is said before anything is sent, with what to set. Nothing panics.

use crate::server::{Server, update};
use voice_id::config::{BehaviorVersion, Builder, Credentials, Region};
use voice_id::error::{DisplayErrorContext, SdkError};
use voice_id::{Client, Config};

/// The text of the error of a call with these settings, which must fail before I/O.
async fn failure(server: &Server, config: Builder) -> (bool, String) {
    let error = update(&Client::from_conf(config.build())).send().await.unwrap_err();
    assert!(server.seen().is_empty());
    (matches!(error, SdkError::ConstructionFailure(_)), DisplayErrorContext(&error).to_string())
}

#[tokio::test]
async fn all_missing_members_are_named() {
    let server = Server::ok();
    let error = server.client().update_domain().name("x").send().await.unwrap_err();
    assert!(matches!(error, SdkError::ConstructionFailure(_)));
    let text = DisplayErrorContext(&error).to_string();
    for name in ["domain_id", "server_side_encryption_configuration"] {
        assert!(text.contains(name), "{text}");
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn a_missing_region_says_what_to_set() {
    let server = Server::ok();
    let (construction, text) = failure(&server, server.config().region(None)).await;
    assert!(construction && text.contains("region(Region::new("), "{text}");
}

#[tokio::test]
async fn a_missing_behavior_version_says_what_to_set() {
    if cfg!(feature = "behavior-version-latest") {
        return;
    }
    let server = Server::ok();
    let mut config = server.config();
    config.set_behavior_version(None);
    let (construction, text) = failure(&server, config).await;
    assert!(construction && text.contains("BehaviorVersion::latest()"), "{text}");
}

#[tokio::test]
async fn missing_credentials_say_what_to_set() {
    let server = Server::ok();
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .http_client(server.clone());
    let (_, text) = failure(&server, config).await;
    assert!(text.contains("credentials"), "{text}");
}

#[tokio::test]
async fn a_missing_http_client_says_what_to_set() {
    if cfg!(feature = "default-https-client") {
        return;
    }
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
        .region(Region::new("us-east-1"));
    let (_, text) = failure(&Server::ok(), config).await;
    assert!(text.contains("default-https-client"), "{text}");
}

#[tokio::test]
async fn odd_endpoint_urls_are_refused() {
    for (url, reason) in [
        ("", "it is empty"),
        ("localhost:8000", "http://"),
        ("ftp://host", "http://"),
        ("https://user:pw@host", "user name"),
        ("https://host/?a=b", "query"),
    ] {
        let server = Server::ok();
        let (construction, text) = failure(&server, server.config().endpoint_url(url)).await;
        assert!(construction && text.contains(reason) && !text.contains("pw"), "{url}: {text}");
    }
}

#[tokio::test]
async fn regions_that_are_no_host_labels_are_refused() {
    for region in ["", " us-east-1", "us-east-1.evil.com/", "us-east-1@evil.com"] {
        let server = Server::ok();
        let (construction, text) = failure(&server, server.config().region(Region::new(region))).await;
        assert!(construction && text.contains("region"), "{region}: {text}");
    }
}

#[tokio::test]
async fn contradictory_settings_are_named() {
    let server = Server::ok();
    let (_, text) = failure(&server, server.config().endpoint_url("http://localhost").use_fips(true)).await;
    assert!(text.contains("FIPS and custom endpoint are not supported"), "{text}");
}

#[test]
fn nothing_is_shown_that_is_secret() {
    let client = Server::new(200, "{}").client();
    let shown = format!("{client:?} {:?} {:?}", client.config(), update(&client).description("hidden"));
    assert!(!shown.contains("hunter2") && !shown.contains("hidden") && !shown.contains("front desk"), "{shown}");
}
