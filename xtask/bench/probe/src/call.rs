//! A whole call: through the clients over a connector in memory, and with the signer of the core.

use crate::bodies::{DESCRIPTION, DOMAIN_ID, KEY, NAME, RESPONSE};
use crate::{Case, Work, write};
use anyhow::{Result, anyhow};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use std::hint::black_box;
use std::time::SystemTime;
use tokio::runtime::{Builder, Runtime};
use voice_id::operation::Operation;
use voice_id::operation::update_domain::UpdateDomain;

pub const CASES: &[Case] = &[
    Case { name: "call/send/ours", set_up: ours },
    Case { name: "call/send/official", set_up: official },
    Case { name: "call/send/sigv4", set_up: sigv4 },
];

/// Answers every request with the same response.
#[derive(Clone, Debug)]
struct Memory;

impl HttpConnector for Memory {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        let status = StatusCode::try_from(200).unwrap_or_else(|_| unreachable!("200 is a status"));
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(RESPONSE))))
    }
}

impl HttpClient for Memory {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

/// The client of a crate, and a call.
macro_rules! client {
    ($krate:ident) => {{
        use $krate::config::{BehaviorVersion, Credentials, Region};
        use $krate::types::ServerSideEncryptionConfiguration;

        let config = $krate::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .credentials_provider(Credentials::new("AKIDEXAMPLE", "not a secret", None, None, "bench"))
            .region(Region::new("us-east-1"))
            .http_client(Memory);
        let client = $krate::Client::from_conf(config.build());
        let configuration = ServerSideEncryptionConfiguration::builder().kms_key_id(KEY).build()?;
        move || {
            let call = client.update_domain().domain_id(DOMAIN_ID).name(NAME).description(DESCRIPTION);
            call.server_side_encryption_configuration(black_box(&configuration).clone()).send()
        }
    }};
}

fn runtime() -> Result<Runtime> {
    Ok(Builder::new_current_thread().enable_time().build()?)
}

fn ours() -> Result<Work> {
    let (runtime, send) = (runtime()?, client!(voice_id));
    runtime.block_on(send())?;
    Ok(Box::new(move || drop(black_box(runtime.block_on(send())))))
}

fn official() -> Result<Work> {
    let (runtime, send) = (runtime()?, client!(aws_sdk_voiceid));
    runtime.block_on(send())?;
    Ok(Box::new(move || drop(black_box(runtime.block_on(send())))))
}

/// The signer has its key from the first call.
fn sigv4() -> Result<Work> {
    let params = voice_id::config::endpoint::Params::builder().region("us-east-1").build()?;
    let signer = voice_id::sigv4::signer(&params).map_err(|error| anyhow!(error))?;
    let credentials = voice_id::sigv4::Credentials::new("AKIDEXAMPLE", "not a secret", None);
    let input = write::input()?;
    let call = move || -> Result<_> {
        let mut request = UpdateDomain::request(black_box(&input))?;
        signer.sign(&mut request, &credentials, SystemTime::now()).map_err(|error| anyhow!("{error}"))?;
        drop(black_box(request));
        Ok(UpdateDomain::response(200, &|_| None, black_box(RESPONSE.as_bytes()))?)
    };
    call()?;
    Ok(Box::new(move || drop(black_box(call()))))
}

pub fn futures() -> Result<[usize; 2]> {
    let _runtime = runtime()?;
    let (ours, official) = (client!(voice_id), client!(aws_sdk_voiceid));
    Ok([size_of_val(&ours()), size_of_val(&official())])
}
