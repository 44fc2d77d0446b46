//! Settings that are not there, and credentials that cannot be had: which layer says so, and what it says. Nothing is sent.

use super::server::{DOMAIN, Server, update};
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future::ProvideCredentials as Provided;
use aws_sdk_voiceid::config::{BehaviorVersion, Credentials, ProvideCredentials, Region};
use aws_sdk_voiceid::error::{BoxError, DisplayErrorContext, SdkError};
use aws_sdk_voiceid::operation::update_domain::UpdateDomainError;
use aws_sdk_voiceid::{Client, Config};
use std::error::Error;

#[derive(Debug)]
struct Nobody;

impl ProvideCredentials for Nobody {
    fn provide_credentials<'a>(&'a self) -> Provided<'a>
    where
        Self: 'a,
    {
        Provided::ready(Err(CredentialsError::provider_error("the vault is closed")))
    }
}

async fn fails(config: Config) -> Result<SdkError<UpdateDomainError>, BoxError> {
    Ok(update(&Client::from_conf(config))?.send().await.expect_err("an error"))
}

fn layer(error: &SdkError<UpdateDomainError>) {
    match error {
        SdkError::DispatchFailure(failure) => {
            println!("not sent: {} {} {}", failure.is_io(), failure.is_user(), failure.is_other());
        }
        _ => println!("something else"),
    }
}

/// What is behind an error, one after the other.
fn sources(error: &SdkError<UpdateDomainError>) {
    let mut source = error.source();
    while let Some(error) = source {
        println!("  {error} {}", error.is::<CredentialsError>());
        source = error.source();
    }
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BoxError> {
    let server = Server::new(&[(200, DOMAIN)]);
    let config = || Config::builder().behavior_version(BehaviorVersion::latest()).http_client(server.clone());
    let credentials = || Credentials::new("AKID", "secret", None, None, "programs");
    let region = || Region::new("us-east-1");

    let error = fails(config().region(region()).credentials_provider(Nobody).build()).await?;
    layer(&error);
    sources(&error);
    println!("{}", DisplayErrorContext(error));

    let none = Config::builder().behavior_version(BehaviorVersion::latest()).region(region());
    let error = fails(none.credentials_provider(credentials()).build()).await?;
    layer(&error);
    sources(&error);
    println!("{}", DisplayErrorContext(error));

    layer(&fails(config().region(region()).build()).await?);

    // What these say, and as which failure, is among the differences that are intended.
    fails(config().credentials_provider(credentials()).build()).await?;
    fails(config().credentials_provider(credentials()).region(Region::new("us east")).build()).await?;
    fails(config().credentials_provider(credentials()).region(region()).endpoint_url("nowhere").build()).await?;
    println!("{} requests", server.requests().len());
    Ok(())
}
