//! The domains of the fake, and what an update does to them.

use super::{Answer, DOMAIN_ID, ERRORS, error};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

/// Domains by their ids.
pub struct Domains(BTreeMap<String, Value>);

impl Domains {
    /// One domain, which has a description.
    pub fn new() -> Self {
        let domain = json!({
            "DomainId": DOMAIN_ID,
            "Arn": format!("arn:aws:voiceid:us-east-1:123456789012:domain/{DOMAIN_ID}"),
            "Name": "front-desk",
            "Description": "all who call the front desk",
            "DomainStatus": "ACTIVE",
            "ServerSideEncryptionConfiguration": { "KmsKeyId": "alias/voice" },
            "CreatedAt": 1_700_000_000.123,
        });
        Self([(DOMAIN_ID.to_owned(), domain)].into())
    }

    /// Answers a call of `UpdateDomain`.
    pub fn update(&mut self, input: &Value) -> Answer {
        let id = input["DomainId"].as_str().unwrap_or_default();
        if let Some((code, status)) = ERRORS.iter().find(|(code, _)| *code == id) {
            return on_demand(code, *status);
        }
        for member in ["DomainId", "Name", "ServerSideEncryptionConfiguration"] {
            if input[member].is_null() {
                return error("ValidationException", 400, &format!("{member} is missing"));
            }
        }
        match self.0.get_mut(id).and_then(Value::as_object_mut) {
            Some(domain) => {
                // The input is the whole new state: what it leaves out is gone.
                domain.remove("Description");
                let own = ["Name", "Description", "ServerSideEncryptionConfiguration"];
                let set = own.into_iter().filter(|member| !input[*member].is_null());
                domain.extend(set.map(|member| (member.to_owned(), input[member].clone())));
                domain.insert("UpdatedAt".to_owned(), now().into());
                (200, json!({ "Domain": domain }))
            }
            None => error("ResourceNotFoundException", 404, "there is no such domain"),
        }
    }
}

fn on_demand(code: &str, status: u16) -> Answer {
    let (status, mut body) = error(code, status, "as you wish");
    match code {
        "ConflictException" => body["ConflictType"] = "DOMAIN_NOT_ACTIVE".into(),
        "ResourceNotFoundException" => body["ResourceType"] = "DOMAIN".into(),
        _ => {}
    }
    (status, body)
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
