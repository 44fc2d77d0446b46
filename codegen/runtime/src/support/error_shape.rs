//! Errors that the model names: structures that know code, message and request id. The rest is `shape`'s.

use super::read::{Members, Reader};
use super::shape::Correct;

/// Reads the members of an error. If they cannot be read they stay unset, for the code already says what happened.
pub fn read<T: Correct<Builder: Members>>(body: &[u8]) -> T {
    let mut builder = T::Builder::default();
    T::correct(if fill(&mut builder, body) { builder } else { T::Builder::default() })
}

fn fill(builder: &mut dyn Members, body: &[u8]) -> bool {
    Reader::new(body).is_ok_and(|mut json| json.object(builder).is_ok())
}

/// The field of a message.
pub trait Message {
    /// What the response said. A required message that is missing has been read as an empty one.
    fn own(&self) -> Option<&str>;
}

impl Message for String {
    fn own(&self) -> Option<&str> {
        Some(self.as_str()).filter(|message| !message.is_empty())
    }
}

impl Message for Option<String> {
    fn own(&self) -> Option<&str> {
        self.as_deref()
    }
}

/// Declares the builder and the methods of an error. The modules behind the colon read it. One of the rows is `message`;
/// if that is sensitive, the code in the head is followed by the word, and only the field has the text.
macro_rules! error {
    ($Builder:ident => Result<$Name:ident> = $code:literal $($sensitive:ident)?: $($module:ident),+; $($rows:tt)*) => {
        crate::support::error_shape::error! { @fallible $Builder $Name [$($module)+] $code [$($sensitive)?] $($rows)* }
    };
    ($Builder:ident => $Name:ident = $code:literal $($sensitive:ident)?: $($module:ident),+; $($rows:tt)*) => {
        crate::support::error_shape::error! { @infallible $Builder $Name [$($module)+] $code [$($sensitive)?] $($rows)* }
    };
    (@shown $message:expr, []) => { $message };
    (@shown $message:expr, [sensitive]) => { $message.and(::std::option::Option::Some("*** Sensitive Data Redacted ***")) };
    (@hide $meta:expr, []) => {};
    (@hide $meta:expr, $secrecy:tt) => {
        if let ::std::option::Option::Some(shown) = crate::support::error_shape::error!(@shown $meta.message(), $secrecy) {
            $meta = $meta.into_builder().message(shown).build();
        }
    };
    (@$how:ident $Builder:ident $Name:ident $modules:tt $code:literal $secrecy:tt $($rows:tt)*) => {
        crate::support::shape::shape! {
            [$how $Builder $Name meta: aws_smithy_types::error::ErrorMetadata] $modules $($rows)*
        }

        impl $Builder {
            /// Sets what the response said besides the members.
            pub fn meta(mut self, meta: aws_smithy_types::error::ErrorMetadata) -> Self {
                self.meta = meta;
                self
            }

            /// Sets or clears what the response said besides the members.
            pub fn set_meta(&mut self, meta: ::std::option::Option<aws_smithy_types::error::ErrorMetadata>) -> &mut Self {
                self.meta = meta.unwrap_or_default();
                self
            }
        }

        impl ::std::convert::From<crate::support::envelope::Envelope<'_>> for $Name {
            fn from(envelope: crate::support::envelope::Envelope<'_>) -> Self {
                let mut error: Self = crate::support::error_shape::read(envelope.body);
                error.meta = envelope.meta;
                match (crate::support::error_shape::Message::own(&error.message), error.meta.message()) {
                    (::std::option::Option::Some(own), _) => error.meta = error.meta.into_builder().message(own).build(),
                    (_, ::std::option::Option::Some(text)) => error.message = text.to_owned().into(),
                    _ => {}
                }
                crate::support::error_shape::error! { @hide error.meta, $secrecy }
                error
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($code)?;
                let message = ::std::option::Option::<&::std::string::String>::from(&self.message);
                let message = crate::support::error_shape::error!(@shown message.map(|message| message.as_str()), $secrecy);
                message.map_or(::std::result::Result::Ok(()), |message| write!(f, ": {message}"))
            }
        }

        impl std::error::Error for $Name {}

        impl aws_smithy_types::error::metadata::ProvideErrorMetadata for $Name {
            fn meta(&self) -> &aws_smithy_types::error::ErrorMetadata {
                &self.meta
            }
        }

        impl crate::support::request_id::RequestId for $Name {
            fn request_id(&self) -> ::std::option::Option<&str> {
                self.meta.request_id()
            }
        }
    };
}

pub(crate) use error;
