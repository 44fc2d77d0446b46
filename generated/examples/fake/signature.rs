//! Computes the signature of a request anew, and compares. Nothing here is shared with the signers under test.
//!
//! Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>.

use super::{ACCESS_KEY_ID, REGION, SECRET_ACCESS_KEY};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What is wrong with the signature, if anything.
pub fn check(request: &http::request::Parts, body: &[u8]) -> Result<(), &'static str> {
    let header = |name: &str| request.headers.get(name).and_then(|value| value.to_str().ok());
    let authorization = header("authorization").ok_or("there is no authorization")?;
    let [credential, names, signature] = parts(authorization).ok_or("the authorization is malformed")?;
    let time = header("x-amz-date").filter(|time| time.len() == 16).ok_or("there is no x-amz-date")?;
    let scope = format!("{}/{REGION}/voiceid/aws4_request", &time[..8]);
    if credential != format!("{ACCESS_KEY_ID}/{scope}") {
        return Err("key or scope is another");
    }
    let mut canonical = format!("{}\n{}\n{}\n", request.method, request.uri.path(), request.uri.query().unwrap_or(""));
    for name in names.split(';') {
        let value = header(name).ok_or("a signed header is missing")?;
        writeln!(canonical, "{name}:{}", value.trim()).expect("strings grow");
    }
    for name in ["content-type", "host", "x-amz-date", "x-amz-target"] {
        if !names.split(';').any(|signed| signed == name) {
            return Err("a header is not signed that must be");
        }
    }
    write!(canonical, "\n{names}\n{}", hex(&Sha256::digest(body))).expect("strings grow");
    let text = format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{}", hex(&Sha256::digest(canonical)));
    let secret = format!("AWS4{SECRET_ACCESS_KEY}").into_bytes();
    let key = scope.split('/').fold(secret, |key, part| mac(&key, part));
    if hex(&mac(&key, &text)) == signature { Ok(()) } else { Err("the signature is another") }
}

/// Credential, signed headers and signature.
fn parts(authorization: &str) -> Option<[&str; 3]> {
    let rest = authorization.strip_prefix("AWS4-HMAC-SHA256 Credential=")?;
    let (credential, rest) = rest.split_once(", SignedHeaders=")?;
    let (names, signature) = rest.split_once(", Signature=")?;
    Some([credential, names, signature])
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mac = Hmac::<Sha256>::new_from_slice(key).expect("keys of any length will do");
    mac.chain_update(text).finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
