//! A case: an input, the settings of a client, and what the other side answers.

use super::reply::{Reply, reply};
use super::settings::{Settings, settings};
use super::text::text;
use proptest::prelude::*;

/// A case.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    pub input: Input,
    pub settings: Settings,
    /// In order; the last stays.
    pub replies: Vec<Reply>,
}

/// The members of the input that are set.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    pub domain_id: Option<String>,
    pub name: Option<String>,
    pub description: Option<String>,
    pub kms_key_id: Option<String>,
}

impl Input {
    /// Whether everything is there that the model requires.
    pub fn is_complete(&self) -> bool {
        self.domain_id.is_some() && self.name.is_some() && self.kms_key_id.is_some()
    }
}

/// Any case.
pub fn case() -> impl Strategy<Value = Case> {
    (input(), settings(), prop::collection::vec(reply(), 1..4)).prop_map(|(input, settings, replies)| Case {
        input,
        settings,
        replies,
    })
}

fn input() -> impl Strategy<Value = Input> {
    let required = || prop::option::weighted(0.97, text());
    (required(), required(), prop::option::of(text()), required())
        .prop_map(|(domain_id, name, description, kms_key_id)| Input { domain_id, name, description, kms_key_id })
}
