//! Errors of the service.
use crate::support::error_shape::error;

/// The shape `AccessDeniedException`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AccessDeniedException {
    /// The member `Message`.
    pub message: Option<String>,
    pub(crate) meta: aws_smithy_types::error::ErrorMetadata,
}

error! {
    AccessDeniedExceptionBuilder => AccessDeniedException = "AccessDeniedException": read_json;
    message, set_message, get_message = "Message": str;
}

/// The shape `ConflictException`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ConflictException {
    /// The member `Message`.
    pub message: Option<String>,
    /// The member `ConflictType`.
    pub conflict_type: Option<crate::types::ConflictType>,
    pub(crate) meta: aws_smithy_types::error::ErrorMetadata,
}

error! {
    ConflictExceptionBuilder => ConflictException = "ConflictException": read_json;
    message, set_message, get_message = "Message": str;
    conflict_type, set_conflict_type, get_conflict_type = "ConflictType": ref crate::types::ConflictType;
}

/// The shape `ThrottlingException`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ThrottlingException {
    /// The member `Message`.
    pub message: Option<String>,
    pub(crate) meta: aws_smithy_types::error::ErrorMetadata,
}

error! {
    ThrottlingExceptionBuilder => ThrottlingException = "ThrottlingException": read_json;
    message, set_message, get_message = "Message": str;
}

/// The shape `ValidationException`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ValidationException {
    /// The member `Message`.
    pub message: String,
    pub(crate) meta: aws_smithy_types::error::ErrorMetadata,
}

error! {
    ValidationExceptionBuilder => Result<ValidationException> = "ValidationException": read_json;
    message, set_message, get_message = "Message": required str;
}
