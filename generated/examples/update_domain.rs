//! Updates a domain of a local fake with the client, and shows the domain before and after.
//!
//! Run it with `cargo run -p voice-id --example update_domain`; `--endpoint-url URL` calls another server.

pub mod fake;

use voice_id::config::{BehaviorVersion, Credentials, Region};
use voice_id::error::BoxError;
use voice_id::types::{Domain, ServerSideEncryptionConfiguration};
use voice_id::{Client, Config};

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BoxError> {
    let Some(url) = fake::endpoint("Updates a domain with the client of voice-id.")? else { return Ok(()) };
    let client = client(&url);
    let before = update(&client, Some("all who call the front desk")).await?;
    println!("before: {:?}, described: {}", before.domain_status(), before.description().is_some());
    // The description is left out, and that deletes it.
    let after = update(&client, None).await?;
    println!("after: {:?}, described: {}", after.domain_status(), after.description().is_some());
    println!("{after:#?}");
    Ok(())
}

/// A client as the service would have it, but for the URL.
pub fn client(url: &str) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(fake::REGION))
        .credentials_provider(Credentials::new(fake::ACCESS_KEY_ID, fake::SECRET_ACCESS_KEY, None, None, "example"))
        .endpoint_url(url);
    Client::from_conf(config.build())
}

/// Gives the domain its name and key, and a description or none.
pub async fn update(client: &Client, description: Option<&str>) -> Result<Domain, BoxError> {
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("alias/voice").build()?;
    let output = client
        .update_domain()
        .domain_id(fake::DOMAIN_ID)
        .name("front-desk")
        .set_description(description.map(str::to_owned))
        .server_side_encryption_configuration(key)
        .send()
        .await?;
    output.domain.ok_or_else(|| "the response has no domain".into())
}
