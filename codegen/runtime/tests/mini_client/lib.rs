//! A client as the generator would write it, compiled as a library: nothing copied may be unused.
#![deny(warnings)]
#![warn(missing_docs)]
#![forbid(unsafe_code)]

pub mod error;
mod error_meta;
pub mod operation;
pub mod primitives;
mod support;
pub mod types;

pub use error_meta::Error;
