//! The operation `UpdateDomain`.
use crate::support::aws_json;
use crate::support::input::input;
use crate::support::operation::Operation;
use crate::support::operation_error::operation_error;
use crate::support::output::output;
use aws_smithy_types::error::operation::BuildError;

/// The operation `UpdateDomain`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct UpdateDomain;

impl Operation for UpdateDomain {
    const NAME: &'static str = "UpdateDomain";
    type Input = UpdateDomainInput;
    type Output = UpdateDomainOutput;
    type Error = UpdateDomainError;

    fn request(input: &Self::Input) -> Result<http::Request<bytes::Bytes>, BuildError> {
        aws_json::request!("application/x-amz-json-1.0", "VoiceID.UpdateDomain", input)
    }

    fn response<'a>(
        status: u16,
        header: &dyn Fn(&str) -> Option<&'a str>,
        body: &'a [u8],
    ) -> Result<Self::Output, Self::Error> {
        aws_json::response(status, header, body)
    }
}

/// The shape `UpdateDomainInput`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateDomainInput {
    /// The member `DomainId`.
    pub domain_id: Option<String>,
    /// The member `Name`.
    pub name: Option<String>,
    /// The member `Description`.
    pub description: Option<String>,
    /// The member `ServerSideEncryptionConfiguration`.
    pub server_side_encryption_configuration: Option<crate::types::ServerSideEncryptionConfiguration>,
}

input! {
    UpdateDomainInputBuilder => Result<UpdateDomainInput>: write_json;
    domain_id, set_domain_id, get_domain_id = "DomainId": required str;
    name, set_name, get_name = "Name": sensitive required str;
    description, set_description, get_description = "Description": sensitive str;
    server_side_encryption_configuration, set_server_side_encryption_configuration, get_server_side_encryption_configuration = "ServerSideEncryptionConfiguration": required ref crate::types::ServerSideEncryptionConfiguration;
}

/// The shape `UpdateDomainOutput`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateDomainOutput {
    /// The member `Domain`.
    pub domain: Option<crate::types::Domain>,
    _request_id: Option<String>,
}

output! {
    UpdateDomainOutputBuilder => UpdateDomainOutput: read_json;
    domain, set_domain, get_domain = "Domain": ref crate::types::Domain;
}

/// Error of [`UpdateDomain`].
#[derive(Debug)]
#[non_exhaustive]
pub enum UpdateDomainError {
    /// The error `AccessDeniedException`.
    AccessDeniedException(crate::types::error::AccessDeniedException),
    /// The error `ConflictException`.
    ConflictException(crate::types::error::ConflictException),
    /// The error `ThrottlingException`.
    ThrottlingException(crate::types::error::ThrottlingException),
    /// The error `ValidationException`.
    ValidationException(crate::types::error::ValidationException),
    /// Another error.
    #[deprecated(note = "match on `_` and use `code()`")]
    Unhandled(crate::error::sealed_unhandled::Unhandled),
}

operation_error! {
    UpdateDomainError;
    AccessDeniedException, is_access_denied_exception = "AccessDeniedException";
    ConflictException, is_conflict_exception = "ConflictException";
    ThrottlingException, is_throttling_exception = "ThrottlingException";
    ValidationException, is_validation_exception = "ValidationException";
}
