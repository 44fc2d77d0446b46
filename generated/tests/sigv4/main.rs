//! A signed request with few dependencies: what another signer makes of the same request.

use std::time::{Duration, UNIX_EPOCH};
use voice_id::config::endpoint::Params;
use voice_id::operation::Operation;
use voice_id::operation::update_domain::{UpdateDomain, UpdateDomainInput};
use voice_id::sigv4::{Credentials, signer};
use voice_id::types::ServerSideEncryptionConfiguration;

fn request() -> http::Request<bytes::Bytes> {
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("alias/k").build().expect("complete");
    let input = UpdateDomainInput::builder().domain_id("d-1").name("n").server_side_encryption_configuration(key);
    UpdateDomain::request(&input.build().expect("complete")).expect("a request")
}

#[test]
fn a_request_is_ready_to_be_sent() {
    let params = Params::builder().region("us-west-2").use_fips(true).build().expect("valid");
    let signer = signer(&params).expect("an endpoint");
    let credentials = Credentials::new("AKIDEXAMPLE", "secret", Some("token".to_owned()));
    let mut request = request();
    signer.sign(&mut request, &credentials, UNIX_EPOCH + Duration::from_secs(1_440_938_160)).expect("signed");
    assert_eq!(request.uri(), "https://voiceid-fips.us-west-2.amazonaws.com/");
    let header = |name: &str| request.headers()[name].to_str().expect("text");
    assert_eq!(header("x-amz-date"), "20150830T123600Z");
    assert_eq!(header("x-amz-security-token"), "token");
    let authorization = header("authorization");
    assert!(
        authorization.starts_with(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-west-2/voiceid/aws4_request, \
             SignedHeaders=content-length;content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature="
        ),
        "{authorization}"
    );
    assert!(!format!("{credentials:?} {signer:?}").contains("secret\""));
}

#[test]
fn what_is_missing_is_said() {
    let nothing = Params::builder().build().expect("valid");
    assert!(signer(&nothing).expect_err("no region").to_string().contains("region"));
    for region in [" us-east-1", "us-east-1.evil.com/", ""] {
        assert!(Params::builder().region(region).build().is_err(), "{region:?}");
    }
}
