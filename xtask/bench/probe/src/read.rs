//! The body of a response as an output.

use crate::bodies::{self, RESPONSE};
use crate::{Case, Work, plain};
use anyhow::{Context, Result};
use aws_sdk_voiceid::operation::update_domain as official;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SharedResponseDeserializer};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use std::hint::black_box;
use voice_id::operation::Operation;
use voice_id::operation::update_domain::{UpdateDomain, UpdateDomainOutput};

macro_rules! of_body {
    ($($name:literal $body:expr;)*) => {
        pub const CASES: &[Case] = &[
            $(
                Case { name: concat!("read/", $name, "/ours"), set_up: || ours($body) },
                Case { name: concat!("read/", $name, "/official"), set_up: || official($body) },
                Case { name: concat!("read/", $name, "/serde_json"), set_up: || serde_json($body) },
                Case { name: concat!("read/", $name, "/sonic-rs"), set_up: || sonic($body) },
            )*
            Case { name: "read/domain/memcpy", set_up: || memcpy(RESPONSE.to_owned()) },
            Case { name: "read/domain/clone", set_up: clone },
        ];
    };
}

of_body! {
    "domain" RESPONSE.to_owned();
    "escapes" bodies::escapes();
    "unknown" bodies::members(bodies::unknown);
    "nested" bodies::members(bodies::nested);
    "escaped" bodies::members(bodies::escaped);
    "duplicate" bodies::members(bodies::duplicate);
}

fn parse(body: &str) -> Result<UpdateDomainOutput> {
    Ok(UpdateDomain::response(200, &|_| None, body.as_bytes())?)
}

fn ours(body: String) -> Result<Work> {
    parse(&body)?.domain.context("no domain")?;
    Ok(Box::new(move || drop(black_box(parse(black_box(&body))))))
}

fn official(body: String) -> Result<Work> {
    let layer = official::UpdateDomain::new().config().context("the operation has no configuration")?;
    // The program ends soon.
    let deserializer = Box::leak(Box::new(layer)).load::<SharedResponseDeserializer>().context("no deserializer")?;
    let (response, bag) = (HttpResponse::new(200.try_into()?, SdkBody::from(body)), ConfigBag::base());
    Ok(Box::new(move || {
        drop(black_box(deserializer.deserialize_nonstreaming_with_config(black_box(&response), &bag)));
    }))
}

/// Repeated members are an error for `serde`, who then has little to do.
fn serde_json(body: String) -> Result<Work> {
    Ok(Box::new(move || drop(black_box(serde_json::from_slice::<plain::Output>(black_box(body.as_bytes()))))))
}

fn sonic(body: String) -> Result<Work> {
    Ok(Box::new(move || drop(black_box(sonic_rs::from_slice::<plain::Output>(black_box(body.as_bytes()))))))
}

fn memcpy(body: String) -> Result<Work> {
    Ok(Box::new(move || drop(black_box(black_box(body.as_bytes()).to_vec()))))
}

/// The floor: what the output owns.
fn clone() -> Result<Work> {
    let output = parse(RESPONSE)?;
    Ok(Box::new(move || drop(black_box(black_box(&output).clone()))))
}
