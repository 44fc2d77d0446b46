//! Shapes.
use crate::support::string_enum::string_enum;
use crate::support::structure::structure;

/// The shape `Domain`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Domain {
    /// The member `DomainId`.
    pub domain_id: Option<String>,
    /// The member `Arn`.
    pub arn: Option<String>,
    /// The member `Name`.
    pub name: Option<String>,
    /// The member `Description`.
    pub description: Option<String>,
    /// The member `DomainStatus`.
    pub domain_status: Option<crate::types::DomainStatus>,
    /// The member `ServerSideEncryptionConfiguration`.
    pub server_side_encryption_configuration: Option<crate::types::ServerSideEncryptionConfiguration>,
    /// The member `CreatedAt`.
    pub created_at: Option<aws_smithy_types::DateTime>,
    /// The member `UpdatedAt`.
    pub updated_at: Option<aws_smithy_types::DateTime>,
    /// The member `ServerSideEncryptionUpdateDetails`.
    pub server_side_encryption_update_details: Option<crate::types::ServerSideEncryptionUpdateDetails>,
    /// The member `WatchlistDetails`.
    pub watchlist_details: Option<crate::types::WatchlistDetails>,
}

structure! {
    DomainBuilder => Domain: read_json;
    domain_id, set_domain_id, get_domain_id = "DomainId": str;
    arn, set_arn, get_arn = "Arn": str;
    name, set_name, get_name = "Name": sensitive str;
    description, set_description, get_description = "Description": sensitive str;
    domain_status, set_domain_status, get_domain_status = "DomainStatus": ref crate::types::DomainStatus;
    server_side_encryption_configuration, set_server_side_encryption_configuration, get_server_side_encryption_configuration = "ServerSideEncryptionConfiguration": ref crate::types::ServerSideEncryptionConfiguration;
    created_at, set_created_at, get_created_at = "CreatedAt": ref aws_smithy_types::DateTime;
    updated_at, set_updated_at, get_updated_at = "UpdatedAt": ref aws_smithy_types::DateTime;
    server_side_encryption_update_details, set_server_side_encryption_update_details, get_server_side_encryption_update_details = "ServerSideEncryptionUpdateDetails": ref crate::types::ServerSideEncryptionUpdateDetails;
    watchlist_details, set_watchlist_details, get_watchlist_details = "WatchlistDetails": ref crate::types::WatchlistDetails;
}

/// The shape `WatchlistDetails`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WatchlistDetails {
    /// The member `DefaultWatchlistId`.
    pub default_watchlist_id: String,
}

structure! {
    WatchlistDetailsBuilder => Result<WatchlistDetails>: read_json;
    default_watchlist_id, set_default_watchlist_id, get_default_watchlist_id = "DefaultWatchlistId": required str;
}

/// The shape `ServerSideEncryptionConfiguration`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ServerSideEncryptionConfiguration {
    /// The member `KmsKeyId`.
    pub kms_key_id: String,
}

structure! {
    ServerSideEncryptionConfigurationBuilder => Result<ServerSideEncryptionConfiguration>: read_json, write_json;
    kms_key_id, set_kms_key_id, get_kms_key_id = "KmsKeyId": required str;
}

/// The shape `ServerSideEncryptionUpdateDetails`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ServerSideEncryptionUpdateDetails {
    /// The member `OldKmsKeyId`.
    pub old_kms_key_id: Option<String>,
    /// The member `UpdateStatus`.
    pub update_status: Option<crate::types::DomainStatus>,
    /// The member `Message`.
    pub message: Option<String>,
}

structure! {
    ServerSideEncryptionUpdateDetailsBuilder => ServerSideEncryptionUpdateDetails: read_json;
    old_kms_key_id, set_old_kms_key_id, get_old_kms_key_id = "OldKmsKeyId": str;
    update_status, set_update_status, get_update_status = "UpdateStatus": ref crate::types::DomainStatus;
    message, set_message, get_message = "Message": str;
}

/// The enumeration `DomainStatus`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum DomainStatus {
    /// `ACTIVE`
    Active,
    /// `PENDING`
    Pending,
    /// `SUSPENDED`
    Suspended,
    /// A newer value.
    #[deprecated(note = "match on `_`")]
    Unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue),
}

string_enum! {
    DomainStatus;
    Active = "ACTIVE";
    Pending = "PENDING";
    Suspended = "SUSPENDED";
}

/// The enumeration `Secret`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Secret {
    /// `1`
    One,
    /// A newer value.
    #[deprecated(note = "match on `_`")]
    Unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue),
}

string_enum! {
    sensitive Secret;
    One = "1";
}

/// The enumeration `ConflictType`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ConflictType {
    /// `DOMAIN_NOT_ACTIVE`
    DomainNotActive,
    /// A newer value.
    #[deprecated(note = "match on `_`")]
    Unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue),
}

string_enum! {
    ConflictType;
    DomainNotActive = "DOMAIN_NOT_ACTIVE";
}

/// The shape `Tag`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Tag {
    /// The member `Key`.
    pub key: String,
    /// The member `Value`.
    pub value: String,
}

structure! {
    TagBuilder => Result<Tag>: read_json, write_json;
    key, set_key, get_key = "Key": sensitive required str;
    value, set_value, get_value = "Value": required str;
}

/// The shape `Node`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Node {
    /// The member `Name`.
    pub name: Option<String>,
    /// The member `Child`.
    pub child: Option<Box<Node>>,
}

structure! {
    NodeBuilder => Node: read_json, write_json;
    name, set_name, get_name = "Name": str;
    child, set_child, get_child = "Child": boxed Node;
}

/// The shape `Required`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Required {
    /// The member `Tag`.
    pub tag: crate::types::Tag,
    /// The member `Node`.
    pub node: Box<crate::types::Node>,
    /// The member `Count`.
    pub count: i64,
    /// The member `Tags`.
    pub tags: Vec<crate::types::Tag>,
    /// The member `Labels`.
    pub labels: std::collections::HashMap<String, String>,
    /// The member `At`.
    pub at: aws_smithy_types::DateTime,
    /// The member `Data`.
    pub data: aws_smithy_types::Blob,
    /// The member `Any`.
    pub any: aws_smithy_types::Document,
    /// The member `Status`.
    pub status: crate::types::DomainStatus,
}

structure! {
    RequiredBuilder => Result<Required>: read_json;
    tag, set_tag, get_tag = "Tag": required ref crate::types::Tag;
    node, set_node, get_node = "Node": required boxed crate::types::Node;
    count, set_count, get_count = "Count": required copy i64;
    tags, set_tags, get_tags = "Tags": required list ref crate::types::Tag;
    labels, set_labels, get_labels = "Labels": required map str => str;
    at, set_at, get_at = "At": required ref aws_smithy_types::DateTime;
    data, set_data, get_data = "Data": required ref aws_smithy_types::Blob;
    any, set_any, get_any = "Any": required ref aws_smithy_types::Document;
    status, set_status, get_status = "Status": required ref crate::types::DomainStatus;
}

pub mod error;
