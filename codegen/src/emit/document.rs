//! The expression of a constant document.

use super::prelude::Prelude;
use crate::model::Document;

/// An expression that gives the document.
pub fn expression(document: &Document, prelude: &Prelude) -> String {
    let list = |items: Vec<String>| items.join(", ");
    let string = |text: &str| format!("{}::from({text:?})", prelude.path("string", "String"));
    match document {
        Document::Null => "aws_smithy_types::Document::Null".to_owned(),
        Document::Boolean(value) => format!("aws_smithy_types::Document::Bool({value})"),
        Document::Integer(value) if *value < 0 => number("NegInt", &value.to_string()),
        Document::Integer(value) => number("PosInt", &value.to_string()),
        Document::Float(value) => number("Float", &format!("{value:?}")),
        Document::String(text) => format!("aws_smithy_types::Document::String({})", string(text)),
        Document::List(items) if items.is_empty() => {
            "aws_smithy_types::Document::Array(std::default::Default::default())".to_owned()
        }
        Document::List(items) => {
            let items = items.iter().map(|item| expression(item, prelude)).collect();
            format!("aws_smithy_types::Document::Array(::std::vec![{}])", list(items))
        }
        Document::Map(entries) if entries.is_empty() => {
            "aws_smithy_types::Document::Object(std::default::Default::default())".to_owned()
        }
        Document::Map(entries) => {
            let entry =
                |(key, value): &(String, Document)| format!("({}, {})", string(key), expression(value, prelude));
            format!("aws_smithy_types::Document::Object([{}].into())", list(entries.iter().map(entry).collect()))
        }
    }
}

fn number(variant: &str, value: &str) -> String {
    format!("aws_smithy_types::Document::Number(aws_smithy_types::Number::{variant}({value}))")
}
