//! Where calls go.

use super::server::{DOMAIN, Server};
use aws_sdk_voiceid::config::endpoint::{DefaultResolver, Endpoint, EndpointFuture, Params, ResolveEndpoint};
use aws_sdk_voiceid::config::{Builder, Region};
use aws_sdk_voiceid::types::ServerSideEncryptionConfiguration;
use aws_sdk_voiceid::{Client, Error};

/// Sends calls of one region elsewhere, and leaves the rest to the rules.
#[derive(Debug)]
struct Own {
    rules: DefaultResolver,
}

impl ResolveEndpoint for Own {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        match params.region() {
            Some("eu-west-2") => {
                EndpointFuture::ready(Ok(Endpoint::builder().url("https://own.example.com/base").build()))
            }
            _ => self.rules.resolve_endpoint(params),
        }
    }
}

async fn call(change: impl FnOnce(Builder) -> Builder) -> Result<(), Error> {
    let server = Server::new(&[(200, DOMAIN)]);
    let client = Client::from_conf(change(server.config()).build());
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build()?;
    client.update_domain().domain_id("d").name("n").server_side_encryption_configuration(key).send().await?;
    server.requests().iter().for_each(|request| println!("{request}"));
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), Error> {
    call(|config| config.endpoint_url("http://localhost:8000")).await?;
    call(|config| config.endpoint_url("https://example.com/base/")).await?;
    call(|config| config.use_fips(true)).await?;
    call(|config| config.use_dual_stack(true).region(Region::new("eu-west-2"))).await?;
    call(|config| config.region(Region::new("cn-north-1"))).await?;
    call(|config| config.endpoint_resolver(Own { rules: DefaultResolver::new() })).await?;
    call(|config| {
        config.region(Region::from_static("eu-west-2")).endpoint_resolver(Own { rules: DefaultResolver::new() })
    })
    .await?;

    let params = Params::builder().region("us-gov-west-1").use_fips(true).use_dual_stack(false).build();
    let params = params.expect("parameters");
    println!("{:?} {:?} {:?} {:?}", params.region(), params.use_fips(), params.use_dual_stack(), params.endpoint());
    let endpoint = DefaultResolver::new().resolve_endpoint(&params).await.expect("an endpoint");
    println!("{} {:?}", endpoint.url(), endpoint.headers().count());
    let nowhere = Params::builder().endpoint("https://localhost").use_fips(true).build().expect("parameters");
    println!("{}", DefaultResolver::new().resolve_endpoint(&nowhere).await.is_err());
    Ok(())
}
