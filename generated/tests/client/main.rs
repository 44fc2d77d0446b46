//! The client, over an HTTP client that never leaves the process.
#![allow(missing_docs, reason = "this is no library")]

mod calls;
mod customize;
mod drop_in;
mod errors;
mod kinder;
#[cfg(feature = "test-util")]
mod mocks;
mod retries;
mod server;
