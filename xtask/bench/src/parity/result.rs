//! What the result of a call with the crate `super::sdk` shows. This file is compiled for each of the two.

use super::super::observed::Observed;
use super::super::world::World;
use super::sdk::Error;
use super::sdk::error::{ErrorMetadata, ProvideErrorMetadata, SdkError};
use super::sdk::operation::RequestId;
use super::sdk::operation::update_domain::{UpdateDomainError, UpdateDomainOutput};
use super::sdk::primitives::DateTime;
use super::sdk::types::Domain;
use aws_smithy_types::retry::ProvideErrorKind;

pub fn output(seen: &mut Observed, output: &UpdateDomainOutput) {
    seen.put("result", "output");
    seen.put_some("output.request_id", output.request_id());
    seen.put("output.domain", output.domain().is_some());
    if let Some(it) = output.domain() {
        domain(seen, it);
    }
    // Timestamps have been seen already, and may differ.
    let mut output = output.clone();
    if let Some(it) = &mut output.domain {
        it.created_at = it.created_at.map(|_| DateTime::from_secs(0));
        it.updated_at = it.updated_at.map(|_| DateTime::from_secs(0));
    }
    seen.put("output.debug", format!("{output:#?}"));
}

fn domain(seen: &mut Observed, domain: &Domain) {
    seen.put_some("output.domain.domain_id", domain.domain_id());
    seen.put_some("output.domain.arn", domain.arn());
    seen.put_some("output.domain.name", domain.name());
    seen.put_some("output.domain.description", domain.description());
    seen.put_some("output.domain.domain_status", domain.domain_status().map(|it| format!("{it:?} {}", it.as_str())));
    seen.put_some("output.domain.created_at", domain.created_at().map(DateTime::as_nanos));
    seen.put_some("output.domain.updated_at", domain.updated_at().map(DateTime::as_nanos));
    let encryption = domain.server_side_encryption_configuration();
    seen.put("output.domain.encryption", encryption.is_some());
    seen.put_some("output.domain.encryption.kms_key_id", encryption.map(|it| it.kms_key_id()));
    let details = domain.server_side_encryption_update_details();
    seen.put("output.domain.details", details.is_some());
    seen.put_some("output.domain.details.message", details.and_then(|it| it.message()));
    seen.put_some("output.domain.details.old_kms_key_id", details.and_then(|it| it.old_kms_key_id()));
    let status = details.and_then(|it| it.update_status());
    seen.put_some("output.domain.details.update_status", status.map(|it| format!("{it:?} {}", it.as_str())));
    let watchlist = domain.watchlist_details();
    seen.put("output.domain.watchlist", watchlist.is_some());
    seen.put_some("output.domain.watchlist.id", watchlist.map(|it| it.default_watchlist_id()));
}

pub fn error(seen: &mut Observed, error: SdkError<UpdateDomainError>, world: &World) {
    seen.put("result", kind(&error));
    if let SdkError::DispatchFailure(failure) = &error {
        let flags = (failure.is_io(), failure.is_timeout(), failure.is_user(), failure.is_other());
        seen.put("error.dispatch", format!("{flags:?}"));
    }
    if let Some(response) = error.raw_response() {
        seen.put("error.raw.status", response.status());
        seen.put("error.raw", if world.has_sent(response) { "as it was sent" } else { "changed" });
    }
    seen.put("error.display", &error);
    if !matches!(error, SdkError::ServiceError(_)) {
        seen.put("error.text", chain(&error));
    }
    metadata(seen, "error", error.meta());
    seen.put_some("error.request_id", error.request_id());
    if let Some(error) = error.as_service_error() {
        service(seen, error);
    }
    let error = Error::from(error);
    seen.put("crate_error", variant(&error));
    metadata(seen, "crate_error", error.meta());
    seen.put_some("crate_error.request_id", error.request_id());
    seen.put("crate_error.text", error);
}

/// The texts of the error and of all that is behind it.
fn chain(error: &dyn std::error::Error) -> String {
    std::iter::successors(Some(error), |error| error.source()).map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

fn kind<E, R>(error: &SdkError<E, R>) -> &'static str {
    match error {
        SdkError::ConstructionFailure(_) => "construction failure",
        SdkError::TimeoutError(_) => "timeout",
        SdkError::DispatchFailure(_) => "dispatch failure",
        SdkError::ResponseError(_) => "response error",
        SdkError::ServiceError(_) => "service error",
        _ => "another error",
    }
}

fn metadata(seen: &mut Observed, name: &str, meta: &ErrorMetadata) {
    seen.put_some(format!("{name}.code"), meta.code());
    seen.put_some(format!("{name}.message"), meta.message());
    for extra in ["aws_request_id", "http_status_code"] {
        seen.put_some(format!("{name}.extra.{extra}"), meta.extra(extra));
    }
}

fn service(seen: &mut Observed, error: &UpdateDomainError) {
    let is = [
        error.is_access_denied_exception(),
        error.is_conflict_exception(),
        error.is_internal_server_exception(),
        error.is_resource_not_found_exception(),
        error.is_throttling_exception(),
        error.is_validation_exception(),
    ];
    seen.put("error.is", format!("{is:?}"));
    seen.put("error.kind", format!("{:?} {:?}", error.retryable_error_kind(), ProvideErrorKind::code(error)));
    let (variant, message) = match error {
        UpdateDomainError::AccessDeniedException(it) => ("AccessDenied", it.message()),
        UpdateDomainError::ConflictException(it) => {
            let conflict = it.conflict_type().map(|it| format!("{it:?} {}", it.as_str()));
            seen.put_some("error.conflict_type", conflict);
            ("Conflict", it.message())
        }
        UpdateDomainError::InternalServerException(it) => ("InternalServer", it.message()),
        UpdateDomainError::ResourceNotFoundException(it) => {
            let resource = it.resource_type().map(|it| format!("{it:?} {}", it.as_str()));
            seen.put_some("error.resource_type", resource);
            ("ResourceNotFound", it.message())
        }
        UpdateDomainError::ThrottlingException(it) => ("Throttling", it.message()),
        UpdateDomainError::ValidationException(it) => ("Validation", it.message()),
        _ => ("unhandled", None),
    };
    seen.put("error.variant", variant);
    seen.put_some("error.own_message", message);
    seen.put("error.service_text", error);
}

fn variant(error: &Error) -> &'static str {
    match error {
        Error::AccessDeniedException(_) => "AccessDenied",
        Error::ConflictException(_) => "Conflict",
        Error::InternalServerException(_) => "InternalServer",
        Error::ResourceNotFoundException(_) => "ResourceNotFound",
        Error::ThrottlingException(_) => "Throttling",
        Error::ValidationException(_) => "Validation",
        _ => "unhandled",
    }
}
