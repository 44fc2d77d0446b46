//! The functions of endpoint rules, against the tables of the Smithy specification and the traps of custom endpoints.

use codegen_runtime::support::endpoint_arn::parse_arn;
use codegen_runtime::support::endpoint_bucket::is_virtual_hostable_s3_bucket;
use codegen_runtime::support::endpoint_host::is_valid_host_label;
use codegen_runtime::support::endpoint_substring::substring;
use codegen_runtime::support::endpoint_uri_encode::uri_encode;
use codegen_runtime::support::endpoint_url::parse_url;
use codegen_runtime::support::{endpoint_region, host};

#[test]
fn host_labels() {
    let long = "a".repeat(63);
    for label in ["a", "0", "us-east-1", "A-", long.as_str()] {
        assert!(is_valid_host_label(label, false) && is_valid_host_label(&format!("{label}.b"), true), "{label}");
        assert!(!is_valid_host_label(&format!("{label}.b"), false), "{label}");
    }
    for label in ["", "-a", "a_b", "a b", "ä", "a/", "a..b", ".a", "a.", &format!("{long}a")] {
        assert!(!is_valid_host_label(label, true), "{label}");
    }
}

#[test]
fn buckets() {
    for bucket in ["abc", "my-bucket", "123", "a1.b2"] {
        assert!(is_virtual_hostable_s3_bucket(bucket, true), "{bucket}");
    }
    for bucket in ["ab", "Abc", "a-", "ab-", "-ab", "a.-b", "a-.b", "1.2.3.4", "999.9.9.9", "a_b", &"a".repeat(64)] {
        assert!(!is_virtual_hostable_s3_bucket(bucket, true), "{bucket}");
    }
    assert!(!is_virtual_hostable_s3_bucket("a1.b2", false));
}

#[test]
fn arns() {
    let arn = parse_arn("arn:aws:ec2:us-east-1:012345678910:vpc/vpc-0e9801d129EXAMPLE").unwrap();
    assert!(format!("{arn:?}").contains(r#"["vpc", "vpc-0e9801d129EXAMPLE"]"#));
    let arn = parse_arn("arn:aws:s3:::bucket_name:a").unwrap();
    assert!(format!("{arn:?}").contains(r#"region: "", account_id: "", resource_id: ["bucket_name", "a"]"#));
    for text in ["", "arn:aws:s3:::", "arn::s3:::b", "arn:aws:::: b", "arn:aws:s3::b", "Arn:aws:s3:::b", "1-2-3"] {
        assert_eq!(parse_arn(text), None, "{text}");
    }
}

#[test]
fn urls() {
    let parts = |text| parse_url(text).map(|url| format!("{url:?}").replace(['"', ','], ""));
    for (text, expected) in [
        ("https://example.com", "scheme: https authority: example.com path:  normalized_path: / is_ip: false"),
        (
            "http://example.com:80/foo/bar",
            "scheme: http authority: example.com:80 path: /foo/bar normalized_path: /foo/bar/ is_ip: false",
        ),
        ("https://127.0.0.1/", "scheme: https authority: 127.0.0.1 path: / normalized_path: / is_ip: true"),
        ("https://[fe80::1]", "scheme: https authority: [fe80::1] path:  normalized_path: / is_ip: true"),
        ("https://u:p@a.b/", "scheme: https authority: a.b path: / normalized_path: / is_ip: false"),
    ] {
        assert_eq!(parts(text).unwrap(), format!("Url {{ {expected} }}"));
    }
    for text in
        ["", "a.b", "/a", "ftp://a.b", "https://", "https://a:b", "https://a.b?c", "https://a.b/#c", "https:///a"]
    {
        assert_eq!(parts(text), None, "{text}");
    }
}

#[test]
fn substrings() {
    assert_eq!(substring("abcdefg", 0, 4, false), Some("abcd"));
    assert_eq!(substring("abcdefg", 0, 4, true), Some("defg"));
    assert_eq!(substring("defg", 1, 3, true), Some("ef"));
    for (text, start, stop) in [("abc", 0, 4), ("abc", 2, 2), ("abc", 3, 1), ("aäb", 0, 1), ("", 0, 1)] {
        assert_eq!(substring(text, start, stop, false), None);
        assert_eq!(substring(text, start, stop, true), None);
    }
}

#[test]
fn percent_encoding() {
    assert_eq!(uri_encode("a-Z_0.9~ /ä"), "a-Z_0.9~%20%2F%C3%A4");
}

/// Trap 52.
#[test]
fn regions_are_host_labels() {
    for region in ["us-east-1", "local", "aws-global"] {
        assert_eq!(endpoint_region::problem(region), None);
    }
    for region in ["", " us-east-1", "us-east-1 ", "us-east-1.evil.com/", "us-east-1.evil.com", "us_east_1", "a#", "@b"]
    {
        let problem = endpoint_region::problem(region).unwrap();
        assert!(problem.contains(&format!("{region:?}")) && problem.contains("us-east-1"), "{problem}");
    }
}

/// Trap 62.
#[test]
fn custom_endpoints_are_plain_urls() {
    for url in ["https://a.b", "http://127.0.0.1:8000/base", "https://[::1]:443/", "http://localhost"] {
        assert_eq!(host::problem(url), None, "{url}");
    }
    for (url, reason) in [
        ("", "empty"),
        ("a.b", "https://"),
        ("/a", "https://"),
        ("ftp://a.b", "https://"),
        ("https://user:secret@a.b", "user name or password"),
        ("https://user@a.b", "user name or password"),
        ("https://a.b/?c", "query"),
        ("https://a.b/#c", "fragment"),
        ("https://a.b:port", "port"),
        ("https://a.b:99999", "port"),
        ("https://a b", "URL"),
        ("https://", "URL"),
    ] {
        let problem = host::problem(url).unwrap_or_else(|| panic!("{url} is taken"));
        assert!(problem.contains(reason) && !problem.contains("secret"), "{url}: {problem}");
    }
}
