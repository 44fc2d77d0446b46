//! `awsJson1_0` and `awsJson1_1`: one `POST /` for every operation, a JSON object each way.
//!
//! The JSON itself is [`super::json`]'s.

use super::{Modules, Protocol, json};
use crate::ir::{Crate, Operation, Value};
use crate::model::TimestampFormat;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// `aws.protocols#awsJson1_0`
pub static AWS_JSON_1_0: AwsJson =
    AwsJson { id: "aws.protocols#awsJson1_0", content_type: "application/x-amz-json-1.0" };

/// `aws.protocols#awsJson1_1`
pub static AWS_JSON_1_1: AwsJson =
    AwsJson { id: "aws.protocols#awsJson1_1", content_type: "application/x-amz-json-1.1" };

/// The two versions differ in their media type only.
pub struct AwsJson {
    id: &'static str,
    content_type: &'static str,
}

impl Protocol for AwsJson {
    fn id(&self) -> &'static str {
        self.id
    }

    fn timestamp_format(&self) -> TimestampFormat {
        TimestampFormat::EpochSeconds
    }

    fn request(&self, krate: &Crate, operation: &Operation) -> TokenStream {
        let content_type = self.content_type;
        let target = format!("{}.{}", krate.service_name, operation.wire);
        let request = quote!(aws_json::request!(#content_type, #target, input));
        if krate.query_compatible { quote!(#request.map(crate::support::query_compatible::mode)) } else { request }
    }

    fn response(&self, krate: &Crate) -> TokenStream {
        let module = if krate.query_compatible { quote!(crate::support::query_compatible) } else { quote!(aws_json) };
        quote!(#module::response(status, header, body))
    }

    fn structure(&self) -> Modules {
        json::STRUCTURE
    }

    fn union(&self) -> Modules {
        json::UNION
    }

    fn support(&self, value: &Value, is_read: bool, is_written: bool, modules: &mut BTreeSet<&'static str>) {
        json::support(value, is_read, is_written, modules);
    }
}
