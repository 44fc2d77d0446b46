//! The cache, signing once more, what is refused, and what is printed.

use codegen_runtime::support::credentials::Credentials;
use codegen_runtime::support::sigv4::{Signer, SigningError};
use http::{HeaderMap, Request};
use proptest::prelude::*;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const ENDPOINT: &str = "https://voiceid.us-east-1.amazonaws.com";

fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}

fn signer(endpoint: &str) -> Signer {
    Signer::new(endpoint, "us-east-1", "voiceid").unwrap()
}

fn credentials(secret: &str) -> Credentials {
    Credentials::new("AKIDEXAMPLE", secret, None)
}

fn request() -> Request<&'static str> {
    Request::post("/").header("x-amz-target", "VoiceID.UpdateDomain").body("{}").unwrap()
}

fn signed(signer: &Signer, secret: &str, now: SystemTime) -> HeaderMap {
    let mut request = request();
    signer.sign(&mut request, &credentials(secret), now).unwrap();
    std::mem::take(request.headers_mut())
}

proptest! {
    #[test]
    fn the_cache_cannot_be_seen(calls in proptest::collection::vec((0..3_usize, 0..3_u64), 1..20)) {
        let shared = signer(ENDPOINT);
        for (secret, day) in calls {
            let (secret, now) = (["a", "b", "a/"][secret], at(day * 86_400 + 86_399));
            prop_assert_eq!(signed(&shared, secret, now), signed(&signer(ENDPOINT), secret, now));
        }
    }
}

#[test]
fn secret_day_region_and_service_count() {
    let base = signed(&signer(ENDPOINT), "secret", at(0));
    let of = |region: &str, service: &str| signed(&Signer::new(ENDPOINT, region, service).unwrap(), "secret", at(0));
    assert_eq!(base, of("us-east-1", "voiceid"));
    let others = [
        of("us-east-2", "voiceid"),
        of("us-east-1", "connect"),
        signed(&signer(ENDPOINT), "secret2", at(0)),
        signed(&signer(ENDPOINT), "secret", at(86_400)),
    ];
    let signature =
        |headers: &HeaderMap| headers["authorization"].to_str().unwrap().split_once("Signature=").unwrap().1.to_owned();
    assert!(others.iter().all(|other| signature(other) != signature(&base)));
}

#[test]
fn threads_share_a_signer() {
    let shared = signer(ENDPOINT);
    std::thread::scope(|scope| {
        for thread in 0..8_u64 {
            let shared = &shared;
            scope.spawn(move || {
                for call in 0..200 {
                    let (secret, now) = (["a", "b"][(thread % 2) as usize], at(call / 50 * 86_400));
                    assert_eq!(signed(shared, secret, now), signed(&signer(ENDPOINT), secret, now));
                }
            });
        }
    });
}

#[test]
fn a_signed_request_can_be_signed_again() {
    let signer = signer("http://localhost:8080/base/");
    let mut again = request();
    signer.sign(&mut again, &Credentials::new("OTHER", "other", Some("token".into())), at(0)).unwrap();
    assert_eq!(again.headers()["x-amz-security-token"], "token");
    signer.sign(&mut again, &credentials("secret"), at(100)).unwrap();
    assert_eq!(*again.uri(), "http://localhost:8080/base/");
    assert_eq!(again.headers()["host"], "localhost:8080");
    assert_eq!(*again.headers(), signed(&signer, "secret", at(100)));
}

#[test]
fn a_host_header_that_is_there_stays() {
    let mut request = request();
    request.headers_mut().insert("host", "voiceid.us-east-1.amazonaws.com".parse().unwrap());
    signer("http://localhost:8080").sign(&mut request, &credentials("secret"), at(0)).unwrap();
    assert_eq!(request.headers()["host"], "voiceid.us-east-1.amazonaws.com");
}

#[test]
fn endpoints_and_paths_are_joined() {
    for (endpoint, path, uri, host) in [
        ("https://a.b", "/", "https://a.b/", "a.b"),
        ("https://a.b/", "/x?y=1", "https://a.b/x?y=1", "a.b"),
        ("https://a.b:443/base", "/", "https://a.b:443/base/", "a.b"),
        ("http://a.b:80/base/", "/x", "http://a.b:80/base/x", "a.b"),
        ("http://a.b:443", "//c.d/x", "http://a.b:443//c.d/x", "a.b:443"),
        ("http://[::1]:8080/a/b", "/", "http://[::1]:8080/a/b/", "[::1]:8080"),
    ] {
        let mut request = Request::get(path).body("").unwrap();
        signer(endpoint).sign(&mut request, &credentials("secret"), at(0)).unwrap();
        assert_eq!(request.uri().to_string(), uri);
        assert_eq!(request.headers()["host"], host);
    }
}

#[test]
fn endpoints_that_are_refused() {
    for (endpoint, reason) in [
        ("", "not a URL"),
        ("a.b", "not a URL"),
        ("/a", "not a URL"),
        ("//a.b", "not a URL"),
        ("https://", "not a URL"),
        ("https:///a", "not a URL"),
        ("https://a b", "not a URL"),
        ("https://a.b:", "not a URL"),
        ("https://a.b:99999", "not a URL"),
        ("https://:443", "not a URL"),
        ("https://a.b?x=1", "query"),
        ("https://a.b/?", "query"),
        ("https://a.b#x", "fragment"),
        ("ftp://a.b", "scheme"),
        ("wss://a.b", "scheme"),
        ("https://user:pw@a.b", "user name"),
        ("https://user@a.b:8080/x", "user name"),
        ("https://a@a", "user name"),
    ] {
        let error = Signer::new(endpoint, "us-east-1", "voiceid").expect_err(endpoint).to_string();
        assert!(error.starts_with("endpoint: ") && error.contains(reason), "{endpoint}: {error}");
        assert!(!error.contains("pw"));
    }
}

#[test]
fn regions_and_services_that_are_refused() {
    for text in ["", " us-east-1", "us-east-1.evil.com/", "us/east", "é", "us-east-1\n"] {
        let region = Signer::new(ENDPOINT, text, "voiceid").unwrap_err().to_string();
        assert!(region.starts_with("region: "));
        let service = Signer::new(ENDPOINT, "us-east-1", text).unwrap_err().to_string();
        assert!(service.starts_with("service: "));
    }
}

fn refused(uri: &str, credentials: &Credentials, now: SystemTime) -> SigningError {
    let mut request = Request::post(uri).body("").unwrap();
    signer("https://a.b").sign(&mut request, credentials, now).unwrap_err()
}

#[test]
fn requests_that_are_refused() {
    for uri in ["https://c.d/", "http://a.b/", "https://a.b:8080/", "a.b", "*", "https://x@a.b/"] {
        assert!(refused(uri, &credentials("s"), at(0)).to_string().starts_with("request: "), "{uri}");
    }
    for now in [UNIX_EPOCH - Duration::from_nanos(1), at(253_402_300_800), at(i64::MAX as u64)] {
        assert!(refused("/", &credentials("s"), now).to_string().starts_with("now: "));
    }
    for (id, token) in [("a\nb", None), ("a", Some("t\nt".to_owned())), ("a\0", None)] {
        assert!(refused("/", &Credentials::new(id, "s", token), at(0)).to_string().starts_with("credentials: "));
    }
    let base = "/x".repeat(20_000);
    let signer = signer(&format!("https://a.b{base}"));
    let mut request = Request::post(base).body("").unwrap();
    let long = signer.sign(&mut request, &credentials("s"), at(0)).unwrap_err();
    assert!(long.to_string().starts_with("request: its URI is too long"));
}

#[test]
fn the_last_second_can_be_signed() {
    assert_eq!(signed(&signer(ENDPOINT), "s", at(253_402_300_799))["x-amz-date"], "99991231T235959Z");
    assert_eq!(signed(&signer(ENDPOINT), "s", at(0))["x-amz-date"], "19700101T000000Z");
}

#[test]
fn secrets_are_not_printed() {
    let credentials = Credentials::new("AKIDEXAMPLE", "hush-secret", Some("hush-token".into()));
    let signer = signer(ENDPOINT);
    let mut request = request();
    signer.sign(&mut request, &credentials, at(0)).unwrap();
    let text = format!("{credentials:?} {credentials:#?} {signer:?} {:?}", request.headers());
    assert!(!text.contains("hush"), "{text}");
    assert!(text.contains("AKIDEXAMPLE") && text.contains("Some(\"*** Sensitive Data Redacted ***\")"), "{text}");
    assert!(format!("{:?}", Credentials::new("a", "b", None)).contains("session_token: None"));
}

#[test]
fn signers_go_between_threads() {
    fn check<T: Send + Sync>(_: &T) {}
    check(&signer(ENDPOINT));
    check(&credentials("s"));
}

#[cfg(feature = "client")]
#[test]
fn credentials_of_the_sdk() {
    let sdk = aws_credential_types::Credentials::from_keys("AKIDEXAMPLE", "secret", Some("token".into()));
    let (mut ours, mut converted) = (request(), request());
    let signer = signer(ENDPOINT);
    signer.sign(&mut ours, &Credentials::new("AKIDEXAMPLE", "secret", Some("token".into())), at(0)).unwrap();
    signer.sign(&mut converted, &(&sdk).into(), at(0)).unwrap();
    assert_eq!(ours.headers(), converted.headers());
}
