//! Errors of calls, and the crate's `Error`.

use crate::server::{Server, update};
use voice_id::Error;
use voice_id::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use voice_id::operation::RequestId;

#[tokio::test]
async fn a_modelled_error_is_known_by_its_type() {
    let server = Server::new(409, r#"{"__type":"ConflictException","Message":"busy"}"#);
    let error = update(&server.client()).send().await.unwrap_err();
    assert_eq!(error.code(), Some("ConflictException"));
    assert_eq!(error.request_id(), Some("request-1"));
    assert!(matches!(error, SdkError::ServiceError(_)));
    assert_eq!(error.raw_response().unwrap().status().as_u16(), 409);
    assert!(error.as_service_error().unwrap().is_conflict_exception());

    let error = Error::from(error);
    assert!(matches!(&error, Error::ConflictException(conflict) if conflict.message() == Some("busy")));
    assert_eq!(error.to_string(), "ConflictException: busy (request id request-1)");
    assert_eq!((error.message(), error.request_id()), (Some("busy"), Some("request-1")));
}

#[tokio::test]
async fn question_marks_lead_into_the_error_of_the_crate() {
    async fn run(server: &Server) -> Result<(), Error> {
        voice_id::types::ServerSideEncryptionConfiguration::builder().kms_key_id("k").build()?;
        update(&server.client()).send().await?;
        Ok(())
    }
    run(&Server::ok()).await.unwrap();
    let unknown = run(&Server::new(418, r#"{"__type":"Teapot","message":"short"}"#)).await.unwrap_err();
    assert_eq!(unknown.to_string(), "Teapot: short (status 418, request id request-1)");
    let html = run(&Server::new(400, "<html>").header("x-amzn-errortype", "Odd")).await.unwrap_err();
    assert!(html.to_string().starts_with("Odd (status 400"), "{html}");
}

#[tokio::test]
async fn a_response_that_cannot_be_read_is_an_error() {
    let error = update(&Server::new(200, r#"{"Domain":7}"#).client()).send().await.unwrap_err();
    let text = DisplayErrorContext(&error).to_string();
    assert!(text.contains("Domain"), "{text}");
    assert_eq!(error.request_id(), Some("request-1"));
}

#[tokio::test]
async fn the_error_of_the_crate_says_what_is_behind_it() {
    let server = Server::ok();
    let error = update(&server.client()).set_domain_id(None).send().await.unwrap_err();
    assert!(matches!(error, SdkError::ConstructionFailure(_)));
    let error = Error::from(error);
    assert!(error.to_string().contains("domain_id"), "{error}");
}
