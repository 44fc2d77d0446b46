//! Errors that the model names: structures that know code, message and request id. The rest is `shape`'s.

use super::read::{Members, Reader};
use super::shape::Correct;
use aws_smithy_types::error::metadata::ErrorMetadata;
use std::fmt::{Formatter, Result};

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
    /// Its text.
    fn text(&self) -> Option<&str>;

    /// What the response said. A required message that is missing has been read as an empty one.
    fn own(&self) -> Option<&str>;
}

impl Message for String {
    fn text(&self) -> Option<&str> {
        Some(self)
    }

    fn own(&self) -> Option<&str> {
        self.text().filter(|message| !message.is_empty())
    }
}

impl Message for Option<String> {
    fn text(&self) -> Option<&str> {
        self.as_deref()
    }

    fn own(&self) -> Option<&str> {
        self.text()
    }
}

/// One message for both: the error's own goes before that of the response, which is returned where the error has none.
pub fn share(meta: ErrorMetadata, own: Option<&str>) -> (ErrorMetadata, Option<String>) {
    match own {
        Some(own) => (meta.into_builder().message(own).build(), None),
        None => {
            let text = meta.message().map(str::to_owned);
            (meta, text)
        }
    }
}

/// Code and message.
pub fn show(code: &str, message: Option<&str>, f: &mut Formatter<'_>) -> Result {
    f.write_str(code)?;
    match message {
        Some(message) => write!(f, ": {message}"),
        None => Ok(()),
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
                let (meta, text) =
                    crate::support::error_shape::share(envelope.meta, crate::support::error_shape::Message::own(&error.message));
                error.meta = meta;
                if let ::std::option::Option::Some(text) = text {
                    error.message = text.into();
                }
                crate::support::error_shape::error! { @hide error.meta, $secrecy }
                error
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let message = crate::support::error_shape::Message::text(&self.message);
                crate::support::error_shape::show($code, crate::support::error_shape::error!(@shown message, $secrecy), f)
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
