//! The error of all operations.

crate::support::service_error::service_error! {
    Error;
    AccessDeniedException;
    ConflictException;
    ThrottlingException;
    ValidationException;
}
