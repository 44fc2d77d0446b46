//! `aws.isVirtualHostableS3Bucket`: which buckets can be named in the host.

use super::endpoint_host::is_valid_host_label;

/// Whether a host name can begin with the bucket's name: one label or, if sub-domains are allowed, several.
pub fn is_virtual_hostable_s3_bucket(bucket: &str, allow_sub_domains: bool) -> bool {
    let ends = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
    let bytes = bucket.as_bytes();
    is_valid_host_label(bucket, allow_sub_domains)
        && matches!(bytes.len(), 3..=63)
        && !bytes.iter().any(u8::is_ascii_uppercase)
        && ends(bytes.first())
        && ends(bytes.last())
        && !bucket.contains(".-")
        && !bucket.contains("-.")
        && !is_like_an_address(bucket)
}

/// Four numbers with dots in between, however large they are.
fn is_like_an_address(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split('.').count() == 4 && text.split('.').all(is_number)
}
