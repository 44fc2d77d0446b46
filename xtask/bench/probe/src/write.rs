//! An input as a request. A `frame` is the same request around a body that is there already, so that the difference is
//! the body alone.

use crate::bodies::{DESCRIPTION, DOMAIN_ID, KEY, NAME, REQUEST};
use crate::{Case, Work, plain};
use anyhow::{Context, Result, anyhow, ensure};
use aws_sdk_voiceid::operation::update_domain as official;
use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{SerializeRequest, SharedRequestSerializer};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use std::hint::black_box;
use voice_id::operation::Operation;
use voice_id::operation::update_domain::{UpdateDomain, UpdateDomainInput};
use voice_id::types::ServerSideEncryptionConfiguration;

pub const CASES: &[Case] = &[
    Case { name: "write/request/ours", set_up: ours },
    Case { name: "write/frame/ours", set_up: frame },
    Case { name: "write/request/official", set_up: official },
    Case { name: "write/clone/official", set_up: official_clone },
    Case { name: "write/frame/official", set_up: official_frame },
    Case { name: "write/body/serde_json", set_up: serde_json },
    Case { name: "write/body/sonic-rs", set_up: sonic },
    Case { name: "write/body/memcpy", set_up: memcpy },
];

const TARGET: HeaderName = HeaderName::from_static("x-amz-target");

pub fn input() -> Result<UpdateDomainInput> {
    let configuration = ServerSideEncryptionConfiguration::builder().kms_key_id(KEY).build()?;
    let input = UpdateDomainInput::builder().domain_id(DOMAIN_ID).name(NAME).description(DESCRIPTION);
    Ok(input.server_side_encryption_configuration(configuration).build()?)
}

fn official_input() -> Result<official::UpdateDomainInput> {
    let configuration = aws_sdk_voiceid::types::ServerSideEncryptionConfiguration::builder().kms_key_id(KEY).build()?;
    let input = official::UpdateDomainInput::builder().domain_id(DOMAIN_ID).name(NAME).description(DESCRIPTION);
    Ok(input.server_side_encryption_configuration(configuration).build()?)
}

fn ours() -> Result<Work> {
    let input = input()?;
    ensure!(UpdateDomain::request(&input)?.body() == REQUEST, "the body is another one");
    Ok(Box::new(move || drop(black_box(UpdateDomain::request(black_box(&input))))))
}

fn frame() -> Result<Work> {
    Ok(Box::new(|| {
        let mut request = http::Request::new(Bytes::from_static(black_box(REQUEST.as_bytes())));
        *request.method_mut() = http::Method::POST;
        let headers = request.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-amz-json-1.0"));
        headers.insert(TARGET, HeaderValue::from_static("VoiceID.UpdateDomain"));
        headers.insert(CONTENT_LENGTH, HeaderValue::from(REQUEST.len()));
        drop(black_box(request));
    }))
}

fn official() -> Result<Work> {
    let input = official_input()?;
    let layer = official::UpdateDomain::new().config().context("the operation has no configuration")?;
    // The program ends soon.
    let serializer = Box::leak(Box::new(layer)).load::<SharedRequestSerializer>().context("no serializer")?;
    let mut bag = ConfigBag::base();
    let request = serializer.serialize_input(Input::erase(input.clone()), &mut bag).map_err(|error| anyhow!(error))?;
    ensure!(request.body().bytes() == Some(REQUEST.as_bytes()), "the body is another one");
    Ok(Box::new(move || {
        let input = Input::erase(black_box(&input).clone());
        drop(black_box(serializer.serialize_input(input, &mut bag)));
    }))
}

/// What the case above does besides.
fn official_clone() -> Result<Work> {
    let input = official_input()?;
    Ok(Box::new(move || drop(black_box(Input::erase(black_box(&input).clone())))))
}

fn official_frame() -> Result<Work> {
    Ok(Box::new(|| {
        let uri = String::from("/");
        let request = http::request::Builder::new().method("POST").uri(uri);
        let request = request.header(CONTENT_TYPE, "application/x-amz-json-1.0");
        let request = request.header(TARGET, "VoiceID.UpdateDomain");
        let request = request.header(CONTENT_LENGTH, REQUEST.len().to_string());
        let request = request.body(SdkBody::from(black_box(REQUEST))).ok();
        drop(black_box(request.map(HttpRequest::try_from)));
    }))
}

fn plain_input() -> plain::Input {
    plain::Input {
        domain_id: Some(DOMAIN_ID.to_owned()),
        name: Some(NAME.to_owned()),
        description: Some(DESCRIPTION.to_owned()),
        server_side_encryption_configuration: Some(plain::Configuration { kms_key_id: KEY.to_owned() }),
    }
}

fn serde_json() -> Result<Work> {
    let input = plain_input();
    ensure!(serde_json::to_vec(&input)? == REQUEST.as_bytes(), "the body is another one");
    Ok(Box::new(move || drop(black_box(serde_json::to_vec(black_box(&input))))))
}

fn sonic() -> Result<Work> {
    let input = plain_input();
    ensure!(sonic_rs::to_vec(&input)? == REQUEST.as_bytes(), "the body is another one");
    Ok(Box::new(move || drop(black_box(sonic_rs::to_vec(black_box(&input))))))
}

fn memcpy() -> Result<Work> {
    Ok(Box::new(|| drop(black_box(black_box(REQUEST.as_bytes()).to_vec()))))
}
