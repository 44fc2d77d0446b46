//! Support code for generated clients: every file of `support/` is copied as it is into the crates that need it.
//!
//! Nothing here is generated. A generated crate has the same files under the same module path, so a file says
//! `super::name` and a macro `crate::support::name`.
#![allow(dead_code, unused_imports, unused_macros, reason = "what is copied is used by generated crates, not here")]

pub mod support;

/// Generated crates say here which service they are for.
#[cfg(feature = "client")]
impl Default for support::client_config::Builder {
    fn default() -> Self {
        unreachable!("there is no service here")
    }
}
