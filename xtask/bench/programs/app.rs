//! A service of one's own around the client: shared between tasks, behind a trait, with an error of its own.

use super::server::{DOMAIN, Server};
use aws_sdk_voiceid::Client;
use aws_sdk_voiceid::error::{BuildError, ProvideErrorMetadata, SdkError};
use aws_sdk_voiceid::operation::update_domain::UpdateDomainError;
use aws_sdk_voiceid::types::ServerSideEncryptionConfiguration;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

#[derive(Debug)]
pub enum Failure {
    Busy(Option<String>),
    Voice(Box<aws_sdk_voiceid::Error>),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy(why) => write!(f, "busy: {why:?}"),
            Self::Voice(error) => write!(f, "Voice ID: {:?}", error.code()),
        }
    }
}

impl std::error::Error for Failure {}

impl From<SdkError<UpdateDomainError>> for Failure {
    fn from(error: SdkError<UpdateDomainError>) -> Self {
        match error.as_service_error() {
            Some(UpdateDomainError::ConflictException(conflict)) => Self::Busy(conflict.message.clone()),
            _ => Self::Voice(Box::new(error.into())),
        }
    }
}

impl From<BuildError> for Failure {
    fn from(error: BuildError) -> Self {
        Self::Voice(Box::new(error.into()))
    }
}

type Renaming<'a> = Pin<Box<dyn Future<Output = Result<Option<String>, Failure>> + Send + 'a>>;

trait Rename: Send + Sync {
    fn rename<'a>(&'a self, id: &'a str, name: &'a str) -> Renaming<'a>;
}

impl Rename for Client {
    fn rename<'a>(&'a self, id: &'a str, name: &'a str) -> Renaming<'a> {
        Box::pin(async move {
            let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build()?;
            let call = self.update_domain().domain_id(id).name(name).server_side_encryption_configuration(key);
            let output = call.send().await?;
            Ok(output.domain.and_then(|domain| domain.domain_id))
        })
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
pub async fn main() -> Result<(), Failure> {
    let server = Server::new(&[(200, DOMAIN)]);
    let shared: Arc<dyn Rename> = Arc::new(Client::from_conf(server.config().build()));
    let tasks: Vec<_> = (0..4)
        .map(|at| {
            let shared = Arc::clone(&shared);
            tokio::spawn(async move { shared.rename("d-1", &format!("name-{at}")).await })
        })
        .collect();
    for task in tasks {
        println!("{:?}", task.await.expect("no panic")?);
    }
    let mut requests = server.requests();
    requests.sort();
    requests.iter().for_each(|request| println!("{request}"));

    for body in [r#"{"__type":"ConflictException","Message":"wait"}"#, r#"{"__type":"AccessDeniedException"}"#] {
        let client = Client::from_conf(Server::new(&[(400, body)]).config().build());
        println!("{}", client.rename("d-1", "n").await.expect_err("an error"));
    }
    Ok(())
}
