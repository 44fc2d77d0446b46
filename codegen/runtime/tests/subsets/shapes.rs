//! A client with few features: no file that it needs may have anything that it does not.
#![deny(warnings)]
#![forbid(unsafe_code)]

#[path = "../../src/support"]
mod support {
    pub(crate) mod aws_json;
    pub(crate) mod envelope;
    pub(crate) mod error;
    pub(crate) mod error_shape;
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
    pub(crate) mod serde_enum;
    #[cfg(feature = "serde")]
    pub(crate) mod serde_shape;
    #[cfg(feature = "serde")]
    pub(crate) mod serde_value;
    pub(crate) mod service_error;
    pub(crate) mod shape;
    pub(crate) mod string_enum;
    pub(crate) mod structure;
    pub(crate) mod write;
    pub(crate) mod write_json;
}
pub use support::operation::Operation;
pub use support::request_id::RequestId;
pub use support::string_enum::UnknownVariantError;

pub mod error {
    //! Errors.
    pub(crate) mod sealed_unhandled {
        pub use crate::support::error::Unhandled;
    }
}

/// types.
pub mod types {
    use crate::support::string_enum::string_enum;
    use crate::support::structure::structure;

    /// The enumeration `Kind`.
    #[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum Kind {
        /// `A`
        A,
        /// A newer value.
        #[deprecated(note = "match on `_`")]
        Unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue),
    }

    string_enum! {
        Kind;
        A = "A";
    }

    /// The shape `Inner`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Inner {
        /// The member `Kind`.
        pub kind: Option<crate::types::Kind>,
    }

    structure! {
        InnerBuilder => Inner: read_json;
        kind, set_kind, get_kind = "Kind": ref crate::types::Kind;
    }

    /// error.
    pub mod error {
        use crate::support::error_shape::error;

        /// The shape `FooError`.
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub struct FooError {
            /// The member `Message`.
            pub message: Option<String>,
            pub(crate) meta: aws_smithy_types::error::ErrorMetadata,
        }

        error! {
            FooErrorBuilder => FooError = "FooError": read_json;
            message, set_message, get_message = "Message": str;
        }
    }
}

pub(crate) mod primitives {
    pub(crate) mod sealed_enum_unknown {
        pub use crate::support::string_enum::UnknownVariantValue;
    }
}

mod error_meta {
    crate::support::service_error::service_error! {
        Error;
        FooError;
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
    pub struct PlainInput {}

    input! {
        PlainInputBuilder => Result<PlainInput>: write_json;
    }

    /// The shape `PlainOutput`.
    #[derive(Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PlainOutput {
        /// The member `Inner`.
        pub inner: Option<crate::types::Inner>,
        _request_id: Option<String>,
    }

    output! {
        PlainOutputBuilder => PlainOutput: read_json;
        inner, set_inner, get_inner = "Inner": ref crate::types::Inner;
    }

    /// Error of [`Plain`].
    #[derive(Debug)]
    #[non_exhaustive]
    pub enum PlainError {
        /// The error `FooError`.
        FooError(crate::types::error::FooError),
        /// Another error.
        #[deprecated(note = "match on `_` and use `code()`")]
        Unhandled(crate::error::sealed_unhandled::Unhandled),
    }

    operation_error! {
        PlainError;
        FooError, is_foo_error = "FooError";
    }
}
