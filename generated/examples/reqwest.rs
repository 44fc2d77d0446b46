//! Updates a domain of a local fake with `reqwest`: the core makes and reads, `sigv4` signs, reqwest sends.
//!
//! Run it with `cargo run -p voice-id --no-default-features --features sigv4 --example reqwest`.

pub mod fake;

use std::time::SystemTime;
use voice_id::config::endpoint::Params;
use voice_id::error::BoxError;
use voice_id::operation::Operation;
use voice_id::operation::update_domain::{UpdateDomain, UpdateDomainInput, UpdateDomainOutput};
use voice_id::sigv4::{Credentials, signer};
use voice_id::types::ServerSideEncryptionConfiguration;

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BoxError> {
    let Some(url) = fake::endpoint("Updates a domain with reqwest.")? else { return Ok(()) };
    println!("{:#?}", update(&url).await?);
    Ok(())
}

/// Gives the domain a name and a key, and no description.
pub async fn update(url: &str) -> Result<UpdateDomainOutput, BoxError> {
    let credentials = Credentials::new(fake::ACCESS_KEY_ID, fake::SECRET_ACCESS_KEY, None);
    let signer = signer(&Params::builder().region(fake::REGION).endpoint(url).build()?)?; // keep it for further calls
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("alias/voice").build()?;
    let input = UpdateDomainInput::builder().domain_id(fake::DOMAIN_ID).name("front-desk");
    let input = input.server_side_encryption_configuration(key).build()?;

    let mut request = UpdateDomain::request(&input)?;
    signer.sign(&mut request, &credentials, SystemTime::now())?;
    let response = reqwest::Client::new().execute(request.try_into()?).await?;

    let mut parsed = http::Response::builder().status(response.status()).body(())?;
    *parsed.headers_mut() = response.headers().clone();
    let body = response.bytes().await?;
    Ok(UpdateDomain::parse(&parsed.map(|()| body))?)
}
