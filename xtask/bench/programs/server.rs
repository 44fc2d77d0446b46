//! A stand-in for the service, for the programs: answers one after the other, and what was asked.

use aws_sdk_voiceid::Client;
use aws_sdk_voiceid::config::retry::RetryConfig;
use aws_sdk_voiceid::config::{BehaviorVersion, Builder, Credentials, Region};
use aws_sdk_voiceid::error::BuildError;
use aws_sdk_voiceid::operation::update_domain::builders::UpdateDomainFluentBuilder;
use aws_sdk_voiceid::types::ServerSideEncryptionConfiguration;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use std::sync::{Arc, Mutex};
use std::time::Duration;

pub const DOMAIN: &str = r#"{"Domain":{"DomainId":"d-1","Name":"front desk","DomainStatus":"ACTIVE","CreatedAt":1.5}}"#;

/// Answers with these statuses and bodies; the last one stays.
#[derive(Clone, Debug)]
pub struct Server(Arc<Mutex<(Vec<(u16, &'static str)>, Vec<String>)>>);

impl Server {
    pub fn new(answers: &[(u16, &'static str)]) -> Self {
        Self(Arc::new(Mutex::new((answers.iter().rev().copied().collect(), Vec::new()))))
    }

    /// Method, address, target and body of the requests, and which attempt it was.
    pub fn requests(&self) -> Vec<String> {
        self.0.lock().unwrap().1.clone()
    }

    /// Settings with which calls work, and with hardly a wait between attempts.
    pub fn config(&self) -> Builder {
        aws_sdk_voiceid::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .credentials_provider(Credentials::new("AKID", "secret", None, None, "programs"))
            .retry_config(RetryConfig::standard().with_initial_backoff(Duration::from_millis(1)))
            .http_client(self.clone())
    }
}

/// A call that has all that it needs.
pub fn update(client: &Client) -> Result<UpdateDomainFluentBuilder, BuildError> {
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build()?;
    Ok(client.update_domain().domain_id("d").name("n").server_side_encryption_configuration(key))
}

impl HttpConnector for Server {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let mut state = self.0.lock().unwrap();
        let header = |name| request.headers().get(name).unwrap_or("none");
        let body = String::from_utf8_lossy(request.body().bytes().unwrap_or_default()).into_owned();
        let (attempt, _) = header("amz-sdk-request").split_once(';').unwrap_or(("none", ""));
        let line = [request.method(), request.uri(), header("x-amz-target"), attempt, header("x-program"), &body];
        let line = line.join(" ");
        state.1.push(line);
        let answer = if state.0.len() > 1 { state.0.pop() } else { state.0.last().copied() };
        let (status, body) = answer.expect("an answer");
        let mut response = HttpResponse::new(status.try_into().unwrap(), SdkBody::from(body));
        response.headers_mut().insert("x-amzn-requestid", "request-1");
        HttpConnectorFuture::ready(Ok(response))
    }
}

impl HttpClient for Server {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}
