//! The text of the tests: one function a case.

use super::values::Values;
use crate::diagnostic::Diagnostics;
use crate::ir::{Crate, Operation, Structure};
use crate::traits::cases::{Case, Message, Request};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The file of the tests of one service.
pub struct Tests<'c> {
    krate: &'c Crate,
    values: Values<'c>,
    names: BTreeSet<String>,
    text: String,
}

impl<'c> Tests<'c> {
    /// No tests yet.
    pub fn new(krate: &'c Crate) -> Self {
        let text = "//! Conformance tests, generated from the cases of the model.\n\nmod check;\n".to_owned();
        Self { krate, values: Values::new(krate), names: BTreeSet::new(), text }
    }

    /// The whole file.
    pub fn finish(self) -> String {
        self.text
    }

    /// Adds the test of a case of an operation, and gives its name.
    pub fn operation(&mut self, operation: &Operation, case: &Case<'_>, log: &mut Diagnostics) -> Option<String> {
        let body = match &case.message {
            Message::Request(request) => self.request(operation, case, request, log)?,
            Message::Response(status) => {
                let output = &operation.output;
                let same = self.same(output, &self.path(operation, &output.name), case, log)?;
                let read = self.read(operation, status, case);
                format!("{read}    let actual = actual.expect(\"an output\");\n{same}{}", self.request_id(case))
            }
        };
        self.add(case, &body)
    }

    /// Adds the test of a case of an error, and gives its name; none if no operation has the error.
    pub fn error(&mut self, error: &Structure, case: &Case<'_>, log: &mut Diagnostics) -> Option<String> {
        let has_error =
            |operation: &&Operation| operation.error.variants.iter().any(|variant| variant.name == error.name);
        let operation = self.krate.operations.iter().find(has_error)?;
        let Message::Response(status) = &case.message else {
            return None;
        };
        let krate = self.krate.ident();
        let same = self.same(error, &format!("{krate}::types::error::{}", error.name), case, log)?;
        let variant = format!("{}::{}", self.path(operation, &operation.error.name), error.name);
        let mut body = self.read(operation, status, case);
        let _ = writeln!(body, "    let error = actual.expect_err(\"an error\");");
        let _ = writeln!(body, "    let {variant}(actual) = error else {{ panic!(\"another error: {{error:?}}\") }};");
        body += &same;
        for (key, value) in &case.vendor {
            let actual = if key == "code" { "meta.code()".to_owned() } else { format!("meta.extra({key:?})") };
            let _ = writeln!(body, "    let meta = {krate}::error::ProvideErrorMetadata::meta(&actual);");
            let _ = writeln!(body, "    assert_eq!({actual}, Some({value:?}));");
        }
        self.add(case, &body)
    }

    fn add(&mut self, case: &Case<'_>, body: &str) -> Option<String> {
        if case.for_server || case.protocol != self.krate.protocol.id() {
            return Some(String::new());
        }
        let kind = match case.message {
            Message::Request(_) => "request",
            Message::Response(_) => "response",
        };
        let id: String = case.id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        let mut name = format!("{kind}_{id}");
        while !self.names.insert(name.clone()) {
            name.push('_');
        }
        let _ = write!(self.text, "\n#[test]\n#[allow(non_snake_case)]\nfn {name}() {{\n{body}}}\n");
        Some(name)
    }

    fn request(&self, operation: &Operation, case: &Case<'_>, own: &Request, log: &mut Diagnostics) -> Option<String> {
        let input =
            self.values.structure(&operation.input, &self.path(operation, &operation.input.name), case.params, log)?;
        let krate = self.krate.ident();
        let marker = self.path(operation, &operation.name);
        let mut text = String::new();
        let _ = writeln!(text, "    use {krate}::operation::Operation;");
        let token = operation.input.fields.iter().find(|field| field.is_token);
        let _ = writeln!(text, "    let {}input = {input};", if token.is_some() { "mut " } else { "" });
        if let Some(field) = token {
            let _ = writeln!(text, "    input.{}.get_or_insert_with(|| check::TOKEN.to_owned());", field.name);
        }
        let endpoint = format!("https://{}", own.host.as_deref().unwrap_or("example.com"));
        let _ = writeln!(text, "    let request = {marker}::request_to(&input, {endpoint:?}).expect(\"a request\");");
        let _ = writeln!(text, "    let expected = check::Expected {{");
        let _ = writeln!(text, "        method: {:?},\n        uri: {:?},", own.method, own.uri);
        let _ = writeln!(text, "        host: {:?},", own.resolved_host);
        let lists = [
            ("query", &own.query),
            ("forbid_query", &own.forbid_query),
            ("require_query", &own.require_query),
            ("forbid_headers", &own.forbid_headers),
            ("require_headers", &own.require_headers),
        ];
        for (name, list) in lists {
            let _ = writeln!(text, "        {name}: &{list:?},");
        }
        let _ = writeln!(text, "        headers: &{:?},", case.headers);
        let _ = writeln!(text, "        body: {:?},\n        media_type: {:?},\n    }};", case.body, case.media_type);
        text += "    check::request(&request, &expected);\n";
        Some(text)
    }

    /// Reads the response as `actual`.
    fn read(&self, operation: &Operation, status: &str, case: &Case<'_>) -> String {
        let krate = self.krate.ident();
        let body = case.body.as_deref().unwrap_or_default();
        let marker = self.path(operation, &operation.name);
        format!(
            "    use {krate}::operation::Operation;\n    let response = check::response({status}, &{:?}, {body:?});\n    \
             let actual = {marker}::parse(&response);\n",
            case.headers
        )
    }

    /// Compares each member of `actual` with what the case says.
    fn same(&self, own: &Structure, path: &str, case: &Case<'_>, log: &mut Diagnostics) -> Option<String> {
        let expected = self.values.structure(own, path, case.params, log)?;
        let mut text = String::new();
        if own.fields.is_empty() {
            return Some("    let _ = actual;\n".to_owned());
        }
        let _ = writeln!(text, "    let expected = {expected};");
        for field in &own.fields {
            let name = &field.name;
            let _ = writeln!(text, "    check::same({:?}, &actual.{name}, &expected.{name});", field.wire);
        }
        Some(text)
    }

    fn request_id(&self, case: &Case<'_>) -> String {
        let id = case.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("x-amzn-requestid"));
        let krate = self.krate.ident();
        id.map(|(_, id)| format!("    assert_eq!({krate}::operation::RequestId::request_id(&actual), Some({id:?}));\n"))
            .unwrap_or_default()
    }

    fn path(&self, operation: &Operation, name: &impl std::fmt::Display) -> String {
        format!("{}::operation::{}::{name}", self.krate.ident(), operation.module)
    }
}
