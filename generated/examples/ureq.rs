//! Updates a domain of a local fake with `ureq`, without an async runtime: the core makes and reads, `sigv4` signs.
//!
//! Run it with `cargo run -p voice-id --no-default-features --features sigv4 --example ureq`.

pub mod fake;

use std::time::SystemTime;
use voice_id::config::endpoint::Params;
use voice_id::error::BoxError;
use voice_id::operation::Operation;
use voice_id::operation::update_domain::{UpdateDomain, UpdateDomainInput, UpdateDomainOutput};
use voice_id::sigv4::{Credentials, signer};
use voice_id::types::ServerSideEncryptionConfiguration;

pub fn main() -> Result<(), BoxError> {
    let Some(url) = fake::endpoint("Updates a domain with ureq.")? else { return Ok(()) };
    println!("{:#?}", update(&url)?);
    Ok(())
}

/// Gives the domain a name and a key, and no description.
pub fn update(url: &str) -> Result<UpdateDomainOutput, BoxError> {
    let credentials = Credentials::new(fake::ACCESS_KEY_ID, fake::SECRET_ACCESS_KEY, None);
    let signer = signer(&Params::builder().region(fake::REGION).endpoint(url).build()?)?; // keep it for further calls
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("alias/voice").build()?;
    let input = UpdateDomainInput::builder().domain_id(fake::DOMAIN_ID).name("front-desk");
    let input = input.server_side_encryption_configuration(key).build()?;

    let mut request = UpdateDomain::request(&input)?;
    signer.sign(&mut request, &credentials, SystemTime::now())?;
    // A status that is no success is for `parse` to understand.
    let agent: ureq::Agent = ureq::config::Config::builder().http_status_as_error(false).build().into();
    let (parts, mut body) = agent.run(request.map(Vec::from))?.into_parts();
    Ok(UpdateDomain::parse(&http::Response::from_parts(parts, body.read_to_vec()?))?)
}
