//! The call, in all the ways to make it.

use super::server::{DOMAIN, Server};
use aws_sdk_voiceid::operation::RequestId;
use aws_sdk_voiceid::operation::update_domain::UpdateDomainInput;
use aws_sdk_voiceid::operation::update_domain::builders::{UpdateDomainFluentBuilder, UpdateDomainInputBuilder};
use aws_sdk_voiceid::types::ServerSideEncryptionConfiguration;
use aws_sdk_voiceid::{Client, Error};

fn complete(call: UpdateDomainFluentBuilder) -> Result<UpdateDomainFluentBuilder, Error> {
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("alias/voice").build()?;
    Ok(call.domain_id("d-1").set_name(Some("front desk".into())).server_side_encryption_configuration(key))
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), Error> {
    let server = Server::new(&[(200, DOMAIN)]);
    let client = Client::from_conf(server.config().build());

    let call = complete(client.update_domain())?.description("welcome \"all\"\n");
    println!("{:?} {:?}", call.get_domain_id(), call.get_name());
    println!("{:?}", call.as_input().get_server_side_encryption_configuration());
    let output = call.send().await?;
    println!("{:?}", output.request_id());
    let domain = output.domain().expect("a domain");
    println!("{:?} {:?} {:?}", domain.domain_id(), domain.name(), domain.domain_status());
    println!("{:?} {:?}", domain.created_at(), domain.description);

    let input: UpdateDomainInputBuilder = complete(client.update_domain())?.as_input().clone();
    let input: UpdateDomainInput = input.build()?;
    println!("{:?} {:?} {:?}", input.domain_id(), input.name(), input.description());
    let again = UpdateDomainInput::builder()
        .set_domain_id(input.domain_id.clone())
        .set_name(input.name.clone())
        .set_description(input.description.clone())
        .set_server_side_encryption_configuration(input.server_side_encryption_configuration.clone());
    println!("{}", again.clone().build()? == input);
    again.send_with(&client).await?;
    server.requests().iter().for_each(|request| println!("{request}"));
    Ok(())
}
