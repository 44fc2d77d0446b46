//! The same structures for `serde`, as a program without any client would write them. Timestamps are floats here.
#![allow(dead_code, reason = "what is read is only dropped")]

use serde::{Deserialize, Serialize};

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Input {
    pub domain_id: Option<String>,
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    pub server_side_encryption_configuration: Option<Configuration>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Configuration {
    pub kms_key_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Output {
    pub domain: Option<Domain>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Domain {
    pub domain_id: Option<String>,
    pub arn: Option<String>,
    pub name: Option<String>,
    pub description: Option<String>,
    pub domain_status: Option<Status>,
    pub server_side_encryption_configuration: Option<Configuration>,
    pub created_at: Option<f64>,
    pub updated_at: Option<f64>,
    pub server_side_encryption_update_details: Option<Details>,
    pub watchlist_details: Option<Watchlist>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Status {
    Active,
    Pending,
    Suspended,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Details {
    pub old_kms_key_id: Option<String>,
    pub update_status: Option<UpdateStatus>,
    pub message: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum UpdateStatus {
    InProgress,
    Completed,
    Failed,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Watchlist {
    pub default_watchlist_id: String,
}
