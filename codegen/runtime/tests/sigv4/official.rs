//! The same signature as aws-sigv4, for random requests, headers, tokens, times, regions and endpoints.
//!
//! Two differences are wanted, and left out here: aws-sigv4 replaces bytes of a query that are not UTF-8 (`%FF`) by
//! U+FFFD, and it signs the token of other credentials if the request has one.

use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use codegen_runtime::support::credentials::Credentials;
use codegen_runtime::support::sigv4::Signer;
use http::{HeaderName, HeaderValue, Request};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

#[derive(Clone, Debug)]
struct Case {
    method: String,
    endpoint: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    keys: (String, String, Option<String>),
    scope: (String, String),
    now: SystemTime,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_500, failure_persistence: None, ..Default::default() })]
    #[test]
    fn same_as_aws_sigv4(case in case()) {
        let mut ours = request(&case, &case.path);
        let mut official = request(&case, &[case.endpoint.as_str(), &case.path].concat());
        let (id, secret, token) = case.keys.clone();
        let signer = Signer::new(&case.endpoint, case.scope.0.clone(), case.scope.1.clone()).unwrap();
        let first = signer.sign(&mut ours, &Credentials::new(id, secret, token), case.now);
        prop_assert_eq!(first, Ok(()));
        sign_officially(&case, &mut official);
        prop_assert_eq!(ours.uri(), official.uri());
        // Clients add the header with what aws-sigv4 has signed.
        let host = ours.headers()["host"].clone();
        official.headers_mut().entry("host").or_insert(host);
        prop_assert_eq!(ours.headers(), official.headers());
    }
}

fn request(case: &Case, uri: &str) -> Request<Vec<u8>> {
    let mut request = Request::builder().method(case.method.as_str()).uri(uri).body(case.body.clone()).unwrap();
    for (name, value) in &case.headers {
        let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
        request.headers_mut().append(name, HeaderValue::from_str(value).unwrap());
    }
    request
}

fn sign_officially(case: &Case, request: &mut Request<Vec<u8>>) {
    let (id, secret, token) = case.keys.clone();
    let identity = aws_credential_types::Credentials::from_keys(id, secret, token).into();
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(&case.scope.0)
        .name(&case.scope.1)
        .time(case.now)
        .settings(SigningSettings::default())
        .build()
        .unwrap()
        .into();
    let text = |value: &HeaderValue| String::from_utf8(value.as_bytes().to_vec()).unwrap();
    let headers: Vec<_> = request.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
    let headers = headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let uri = request.uri().to_string();
    let body = SignableBody::Bytes(request.body());
    let signable = SignableRequest::new(request.method().as_str(), uri, headers, body).unwrap();
    let (instructions, _) = sign(signable, &params).unwrap().into_parts();
    instructions.apply_to_request_http1x(request);
}

fn case() -> impl Strategy<Value = Case> {
    let key = ("[!-~]{1,30}", "\\PC{1,80}", option::of("[!-~]{1,400}"));
    let now = (0..253_402_300_800_u64, 0..1_000_000_000_u32).prop_map(|(s, n)| UNIX_EPOCH + Duration::new(s, n));
    let body = vec(any::<u8>(), 0..400);
    let scope = ("[a-zA-Z0-9-]{1,20}", "[a-zA-Z0-9-]{1,20}");
    let parts = ("GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|X-[A-Z]{1,5}", endpoint(), path(), headers());
    (parts, key, now, body, scope).prop_map(|((method, endpoint, path, headers), keys, now, body, scope)| Case {
        method,
        endpoint,
        path,
        headers,
        body,
        keys,
        scope,
        now,
    })
}

/// Without a slash at the end, so that a path can simply be put after it.
fn endpoint() -> impl Strategy<Value = String> {
    let host = "[a-z0-9]{1,10}(\\.[a-zA-Z0-9-]{1,10}){0,3}|127\\.0\\.0\\.1|\\[::1\\]";
    let port = prop_oneof![Just(String::new()), "(:443)|(:80)|:[1-9][0-9]{0,3}"];
    ("https?", host, port, "(/[a-zA-Z0-9%:.~-]{1,8}){0,2}")
        .prop_map(|(scheme, host, port, path)| format!("{scheme}://{host}{port}{path}"))
}

/// Slashes, dots, escapes, broken escapes, and everything else that a path and a query may have.
fn path() -> impl Strategy<Value = String> {
    let piece =
        "[a-zA-Z0-9._~!$&'()*+,;=:@/\"{}|^-]{1,6}|/|//|/\\.|/\\.\\.|/\\.\\./|%41|%3d|%2F|%C3%A9|%zz|%\\+1|%4g|é|ሴ|🐱";
    let pair =
        "[a-zA-Z0-9._~!$'()*+,;:@/?-]{0,3}|=|==|&|&&|a=1&A=2&a-=3|\\+|%41|%3d|%2B|%26|%c3%a9|%zz|%\\+1|%4g|é|ሴ|🐱";
    let query = prop_oneof![Just(String::new()), vec(pair, 0..12).prop_map(|pairs| format!("?{}", pairs.concat()))];
    (vec(piece, 0..8), query).prop_map(|(pieces, query)| format!("/{}{query}", pieces.concat()))
}

fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    let known = "authorization|user-agent|transfer-encoding|x-amzn-trace-id|content-type|content-length|x-amz-target|\
        x-amz-content-sha256|host|cookie|Accept|X-Amz-Date";
    let name = prop_oneof![known, "[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,12}", "x-[ab]"];
    let value = prop_oneof!["[ -~]{0,30}", " {0,2}([!-~\t]{1,4} {0,3}){0,4}", "[ -~éሴ🐱]{0,10}"];
    vec((name, value), 0..12)
}
