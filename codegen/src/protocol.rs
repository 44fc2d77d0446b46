//! What goes over the wire: one implementation of [`Protocol`] for each protocol, all listed in [`ALL`].
//!
//! The declarations of the types that travel are [`crate::emit`]'s concern.

mod aws_json;
mod json_read;
mod json_write;

use crate::emit::prelude::Prelude;
use crate::ir::{Crate, Operation, Structure, Union, Value};
use crate::model::TimestampFormat;
use proc_macro2::TokenStream;
use std::collections::BTreeSet;

/// Every protocol that can be generated, best first: a service that speaks several gets the first of these.
pub static ALL: &[&dyn Protocol] = &[&aws_json::AWS_JSON_1_0, &aws_json::AWS_JSON_1_1];

/// The questions that the generator asks a protocol.
pub trait Protocol: Sync {
    /// Id of the protocol trait.
    fn id(&self) -> &'static str;

    /// The timestamp format where neither member nor target has `smithy.api#timestampFormat`.
    fn timestamp_format(&self) -> TimestampFormat;

    /// Body of `Operation::request`, which has `input` in scope.
    fn request(&self, krate: &Crate, operation: &Operation) -> TokenStream;

    /// Body of `Operation::response`, which has `status`, `header` and `body` in scope.
    fn response(&self, krate: &Crate) -> TokenStream;

    /// The `impl` that reads a structure from a response.
    fn read(&self, structure: &Structure, prelude: &Prelude) -> TokenStream;

    /// The `impl` that writes a structure to a request.
    fn write(&self, structure: &Structure, prelude: &Prelude) -> TokenStream;

    /// The `impl` that reads a union from a response.
    fn read_union(&self, union: &Union, prelude: &Prelude) -> TokenStream;

    /// The `impl` that writes a union to a request.
    fn write_union(&self, union: &Union, prelude: &Prelude) -> TokenStream;

    /// Adds the support modules that the code of this protocol needs for a member, beside those its text names. The
    /// member of a union may have no value.
    fn support(&self, value: Option<&Value>, is_read: bool, is_written: bool, modules: &mut BTreeSet<&'static str>);
}
