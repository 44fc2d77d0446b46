//! The functions of rules that are functions of the runtime support, with their types.

use crate::ir::endpoint::Function;
use crate::ir::endpoint::Type::{self, Arn, Boolean, Integer, Partition, String, Url};

/// The function with this name. The others are operators in Rust; see `check`.
pub fn find(name: &str) -> Option<&'static Function> {
    ALL.iter().find(|(known, _)| *known == name).map(|(_, function)| function)
}

/// The names of all functions.
pub fn names() -> impl Iterator<Item = &'static str> {
    OPERATORS.into_iter().chain(ALL.iter().map(|(name, _)| *name))
}

/// The support modules and names of the functions in Rust.
pub fn paths() -> impl Iterator<Item = [&'static str; 2]> {
    ALL.iter().map(|(_, function)| function.path)
}

/// The functions that are operators in Rust.
const OPERATORS: [&str; 8] = ["booleanEquals", "coalesce", "getAttr", "isSet", "ite", "not", "split", "stringEquals"];

const ALL: &[(&str, Function)] = &[
    ("aws.isVirtualHostableS3Bucket", test(["endpoint_bucket", "is_virtual_hostable_s3_bucket"])),
    ("aws.parseArn", maybe(["endpoint_arn", "parse_arn"], &[String], Arn)),
    ("aws.partition", maybe(["endpoint_partition", "partition"], &[String], Partition)),
    ("isValidHostLabel", test(["endpoint_host", "is_valid_host_label"])),
    ("parseURL", maybe(["endpoint_url", "parse_url"], &[String], Url)),
    ("substring", maybe(["endpoint_substring", "substring"], &[String, Integer, Integer, Boolean], String)),
    (
        "uriEncode",
        Function { path: ["endpoint_uri_encode", "uri_encode"], arguments: &[String], result: String, optional: false },
    ),
];

const fn test(path: [&'static str; 2]) -> Function {
    Function { path, arguments: &[String, Boolean], result: Boolean, optional: false }
}

const fn maybe(path: [&'static str; 2], arguments: &'static [Type], result: Type) -> Function {
    Function { path, arguments, result, optional: true }
}

/// The field of a structure that a function gives: its name in Rust and its type.
pub fn field(of: Type, name: &str) -> Option<(&'static str, Type)> {
    fields(of).iter().find(|(known, ..)| *known == name).map(|(_, field, ty)| (*field, *ty))
}

/// The fields of a structure: name in rules, name in Rust, type.
pub fn fields(of: Type) -> &'static [(&'static str, &'static str, Type)] {
    match of {
        Partition => &[
            ("name", "name", String),
            ("dnsSuffix", "dns_suffix", String),
            ("dualStackDnsSuffix", "dual_stack_dns_suffix", String),
            ("supportsFIPS", "supports_fips", Boolean),
            ("supportsDualStack", "supports_dual_stack", Boolean),
            ("implicitGlobalRegion", "implicit_global_region", String),
        ],
        Arn => &[
            ("partition", "partition", String),
            ("service", "service", String),
            ("region", "region", String),
            ("accountId", "account_id", String),
            ("resourceId", "resource_id", Type::Slices),
        ],
        Url => &[
            ("scheme", "scheme", String),
            ("authority", "authority", String),
            ("path", "path", String),
            ("normalizedPath", "normalized_path", String),
            ("isIp", "is_ip", Boolean),
        ],
        String | Boolean | Integer | Type::Strings | Type::Slices => &[],
    }
}

/// The type as messages name it.
pub fn name(ty: Type) -> &'static str {
    match ty {
        String => "a string",
        Boolean => "a boolean",
        Integer => "an integer",
        Type::Strings | Type::Slices => "an array of strings",
        Partition => "a partition",
        Arn => "an ARN",
        Url => "a URL",
    }
}
