//! A client with few features: no file that it needs may have anything that it does not.
#![deny(warnings)]
#![forbid(unsafe_code)]

#[path = "../../src/support"]
mod support {
    pub(crate) mod aws_json;
    pub(crate) mod envelope;
    pub(crate) mod error;
    pub(crate) mod host;
    pub(crate) mod input;
    pub(crate) mod member;
    pub(crate) mod number;
    pub(crate) mod operation;
    pub(crate) mod operation_error;
    pub(crate) mod output;
    pub(crate) mod path;
    pub(crate) mod read;
    pub(crate) mod read_json;
    pub(crate) mod request_id;
    pub(crate) mod scan;
    #[cfg(feature = "serde")]
    pub(crate) mod serde_shape;
    #[cfg(feature = "serde")]
    pub(crate) mod serde_value;
    pub(crate) mod service_error;
    pub(crate) mod shape;
    pub(crate) mod write;
    pub(crate) mod write_json;
}
pub use support::operation::Operation;
pub use support::request_id::RequestId;

pub mod error {
    //! Errors.
    pub(crate) mod sealed_unhandled {
        pub use crate::support::error::Unhandled;
    }
}

mod error_meta {
    crate::support::service_error::service_error! {
        Error;
    }
}
pub use error_meta::Error;

/// operation.
pub mod operation {
    use crate::support::aws_json;
    use crate::support::input::input;
    use crate::support::operation::Operation;
    use crate::support::operation_error::operation_error;
    use crate::support::output::output;
    use aws_smithy_types::error::operation::BuildError;

    /// The operation `Plain`.
    #[derive(Clone, Debug, Default)]
    #[non_exhaustive]
    pub struct Plain;

    impl Operation for Plain {
        const NAME: &'static str = "Plain";
        type Input = PlainInput;
        type Output = PlainOutput;
        type Error = PlainError;

        fn request(input: &Self::Input) -> Result<http::Request<bytes::Bytes>, BuildError> {
            aws_json::request!("application/x-amz-json-1.0", "VoiceID.Plain", input)
        }

        fn response<'a>(
            status: u16,
            header: &dyn Fn(&str) -> Option<&'a str>,
            body: &'a [u8],
        ) -> Result<Self::Output, Self::Error> {
            aws_json::response(status, header, body)
        }
    }

    /// The shape `PlainInput`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PlainInput {
        /// The member `Name`.
        pub name: Option<String>,
    }

    input! {
        PlainInputBuilder => Result<PlainInput>: write_json;
        name, set_name, get_name = "Name": str;
    }

    /// The shape `PlainOutput`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PlainOutput {
        /// The member `Name`.
        pub name: Option<String>,
        _request_id: Option<String>,
    }

    output! {
        PlainOutputBuilder => PlainOutput: read_json;
        name, set_name, get_name = "Name": str;
    }

    /// Error of [`Plain`].
    #[derive(Debug)]
    #[non_exhaustive]
    pub enum PlainError {
        /// Another error.
        #[deprecated(note = "match on `_` and use `code()`")]
        Unhandled(crate::error::sealed_unhandled::Unhandled),
    }

    operation_error! {
        PlainError;
    }
}
