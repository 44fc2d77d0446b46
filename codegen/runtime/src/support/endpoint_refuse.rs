//! Errors that rules give.

/// The error with the text that `format!` would make.
macro_rules! refuse {
    ($($message:tt)+) => {
        Err(crate::support::endpoint_error::ResolveEndpointError::message(format_args!($($message)+).to_string()))
    };
}

pub(crate) use refuse;
