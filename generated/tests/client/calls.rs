//! What goes out and what comes back when all is well.

use crate::server::{Server, update};
use voice_id::config::endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint};
use voice_id::operation::RequestId;
use voice_id::operation::update_domain::UpdateDomainInput;

#[tokio::test]
async fn a_call_is_signed_and_answered() {
    let server = Server::ok();
    let output = update(&server.client()).send().await.unwrap();
    assert_eq!(output.request_id(), Some("request-1"));
    assert_eq!(output.domain().unwrap().name(), Some("front desk"));

    let [request] = &server.seen()[..] else { panic!("one request") };
    assert_eq!(request.uri, "https://voiceid.us-east-1.amazonaws.com/");
    assert_eq!(request.header("content-type"), "application/x-amz-json-1.0");
    assert_eq!(request.header("x-amz-target"), "VoiceID.UpdateDomain");
    assert_eq!(request.header("content-length"), request.body.len().to_string());
    assert_eq!(request.header("amz-sdk-request"), "attempt=1; max=3");
    assert_eq!(request.header("amz-sdk-invocation-id").len(), 36);
    assert!(request.header("user-agent").contains("api/voiceid/"), "{}", request.header("user-agent"));
    let authorization = request.header("authorization");
    assert!(authorization.starts_with("AWS4-HMAC-SHA256 Credential=AKID/"), "{authorization}");
    assert!(authorization.contains("/us-east-1/voiceid/aws4_request"), "{authorization}");
    assert_eq!(
        request.body,
        r#"{"DomainId":"d-1","Name":"front desk","ServerSideEncryptionConfiguration":{"KmsKeyId":"alias/voice"}}"#
    );
}

#[tokio::test]
async fn members_can_be_looked_at_before_sending() {
    let call = update(&Server::ok().client()).description("d").set_name(None);
    assert_eq!(call.get_description().as_deref(), Some("d"));
    assert_eq!(call.get_name(), &None);
    assert_eq!(call.as_input().get_domain_id().as_deref(), Some("d-1"));
    let shown = format!("{call:?}");
    assert!(!shown.contains("\"d\""), "{shown}");
}

#[tokio::test]
async fn a_builder_of_an_input_can_be_sent() {
    let server = Server::ok();
    let input = update(&server.client()).as_input().clone();
    input.send_with(&server.client()).await.unwrap();
    assert_eq!(server.seen().len(), 1);
    assert!(UpdateDomainInput::builder().send_with(&server.client()).await.is_err());
}

#[tokio::test]
async fn endpoints_follow_the_settings() {
    async fn uri(change: impl FnOnce(voice_id::config::Builder) -> voice_id::config::Builder) -> String {
        let server = Server::ok();
        let client = voice_id::Client::from_conf(change(server.config()).build());
        update(&client).send().await.unwrap();
        server.seen()[0].uri.clone()
    }
    assert_eq!(uri(|config| config.use_fips(true)).await, "https://voiceid-fips.us-east-1.amazonaws.com/");
    assert_eq!(uri(|config| config.use_dual_stack(true)).await, "https://voiceid.us-east-1.api.aws/");
    assert_eq!(uri(|config| config.endpoint_url("http://localhost:8000/base")).await, "http://localhost:8000/base/");
    assert_eq!(uri(|config| config.endpoint_resolver(Fixed).region(region())).await, "https://fixed/");
}

fn region() -> voice_id::config::Region {
    voice_id::config::Region::new("eu-west-1")
}

#[derive(Debug)]
struct Fixed;

impl ResolveEndpoint for Fixed {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        assert_eq!(params.region(), Some("eu-west-1"));
        EndpointFuture::ready(Ok(Endpoint::builder().url("https://fixed").build()))
    }
}

#[tokio::test]
async fn a_client_is_cheap_and_can_cross_threads() {
    fn check<T: Clone + Send + Sync + std::fmt::Debug + 'static>(_: &T) {}
    let client = Server::ok().client();
    check(&client);
    check(client.config());
    check(&client.update_domain());
    assert_eq!(size_of_val(&client), size_of::<usize>());
    let future = update(&client).send();
    // As the documentation says.
    let size = size_of_val(&future);
    assert!(size < 1_000, "{size}");
    assert_eq!(size_of::<voice_id::error::SdkError<voice_id::operation::update_domain::UpdateDomainError>>(), 384);
    assert_eq!(size_of::<voice_id::Error>(), 152);
    fn is_send(_: &impl Send) {}
    is_send(&future);
    future.await.unwrap();
}
