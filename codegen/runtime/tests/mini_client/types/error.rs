//! Errors of the service.
use crate::support::error_shape::error;
use crate::support::read::{ReadError, ReadJson, Reader};

/// The shape `AccessDeniedException`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AccessDeniedException {
    /// The member `Message`.
    pub message: Option<String>,
    pub(crate) meta: aws_smithy_types::error::ErrorMetadata,
}

error! {
    AccessDeniedExceptionBuilder => AccessDeniedException = "AccessDeniedException";
    message, set_message, get_message = "Message": str;
}

impl ReadJson for AccessDeniedException {
    fn read(json: &mut Reader<'_>) -> Result<Self, ReadError> {
        let mut members = AccessDeniedException::builder();
        json.begin_object()?;
        while let Some(key) = json.key()? {
            match &*key {
                "Message" => members.message = json.string()?,
                _ => json.skip()?,
            }
        }
        Ok(crate::support::shape::Correct::correct(members))
    }
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
    ConflictExceptionBuilder => ConflictException = "ConflictException";
    message, set_message, get_message = "Message": str;
    conflict_type, set_conflict_type, get_conflict_type = "ConflictType": ref crate::types::ConflictType;
}

impl ReadJson for ConflictException {
    fn read(json: &mut Reader<'_>) -> Result<Self, ReadError> {
        let mut members = ConflictException::builder();
        json.begin_object()?;
        while let Some(key) = json.key()? {
            match &*key {
                "Message" => members.message = json.string()?,
                "ConflictType" => members.conflict_type = json.value()?,
                _ => json.skip()?,
            }
        }
        Ok(crate::support::shape::Correct::correct(members))
    }
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
    ThrottlingExceptionBuilder => ThrottlingException = "ThrottlingException";
    message, set_message, get_message = "Message": str;
}

impl ReadJson for ThrottlingException {
    fn read(json: &mut Reader<'_>) -> Result<Self, ReadError> {
        let mut members = ThrottlingException::builder();
        json.begin_object()?;
        while let Some(key) = json.key()? {
            match &*key {
                "Message" => members.message = json.string()?,
                _ => json.skip()?,
            }
        }
        Ok(crate::support::shape::Correct::correct(members))
    }
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
    ValidationExceptionBuilder => Result<ValidationException> = "ValidationException";
    message, set_message, get_message = "Message": required str;
}

impl ReadJson for ValidationException {
    fn read(json: &mut Reader<'_>) -> Result<Self, ReadError> {
        let mut members = ValidationException::builder();
        json.begin_object()?;
        while let Some(key) = json.key()? {
            match &*key {
                "Message" => members.message = json.string()?,
                _ => json.skip()?,
            }
        }
        Ok(crate::support::shape::Correct::correct(members))
    }
}
