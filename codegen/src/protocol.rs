//! What goes over the wire: one implementation of [`Protocol`] for each protocol, all listed in [`ALL`].
//!
//! The declarations of the types that travel are [`crate::emit`]'s concern.

mod aws_json;
mod json;

use crate::ir::{Crate, Operation, Value};
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

    /// The modules of structures.
    fn structure(&self) -> Modules;

    /// The modules of unions.
    fn union(&self) -> Modules;

    /// Adds the support modules for the value of a member, beside those its text names.
    fn support(&self, value: &Value, is_read: bool, is_written: bool, modules: &mut BTreeSet<&'static str>);
}

/// Modules of the runtime: one reads what responses hold, the other writes what requests hold. For structures and unions
/// each has a macro `members!`, which gets the name of the shape and its rows.
#[derive(Clone, Copy)]
pub struct Modules {
    pub read: &'static str,
    pub write: &'static str,
}

impl Modules {
    /// Those that are needed.
    pub fn those(self, is_read: bool, is_written: bool) -> impl Iterator<Item = &'static str> + Clone {
        is_read.then_some(self.read).into_iter().chain(is_written.then_some(self.write))
    }
}
