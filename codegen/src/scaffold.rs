//! The files that a new crate begins with and that are its author's from then on: README and a first wire test.

mod sample;

use crate::diagnostic::Diagnostics;
use crate::ir::{Crate, Operation, Type};
use crate::{Request, Tree, crate_of};

/// `README.md` and `tests/wire.rs` of a new crate. Its sources are [`crate::generate`]'s, its manifest the caller's.
///
/// # Errors
/// As [`crate::generate`].
pub fn scaffold(request: &Request<'_>) -> Result<Tree, Diagnostics> {
    let krate = crate_of(request)?;
    let files = [("README.md", readme(&krate)), ("tests/wire.rs", test(&krate))];
    Ok(files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect())
}

fn readme(krate: &Crate) -> String {
    let operations: String = krate.operations.iter().map(|operation| format!("- `{}`\n", operation.wire)).collect();
    format!(
        "# {package}

A client for {title}, generated from its Smithy model. Operations:

{operations}
`src/` and `api.txt`, the list of public items, are written by `cargo xtask codegen` and must not be edited. The model
and the selected operations stand in `Cargo.toml` below `[package.metadata.codegen]`; `cargo xtask inspect {package}`
says what they drag in.
",
        package = krate.package,
        title = krate.title,
    )
}

fn test(krate: &Crate) -> String {
    let mut text = format!(
        "//! What goes over the wire. Add here what matters to you: this file is not generated again.
{permission}
use {krate}::operation::Operation;
",
        krate = krate.ident(),
        permission = permission(krate),
    );
    let Some(operation) = krate.operations.first() else { return text };
    let Operation { name, module, input, .. } = operation;
    let request = request_test(krate, operation);
    let input = if request.is_some() { format!("{{{name}, {}}}", input.name) } else { name.to_string() };
    text.push_str(&format!("use {}::operation::{module}::{input};\n", krate.ident()));
    text.push_str(&request.unwrap_or_default());
    text.push_str(&format!(
        r#"
#[test]
fn an_empty_response_is_an_output() {{
    {name}::parse(&http::Response::new("{{}}")).expect("an output");
}}

#[test]
fn an_error_keeps_what_the_response_says() {{
    let body = r#"{{"__type":"NeverHeardOf","message":"why"}}"{hash};
    let response = http::Response::builder().status(400).body(body).expect("a response");
    let error = {name}::parse(&response).expect_err("an error");
    assert_eq!(error.meta().code(), Some("NeverHeardOf"));
    assert_eq!(error.meta().message(), Some("why"));
}}
"#,
        hash = '#'
    ));
    text
}

/// Leave to name what the model deprecates, which the required members may be.
fn permission(krate: &Crate) -> &'static str {
    let types = krate.types.iter().any(Type::names_deprecated);
    match types || krate.operations.iter().any(|operation| operation.names_deprecated) {
        true => "#![allow(deprecated, reason = \"the model deprecates some of it\")]\n",
        false => "",
    }
}

/// Compares the request of an input that has its required members.
fn request_test(krate: &Crate, operation: &Operation) -> Option<String> {
    let (input, json) = sample::input(krate, &operation.input)?;
    Some(format!(
        r#"
#[test]
fn the_request_is_what_the_service_expects() {{
    let input = {input};
    let request = {name}::request(&input).expect("a request");
    assert_eq!(request.headers()["x-amz-target"], "{service}.{wire}");
    assert_eq!(std::str::from_utf8(request.body()).expect("UTF-8"), r#"{json}"{hash});
}}
"#,
        name = operation.name,
        service = krate.service_name,
        wire = operation.wire,
        hash = '#'
    ))
}
