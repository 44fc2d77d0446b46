//! Interceptors of a client and of a call, and what else `customize` can do.

use super::server::{DOMAIN, Server, update};
use aws_sdk_voiceid::config::interceptors::{
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut, FinalizerInterceptorContextRef,
};
use aws_sdk_voiceid::config::{ConfigBag, Intercept, Region, RuntimeComponents};
use aws_sdk_voiceid::error::{BoxError, SdkError};
use aws_sdk_voiceid::operation::update_domain::{UpdateDomainInput, UpdateDomainOutput};
use aws_sdk_voiceid::{Client, Config};
use aws_smithy_runtime_api::client::orchestrator::Metadata;

#[derive(Debug)]
struct Log;

impl Intercept for Log {
    fn name(&self) -> &'static str {
        "Log"
    }

    fn read_before_execution(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        settings: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let metadata = settings.load::<Metadata>().map(|it| (it.service().to_owned(), it.name().to_owned()));
        let input = context.input().downcast_ref::<UpdateDomainInput>();
        println!("{metadata:?} {:?}", input.and_then(|input| input.domain_id()));
        Ok(())
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        context.request_mut().headers_mut().insert("x-program", "interceptors");
        Ok(())
    }

    fn read_after_execution(
        &self,
        context: &FinalizerInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let output = context.output_or_error().and_then(|result| result.ok());
        let output = output.and_then(|output| output.downcast_ref::<UpdateDomainOutput>());
        println!("{:?}", output.and_then(|output| output.domain()).and_then(|domain| domain.domain_id()));
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BoxError> {
    let server = Server::new(&[(200, DOMAIN)]);
    let client = Client::from_conf(server.config().interceptor(Log).build());
    update(&client)?.send().await?;

    let quiet = Client::from_conf(server.config().build());
    let header = |request: &mut aws_smithy_runtime_api::client::orchestrator::HttpRequest| {
        request.headers_mut().insert("x-program", "mutated");
    };
    update(&quiet)?.customize().mutate_request(header).send().await?;
    let elsewhere = Config::builder().region(Region::new("eu-west-2"));
    update(&quiet)?.customize().config_override(elsewhere).interceptor(Log).send().await?;

    let refuse = |_| Err::<_, std::io::Error>(std::io::Error::other("refused"));
    let error = update(&quiet)?.customize().map_request(refuse).send().await.expect_err("an error");
    println!("{}", matches!(error, SdkError::DispatchFailure(_)) || matches!(error, SdkError::ConstructionFailure(_)));
    println!("{}", aws_sdk_voiceid::error::DisplayErrorContext(&error).to_string().contains("refused"));
    server.requests().iter().for_each(|request| println!("{request}"));
    Ok(())
}
