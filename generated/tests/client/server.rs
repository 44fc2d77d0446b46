//! An HTTP client that gives canned responses and keeps what was sent.

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use std::sync::{Arc, Mutex};
use voice_id::config::{BehaviorVersion, Builder, Credentials, Region, RuntimeComponents};
use voice_id::operation::update_domain::builders::UpdateDomainFluentBuilder;
use voice_id::types::ServerSideEncryptionConfiguration;
use voice_id::{Client, Config};

/// Answers every request with the same response.
#[derive(Clone, Debug)]
pub struct Server {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: &'static str,
    seen: Arc<Mutex<Vec<Seen>>>,
}

/// A request.
#[derive(Clone, Debug)]
pub struct Seen {
    pub uri: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Seen {
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(own, _)| own == name);
        &found.unwrap_or_else(|| panic!("no header {name} in {self:?}")).1
    }
}

impl Server {
    pub fn new(status: u16, body: &'static str) -> Self {
        let headers = vec![("x-amzn-requestid", "request-1".to_owned())];
        Self { status, headers, body, seen: Arc::default() }
    }

    pub fn ok() -> Self {
        Self::new(200, r#"{"Domain":{"DomainId":"d-1","Name":"front desk"}}"#)
    }

    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// Settings with which calls work.
    pub fn config(&self) -> Builder {
        Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .credentials_provider(Credentials::new("AKID", "hunter2", None, None, "test"))
            .region(Region::new("us-east-1"))
            .http_client(self.clone())
    }

    pub fn client(&self) -> Client {
        Client::from_conf(self.config().build())
    }
}

impl HttpConnector for Server {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let headers = request.headers().iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let body = String::from_utf8(request.body().bytes().unwrap().to_vec()).unwrap();
        self.seen.lock().unwrap().push(Seen { uri: request.uri().to_owned(), headers, body });
        let mut response = HttpResponse::new(self.status.try_into().unwrap(), SdkBody::from(self.body));
        for (name, value) in &self.headers {
            response.headers_mut().insert(*name, value.clone());
        }
        HttpConnectorFuture::ready(Ok(response))
    }
}

impl HttpClient for Server {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

/// A call with everything that is required.
pub fn update(client: &Client) -> UpdateDomainFluentBuilder {
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("alias/voice").build().unwrap();
    client.update_domain().domain_id("d-1").name("front desk").server_side_encryption_configuration(key)
}
