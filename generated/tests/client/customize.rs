//! Interceptors and settings of a client and of a single call.

use crate::server::{Server, update};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::telemetry::CapturedTelemetryAttributes;
use std::sync::{Arc, Mutex};
use voice_id::config::interceptors::{
    BeforeSerializationInterceptorContextMut, BeforeSerializationInterceptorContextRef,
    BeforeTransmitInterceptorContextMut,
};
use voice_id::config::{Credentials, Intercept, Region, RuntimeComponents};
use voice_id::operation::update_domain::UpdateDomainInput;
use voice_id::{Client, Config};

#[derive(Clone, Debug, Default)]
struct Spy(Arc<Mutex<Vec<String>>>);

impl Intercept for Spy {
    fn name(&self) -> &'static str {
        "Spy"
    }

    fn read_before_serialization(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        settings: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let input: &UpdateDomainInput = context.input().downcast_ref().unwrap();
        let captured = settings.load::<CapturedTelemetryAttributes>();
        let captured =
            captured.into_iter().flat_map(|captured| captured.iter()).map(|(name, value)| format!("{name}={value}"));
        let mut seen = self.0.lock().unwrap();
        seen.push(input.domain_id().unwrap().to_owned());
        seen.extend(captured);
        Ok(())
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        context.request_mut().headers_mut().insert("x-spy", "1");
        Ok(())
    }
}

#[tokio::test]
async fn interceptors_see_typed_inputs_and_change_requests() {
    let (server, spy) = (Server::ok(), Spy::default());
    let config = server.config().interceptor(spy.clone()).capture_input_attributes(["DomainId", "Name"]);
    update(&Client::from_conf(config.build())).send().await.unwrap();
    assert_eq!(*spy.0.lock().unwrap(), ["d-1", "DomainId=d-1"]);
    assert_eq!(server.seen()[0].header("x-spy"), "1");
}

#[tokio::test]
async fn one_call_can_be_different() {
    let (server, spy) = (Server::ok(), Spy::default());
    let client = server.client();
    update(&client)
        .customize()
        .interceptor(spy.clone())
        .mutate_request(|request| {
            request.headers_mut().insert("x-mutated", "1");
        })
        .map_request(Ok::<_, std::io::Error>)
        .config_override(
            Config::builder()
                .region(Region::new("eu-west-2"))
                .credentials_provider(Credentials::new("OTHER", "secret", None, None, "test")),
        )
        .send()
        .await
        .unwrap();
    update(&client).send().await.unwrap();

    let [special, ordinary] = &server.seen()[..] else { panic!("two requests") };
    assert_eq!(special.uri, "https://voiceid.eu-west-2.amazonaws.com/");
    assert_eq!((special.header("x-spy"), special.header("x-mutated")), ("1", "1"));
    assert!(special.header("authorization").contains("Credential=OTHER/"));
    assert!(special.header("authorization").contains("/eu-west-2/voiceid/"));
    assert_eq!(ordinary.uri, "https://voiceid.us-east-1.amazonaws.com/");
    assert!(ordinary.header("authorization").contains("Credential=AKID/"));
}

#[tokio::test]
async fn an_error_of_an_interceptor_stops_the_call() {
    let server = Server::ok();
    let call = update(&server.client()).customize().map_request(|_| Err(std::io::Error::other("no")));
    let error = call.send().await.unwrap_err();
    assert!(format!("{}", voice_id::error::DisplayErrorContext(&error)).contains("no"));
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn the_user_agent_knows_what_is_used() {
    async fn metrics(config: voice_id::config::Builder, server: &Server) -> Vec<String> {
        update(&Client::from_conf(config.build())).send().await.unwrap();
        let agent = server.seen()[0].header("x-amz-user-agent").to_owned();
        let metrics = agent.split(' ').find_map(|part| part.strip_prefix("m/")).unwrap_or_default().to_owned();
        metrics.split(',').map(str::to_owned).collect()
    }
    let server = Server::ok();
    let plain = metrics(server.config(), &server).await;
    assert!(plain.contains(&"E".to_owned()), "{plain:?}"); // standard retries
    let server = Server::ok();
    let url = metrics(server.config().endpoint_url("http://localhost"), &server).await;
    assert!(url.contains(&"N".to_owned()), "{url:?}"); // endpoint override
}

#[tokio::test]
async fn without_credentials_calls_may_be_unsigned() {
    let server = Server::ok();
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("us-east-1"))
        .http_client(server.clone())
        .allow_no_auth();
    update(&Client::from_conf(config.build())).send().await.unwrap();
    assert!(server.seen()[0].headers.iter().all(|(name, _)| name != "authorization"));
}

/// Fills in a member, and prints all that the runtime knows.
#[derive(Debug)]
struct Completes;

impl Intercept for Completes {
    fn name(&self) -> &'static str {
        "Completes"
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        components: &RuntimeComponents,
        settings: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        assert!(format!("{components:?} {settings:?}").contains("UpdateDomain"));
        context.input_mut().downcast_mut::<UpdateDomainInput>().unwrap().name = Some("complete".to_owned());
        Ok(())
    }
}

/// Logs of the runtime print what the interceptor prints.
#[tokio::test]
async fn interceptors_may_complete_the_input_and_print_all() {
    let server = Server::ok();
    let client = Client::from_conf(server.config().interceptor(Completes).build());
    update(&client).set_name(None).send().await.unwrap();
    assert!(server.seen()[0].body.contains(r#""Name":"complete""#));
}
