//! Errors: by variant, by code, by layer, and with `?`.

use super::server::Server;
use aws_sdk_voiceid::error::{DisplayErrorContext, ErrorMetadata, ProvideErrorMetadata, SdkError};
use aws_sdk_voiceid::operation::RequestId;
use aws_sdk_voiceid::operation::update_domain::{UpdateDomainError, UpdateDomainOutput};
use aws_sdk_voiceid::types::error::{ConflictException, ThrottlingException};
use aws_sdk_voiceid::types::{ConflictType, ServerSideEncryptionConfiguration};
use aws_sdk_voiceid::{Client, Error};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

async fn call(status: u16, body: &'static str) -> Result<UpdateDomainOutput, SdkError<UpdateDomainError>> {
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build().expect("a key is set");
    let client = Client::from_conf(Server::new(&[(status, body)]).config().build());
    client.update_domain().domain_id("d-1").name("n").server_side_encryption_configuration(key).send().await
}

fn by_variant(error: UpdateDomainError) -> String {
    match error {
        UpdateDomainError::ConflictException(conflict) => {
            format!("conflict {:?} {:?} {:?}", conflict.conflict_type, conflict.message(), conflict.meta().code())
        }
        UpdateDomainError::ResourceNotFoundException(missing) => format!("no {:?}", missing.resource_type()),
        error if error.is_throttling_exception() => format!("later: {:?}", error.message()),
        error => match error.code() {
            Some("NewException") => format!("new: {:?} {:?}", error.message(), error.request_id()),
            code => format!("{code:?} {:?}", error.meta().extra("aws_request_id")),
        },
    }
}

fn by_layer(error: &SdkError<UpdateDomainError, HttpResponse>) -> String {
    match error {
        SdkError::ServiceError(context) => {
            format!("{} {}", context.raw().status(), context.err().is_conflict_exception())
        }
        SdkError::ConstructionFailure(_) => "not built".to_owned(),
        SdkError::DispatchFailure(failure) => format!("not sent {}", failure.is_io()),
        SdkError::TimeoutError(_) => "too late".to_owned(),
        SdkError::ResponseError(context) => format!("not read {}", context.raw().status()),
        _ => "something else".to_owned(),
    }
}

async fn question_mark() -> Result<(), Error> {
    call(403, r#"{"__type":"AccessDeniedException","Message":"not you"}"#).await?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    for (status, body) in [
        (
            409,
            r#"{"__type":"com.amazonaws.voiceid#ConflictException","ConflictType":"DOMAIN_NOT_ACTIVE","Message":"m"}"#,
        ),
        (404, r#"{"code":"ResourceNotFoundException:http://x/","ResourceType":"DOMAIN"}"#),
        (429, r#"{"__type":"ThrottlingException","message":"slowly"}"#),
        (400, r#"{"__type":"NewException","message":"?"}"#),
        (400, r#"{"__type":"ValidationException"}"#),
        (500, r#"{"__type":"InternalServerException"}"#),
    ] {
        let error = call(status, body).await.expect_err("an error");
        println!("{} {:?} {:?}", by_layer(&error), error.code(), error.request_id());
        println!("{}", error.raw_response().is_some_and(|raw| raw.headers().contains_key("x-amzn-requestid")));
        println!("{:?}", error.as_service_error().map(ProvideErrorMetadata::code));
        println!("{}", by_variant(error.into_service_error()));
    }

    match question_mark().await {
        Err(Error::AccessDeniedException(denied)) => println!("denied: {:?} {denied}", denied.message()),
        other => println!("{}", other.is_ok()),
    }
    let error: Error = call(409, r#"{"__type":"ConflictException"}"#).await.expect_err("an error").into();
    println!("{:?} {:?}", error.code(), error.request_id());
    let source: Box<dyn std::error::Error + Send + Sync> = error.into();
    println!("{}", source.downcast_ref::<Error>().is_some() && !DisplayErrorContext(&*source).to_string().is_empty());

    let made = ConflictException::builder()
        .message("made")
        .conflict_type(ConflictType::from("NEW"))
        .meta(ErrorMetadata::builder().code("ConflictException").build())
        .build();
    println!("{made} {:?} {:?}", made.conflict_type(), made.meta().code());
    let throttled = UpdateDomainError::ThrottlingException(ThrottlingException::builder().build());
    println!("{:?} {:?}", throttled.code(), throttled.is_validation_exception());
    let generic = UpdateDomainError::generic(ErrorMetadata::builder().code("C").message("m").build());
    println!("{:?} {:?}", generic.code(), generic.message());
    let source = SdkError::<UpdateDomainError>::construction_failure("why").into_source().map_err(|_| "no source")?;
    println!("{source} {}", UpdateDomainError::unhandled("?").code().is_none());
    Ok(())
}
