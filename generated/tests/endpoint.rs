//! What a user without the client can ask of the endpoint rules.
#![cfg(any(feature = "client", feature = "sigv4"))]

use voice_id::config::endpoint::{Endpoint, InvalidParams, Params, ParamsBuilder};

fn url(params: ParamsBuilder) -> Result<String, String> {
    let params = params.build().map_err(|error: InvalidParams| error.to_string())?;
    params.resolve().map(|endpoint: Endpoint| endpoint.url().to_owned()).map_err(|error| error.to_string())
}

#[test]
fn endpoints_of_regions() {
    let region = |region: &str| Params::builder().region(region);
    assert_eq!(url(region("eu-west-2")).unwrap(), "https://voiceid.eu-west-2.amazonaws.com");
    assert_eq!(url(region("cn-north-1").use_fips(true)).unwrap(), "https://voiceid-fips.cn-north-1.amazonaws.com.cn");
    assert_eq!(
        url(region("us-iso-east-1").use_dual_stack(true)).unwrap(),
        "https://voiceid.us-iso-east-1.api.aws.ic.gov"
    );
    assert_eq!(url(region("aws-cn-global")).unwrap(), "https://voiceid.aws-cn-global.amazonaws.com.cn");
    assert_eq!(url(region("mars-north-7")).unwrap(), "https://voiceid.mars-north-7.amazonaws.com");
}

#[test]
fn accessors_give_what_was_set() {
    let params = Params::builder().set_region(Some("a".to_owned())).set_use_fips(Some(true)).build().unwrap();
    assert_eq!((params.region(), params.endpoint()), (Some("a"), None));
    assert_eq!((params.use_fips(), params.use_dual_stack()), (Some(true), Some(false)));
    assert_eq!(params, params.clone());
}

/// Trap 52.
#[test]
fn a_bad_region_is_refused_with_its_name() {
    for region in ["", " us-east-1", "us-east-1.evil.com/", "us-east-1.evil.com"] {
        for params in [Params::builder(), Params::builder().endpoint("https://example.com")] {
            let error = url(params.region(region)).unwrap_err();
            assert!(error.contains("`region`") && error.contains(&format!("{region:?}")), "{error}");
        }
    }
}

/// Trap 62.
#[test]
fn a_bad_custom_endpoint_is_refused_with_the_reason() {
    let custom = |endpoint: &str| url(Params::builder().endpoint(endpoint));
    assert_eq!(custom("http://127.0.0.1:8000/base").unwrap(), "http://127.0.0.1:8000/base");
    assert!(custom("").unwrap_err().contains("`endpoint`: it is empty"));
    for bad in ["ftp://example.com", "https://user:secret@example.com", "https://example.com?query"] {
        let error = custom(bad).unwrap_err();
        assert!(error.contains("`endpoint`") && !error.contains("secret"), "{error}");
    }
}

/// Trap 63.
#[test]
fn errors_say_what_to_do() {
    let error = url(Params::builder()).unwrap_err();
    assert_eq!(error, "Invalid Configuration: Missing Region (no region is set: set `region`)");
    let error = url(Params::builder().endpoint("https://example.com").use_fips(true)).unwrap_err();
    assert_eq!(error, "Invalid Configuration: FIPS and custom endpoint are not supported");
}
