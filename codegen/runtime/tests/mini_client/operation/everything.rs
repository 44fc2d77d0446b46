//! The operation `Everything`.
use crate::support::aws_json;
use crate::support::input::input;
use crate::support::operation::Operation;
use crate::support::operation_error::operation_error;
use crate::support::output::output;
use aws_smithy_types::error::operation::BuildError;

/// The operation `Everything`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Everything;

impl Operation for Everything {
    const NAME: &'static str = "Everything";
    type Input = EverythingInput;
    type Output = EverythingOutput;
    type Error = EverythingError;

    fn request(input: &Self::Input) -> Result<http::Request<bytes::Bytes>, BuildError> {
        aws_json::request!("application/x-amz-json-1.0", "VoiceID.Everything", input)
    }

    fn response<'a>(
        status: u16,
        header: &dyn Fn(&str) -> Option<&'a str>,
        body: &'a [u8],
    ) -> Result<Self::Output, Self::Error> {
        aws_json::response(status, header, body)
    }
}

/// The shape `EverythingInput`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct EverythingInput {
    /// The member `Text`.
    pub text: Option<String>,
    /// The member `Hidden`.
    pub hidden: Option<String>,
    /// The member `Flag`.
    pub flag: Option<bool>,
    /// The member `Tiny`.
    pub tiny: Option<i8>,
    /// The member `Count`.
    pub count: Option<i32>,
    /// The member `Long`.
    pub long: Option<i64>,
    /// The member `Small`.
    pub small: Option<f32>,
    /// The member `Double`.
    pub double: Option<f64>,
    /// The member `At`.
    pub at: Option<aws_smithy_types::DateTime>,
    /// The member `Iso`.
    pub iso: Option<aws_smithy_types::DateTime>,
    /// The member `Http`.
    pub http: Option<aws_smithy_types::DateTime>,
    /// The member `Data`.
    pub data: Option<aws_smithy_types::Blob>,
    /// The member `Any`.
    pub any: Option<aws_smithy_types::Document>,
    /// The member `Status`.
    pub status: Option<crate::types::DomainStatus>,
    /// The member `Secret`.
    pub secret: Option<crate::types::Secret>,
    /// The member `Ids`.
    pub ids: Option<Vec<String>>,
    /// The member `HiddenIds`.
    pub hidden_ids: Option<Vec<String>>,
    /// The member `Sparse`.
    pub sparse: Option<Vec<Option<String>>>,
    /// The member `Tags`.
    pub tags: Option<Vec<crate::types::Tag>>,
    /// The member `Matrix`.
    pub matrix: Option<Vec<Vec<i32>>>,
    /// The member `Labels`.
    pub labels: Option<std::collections::HashMap<String, String>>,
    /// The member `HiddenLabels`.
    pub hidden_labels: Option<std::collections::HashMap<String, String>>,
    /// The member `ByStatus`.
    pub by_status: Option<std::collections::HashMap<crate::types::DomainStatus, crate::types::Node>>,
    /// The member `SparseMap`.
    pub sparse_map: Option<std::collections::HashMap<String, Option<i32>>>,
    /// The member `Child`.
    pub child: Option<Box<crate::types::Node>>,
    /// The member `Ready`.
    pub ready: Option<bool>,
    /// The member `Names`.
    pub names: Option<Vec<String>>,
}

input! {
    EverythingInputBuilder => Result<EverythingInput>: write_json;
    text, set_text, get_text = "Text": str;
    hidden, set_hidden, get_hidden = "Hidden": sensitive str;
    flag, set_flag, get_flag = "Flag": copy bool;
    tiny, set_tiny, get_tiny = "Tiny": copy i8;
    count, set_count, get_count = "Count": copy i32;
    long, set_long, get_long = "Long": copy i64;
    small, set_small, get_small = "Small": copy f32;
    double, set_double, get_double = "Double": copy f64;
    at, set_at, get_at = "At": ref aws_smithy_types::DateTime;
    iso, set_iso, get_iso = "Iso" as DateTime: ref aws_smithy_types::DateTime;
    http, set_http, get_http = "Http" as HttpDate: ref aws_smithy_types::DateTime;
    data, set_data, get_data = "Data": sensitive ref aws_smithy_types::Blob;
    any, set_any, get_any = "Any": ref aws_smithy_types::Document;
    status, set_status, get_status = "Status": ref crate::types::DomainStatus;
    secret, set_secret, get_secret = "Secret": ref crate::types::Secret;
    ids, set_ids, get_ids = "Ids": list str;
    hidden_ids, set_hidden_ids, get_hidden_ids = "HiddenIds": sensitive list str;
    sparse, set_sparse, get_sparse = "Sparse": list ref Option<String>;
    tags, set_tags, get_tags = "Tags": list ref crate::types::Tag;
    matrix, set_matrix, get_matrix = "Matrix": list ref Vec<i32>;
    labels, set_labels, get_labels = "Labels": map str => str;
    hidden_labels, set_hidden_labels, get_hidden_labels = "HiddenLabels": sensitive map str => str;
    by_status, set_by_status, get_by_status = "ByStatus": map ref crate::types::DomainStatus => ref crate::types::Node;
    sparse_map, set_sparse_map, get_sparse_map = "SparseMap": map str => ref Option<i32>;
    child, set_child, get_child = "Child": boxed crate::types::Node;
    ready, set_ready, get_ready = "Ready": default(false) copy bool;
    names, set_names, get_names = "Names": required list str;
}

/// The shape `EverythingOutput`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct EverythingOutput {
    /// The member `Text`.
    pub text: Option<String>,
    /// The member `Hidden`.
    pub hidden: Option<String>,
    /// The member `Flag`.
    pub flag: Option<bool>,
    /// The member `Tiny`.
    pub tiny: Option<i8>,
    /// The member `Count`.
    pub count: Option<i32>,
    /// The member `Long`.
    pub long: Option<i64>,
    /// The member `Small`.
    pub small: Option<f32>,
    /// The member `Double`.
    pub double: Option<f64>,
    /// The member `At`.
    pub at: Option<aws_smithy_types::DateTime>,
    /// The member `Iso`.
    pub iso: Option<aws_smithy_types::DateTime>,
    /// The member `Http`.
    pub http: Option<aws_smithy_types::DateTime>,
    /// The member `Data`.
    pub data: Option<aws_smithy_types::Blob>,
    /// The member `Any`.
    pub any: Option<aws_smithy_types::Document>,
    /// The member `Status`.
    pub status: Option<crate::types::DomainStatus>,
    /// The member `Secret`.
    pub secret: Option<crate::types::Secret>,
    /// The member `Ids`.
    pub ids: Option<Vec<String>>,
    /// The member `HiddenIds`.
    pub hidden_ids: Option<Vec<String>>,
    /// The member `Sparse`.
    pub sparse: Option<Vec<Option<String>>>,
    /// The member `Tags`.
    pub tags: Option<Vec<crate::types::Tag>>,
    /// The member `Matrix`.
    pub matrix: Option<Vec<Vec<i32>>>,
    /// The member `Labels`.
    pub labels: Option<std::collections::HashMap<String, String>>,
    /// The member `HiddenLabels`.
    pub hidden_labels: Option<std::collections::HashMap<String, String>>,
    /// The member `ByStatus`.
    pub by_status: Option<std::collections::HashMap<crate::types::DomainStatus, crate::types::Node>>,
    /// The member `SparseMap`.
    pub sparse_map: Option<std::collections::HashMap<String, Option<i32>>>,
    /// The member `Child`.
    pub child: Option<Box<crate::types::Node>>,
    /// The member `Ready`.
    pub ready: bool,
    /// The member `Title`.
    pub title: String,
    /// The member `Required`.
    pub required: Option<crate::types::Required>,
    _request_id: Option<String>,
}

output! {
    EverythingOutputBuilder => EverythingOutput: read_json;
    text, set_text, get_text = "Text": str;
    hidden, set_hidden, get_hidden = "Hidden": sensitive str;
    flag, set_flag, get_flag = "Flag": copy bool;
    tiny, set_tiny, get_tiny = "Tiny": copy i8;
    count, set_count, get_count = "Count": copy i32;
    long, set_long, get_long = "Long": copy i64;
    small, set_small, get_small = "Small": copy f32;
    double, set_double, get_double = "Double": copy f64;
    at, set_at, get_at = "At": ref aws_smithy_types::DateTime;
    iso, set_iso, get_iso = "Iso" as DateTime: ref aws_smithy_types::DateTime;
    http, set_http, get_http = "Http" as HttpDate: ref aws_smithy_types::DateTime;
    data, set_data, get_data = "Data": sensitive ref aws_smithy_types::Blob;
    any, set_any, get_any = "Any": ref aws_smithy_types::Document;
    status, set_status, get_status = "Status": ref crate::types::DomainStatus;
    secret, set_secret, get_secret = "Secret": ref crate::types::Secret;
    ids, set_ids, get_ids = "Ids": list str;
    hidden_ids, set_hidden_ids, get_hidden_ids = "HiddenIds": sensitive list str;
    sparse, set_sparse, get_sparse = "Sparse": list ref Option<String>;
    tags, set_tags, get_tags = "Tags": list ref crate::types::Tag;
    matrix, set_matrix, get_matrix = "Matrix": list ref Vec<i32>;
    labels, set_labels, get_labels = "Labels": map str => str;
    hidden_labels, set_hidden_labels, get_hidden_labels = "HiddenLabels": sensitive map str => str;
    by_status, set_by_status, get_by_status = "ByStatus": map ref crate::types::DomainStatus => ref crate::types::Node;
    sparse_map, set_sparse_map, get_sparse_map = "SparseMap": map str => ref Option<i32>;
    child, set_child, get_child = "Child": boxed crate::types::Node;
    ready, set_ready, get_ready = "Ready": default(false) copy bool;
    title, set_title, get_title = "Title": sensitive default(String::from("none")) str;
    required, set_required, get_required = "Required": ref crate::types::Required;
}

/// Error of [`Everything`].
#[derive(Debug)]
#[non_exhaustive]
pub enum EverythingError {
    /// The error `AccessDeniedException`.
    AccessDeniedException(crate::types::error::AccessDeniedException),
    /// The error `ConflictException`.
    ConflictException(crate::types::error::ConflictException),
    /// The error `ThrottlingException`.
    ThrottlingException(crate::types::error::ThrottlingException),
    /// The error `ValidationException`.
    ValidationException(crate::types::error::ValidationException),
    /// Another error.
    #[deprecated(note = "match on `_` and use `code()`")]
    Unhandled(crate::error::sealed_unhandled::Unhandled),
}

operation_error! {
    EverythingError;
    AccessDeniedException, is_access_denied_exception = "AccessDeniedException";
    ConflictException, is_conflict_exception = "ConflictException";
    ThrottlingException, is_throttling_exception = "ThrottlingException";
    ValidationException, is_validation_exception = "ValidationException";
}
