//! How traits may change between two versions of a model: the rules of smithy-diff 1.73 for the traits that Smithy and
//! AWS define.
//!
//! Traits that a model defines itself bring their own rules, which [`crate::diff`] reads. What a change of a trait does
//! to a generated crate is for that to say, too.

use super::tables;
use crate::diff::Severity;

pub const ADDED_DEFAULT: &str = "smithy.api#addedDefault";
pub const BOX: &str = tables::BOX;
pub const CLIENT_CONTEXT_PARAMS: &str = tables::CLIENT_CONTEXT_PARAMS;
pub const CLIENT_OPTIONAL: &str = tables::CLIENT_OPTIONAL;
pub const DEFAULT: &str = tables::DEFAULT;
pub const ENDPOINT_RULE_SET: &str = tables::ENDPOINT_RULE_SET;
pub const ENUM: &str = tables::ENUM;
pub const ENUM_VALUE: &str = tables::ENUM_VALUE;
pub const ERROR: &str = tables::ERROR;
pub const IDEMPOTENCY_TOKEN: &str = tables::IDEMPOTENCY_TOKEN;
pub const INPUT: &str = tables::INPUT;
pub const LENGTH: &str = "smithy.api#length";
pub const PRIVATE: &str = "smithy.api#private";
pub const RANGE: &str = "smithy.api#range";
pub const REQUIRED: &str = tables::REQUIRED;
pub const SPARSE: &str = tables::SPARSE;
pub const STREAMING: &str = "smithy.api#streaming";
pub const SUPPRESS: &str = "smithy.api#suppress";
pub const TAGS: &str = "smithy.api#tags";
pub const TRAIT: &str = tables::TRAIT;
pub const UNIQUE_ITEMS: &str = "smithy.api#uniqueItems";
pub const WAITABLE: &str = tables::WAITABLE;

/// Traits whose changes are judged by evaluators of their own, and nowhere else.
pub const JUDGED_APART: &[&str] = &[BOX, REQUIRED];

/// Traits that together say whether a member must have a value.
pub const OF_PRESENCE: &[&str] = &[ADDED_DEFAULT, CLIENT_OPTIONAL, DEFAULT, REQUIRED];

/// Which kind of change a rule of a trait forbids (`smithy.api#trait`, `breakingChanges`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaking {
    Add,
    Remove,
    Update,
    /// Any of the three.
    Any,
    /// Coming or going.
    Presence,
}

impl Breaking {
    /// Reads the word of the model.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "add" => Breaking::Add,
            "remove" => Breaking::Remove,
            "update" => Breaking::Update,
            "any" => Breaking::Any,
            "presence" => Breaking::Presence,
            _ => return None,
        })
    }
}

/// A change of a trait that smithy-diff reports.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Where in the value, as a JSON pointer; `member` stands for every element of a list.
    pub path: &'static str,
    pub change: Breaking,
    pub severity: Severity,
}

/// What smithy-diff knows of a trait by its definition.
#[derive(Clone, Copy, Debug)]
pub enum Evolution {
    /// Changes are reported, none as a fault.
    Free,
    /// Every change is an error.
    Constant,
    /// Changes that match a rule are reported, others are not.
    Ruled(&'static [Rule]),
}

/// The rules of a trait, if Smithy or AWS defines it.
pub fn evolution(id: &str) -> Option<Evolution> {
    if id == ENUM_VALUE {
        return Some(Evolution::Constant);
    }
    match RULED.iter().find(|(_, ids)| ids.contains(&id)) {
        Some((rules, _)) => Some(Evolution::Ruled(rules)),
        None => tables::standing(id).map(|_| Evolution::Free),
    }
}

/// Members that a trait has even if they are not written, with the JSON text of their value.
pub fn implied_fields(id: &str) -> &'static [(&'static str, &'static str)] {
    if id == "smithy.api#http" { &[("code", "200")] } else { &[] }
}

/// Whether the value of the trait may be any JSON value, so that `null` and `true` are not just other spellings of `{}`.
pub fn is_document(id: &str) -> bool {
    [DEFAULT, ENUM_VALUE].contains(&id)
}

const fn rule(path: &'static str, change: Breaking, severity: Severity) -> Rule {
    Rule { path, change, severity }
}

const fn whole(change: Breaking) -> Rule {
    rule("", change, Severity::Error)
}

/// Traits by their rules.
const RULED: &[(&[Rule], &[&str])] = &[
    (
        &[whole(Breaking::Remove)],
        &[
            "aws.api#awsChunked",
            "aws.auth#sigv4",
            "aws.auth#sigv4a",
            "aws.cloudformation#cfnAdditionalIdentifier",
            "aws.endpoints#standardRegionalEndpoints",
            ADDED_DEFAULT,
            "smithy.api#cors",
            "smithy.api#httpApiKeyAuth",
            "smithy.api#httpBasicAuth",
            "smithy.api#httpBearerAuth",
            "smithy.api#httpDigestAuth",
            tables::IDEMPOTENCY_TOKEN,
            "smithy.api#idempotent",
            "smithy.api#mediaType",
            "smithy.api#optionalAuth",
            "smithy.api#readonly",
            "smithy.api#resourceIdentifier",
            tables::RETRYABLE,
        ],
    ),
    (
        &[whole(Breaking::Any)],
        &[
            "aws.cloudformation#cfnName",
            "aws.endpoints#dualStackOnlyEndpoints",
            "aws.endpoints#rulesBasedEndpoints",
            "aws.endpoints#standardPartitionalEndpoints",
            "aws.protocols#awsQueryError",
            "smithy.api#endpoint",
            ERROR,
            "smithy.api#eventHeader",
            "smithy.api#eventPayload",
            "smithy.api#hostLabel",
            tables::HTTP_ERROR,
            "smithy.api#httpHeader",
            "smithy.api#httpPrefixHeaders",
            "smithy.api#httpQuery",
            "smithy.api#httpQueryParams",
            "smithy.api#httpResponseCode",
            "smithy.api#jsonName",
            "smithy.api#nestedProperties",
            STREAMING,
            tables::TIMESTAMP_FORMAT,
            "smithy.api#xmlAttribute",
            "smithy.api#xmlFlattened",
            "smithy.api#xmlName",
            "smithy.api#xmlNamespace",
            "smithy.mqtt#publish",
            "smithy.mqtt#subscribe",
        ],
    ),
    (
        &[whole(Breaking::Presence)],
        &[
            "aws.cloudformation#cfnResource",
            "aws.endpoints#endpointsModifier",
            tables::AUTH_DEFINITION,
            ENUM,
            "smithy.api#httpLabel",
            "smithy.api#httpPayload",
            INPUT,
            "smithy.api#output",
            tables::PROTOCOL_DEFINITION,
            "smithy.api#requiresLength",
            SPARSE,
        ],
    ),
    (&[whole(Breaking::Add)], &["aws.cloudformation#cfnExcludeProperty", "smithy.api#notProperty"]),
    (&[rule("", Breaking::Presence, Severity::Warning)], &[UNIQUE_ITEMS]),
    (&[rule("", Breaking::Remove, Severity::Warning)], &["smithy.api#internal"]),
    (&[whole(Breaking::Remove), whole(Breaking::Update)], &["smithy.api#property"]),
    (
        &[rule("", Breaking::Add, Severity::Warning), rule("", Breaking::Update, Severity::Note)],
        &["smithy.api#pattern"],
    ),
    (
        &[
            whole(Breaking::Presence),
            rule("/structurallyExclusive", Breaking::Any, Severity::Error),
            rule("/conflicts", Breaking::Update, Severity::Note),
        ],
        &[TRAIT],
    ),
    (
        &[whole(Breaking::Presence), rule("/as", Breaking::Any, Severity::Error)],
        &["smithy.openapi#specificationExtension"],
    ),
    (
        &[
            whole(Breaking::Remove),
            rule("/inputToken", Breaking::Update, Severity::Error),
            rule("/outputToken", Breaking::Update, Severity::Error),
            rule("/items", Breaking::Remove, Severity::Error),
            rule("/items", Breaking::Add, Severity::Note),
            rule("/items", Breaking::Update, Severity::Note),
            rule("/pageSize", Breaking::Update, Severity::Error),
            rule("/pageSize", Breaking::Remove, Severity::Error),
        ],
        &[tables::PAGINATED],
    ),
    (
        &[
            whole(Breaking::Remove),
            rule("/method", Breaking::Update, Severity::Error),
            rule("/uri", Breaking::Update, Severity::Error),
            rule("/code", Breaking::Update, Severity::Error),
            rule("/code", Breaking::Presence, Severity::Danger),
        ],
        &["smithy.api#http"],
    ),
    (
        &[
            rule("", Breaking::Remove, Severity::Danger),
            rule("/encodings", Breaking::Remove, Severity::Error),
            rule("/encodings/member", Breaking::Add, Severity::Note),
            rule("/encodings/member", Breaking::Remove, Severity::Danger),
            rule("/encodings/member", Breaking::Update, Severity::Danger),
        ],
        &["smithy.api#requestCompression"],
    ),
    (
        &[
            rule("", Breaking::Remove, Severity::Danger),
            rule("/requestAlgorithmMember", Breaking::Remove, Severity::Danger),
            rule("/requestValidationModeMember", Breaking::Remove, Severity::Danger),
            rule("/responseAlgorithms/member", Breaking::Remove, Severity::Danger),
        ],
        &["aws.protocols#httpChecksum"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_ruled_trait_is_known_and_stands_once() {
        let ids: Vec<&str> = RULED.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        assert!(ids.iter().all(|id| tables::standing(id).is_some()));
    }
}
