//! The first page of the crate's documentation: each way to use it in a few lines, compiled as documentation tests.

use crate::ir::waiters::Waiter;
use crate::ir::{Crate, Operation};

/// The lines of the page.
pub fn lines(krate: &Crate) -> Vec<String> {
    let mut lines = vec![format!("A client for {}.", krate.title)];
    if !krate.docs.is_empty() {
        lines.push(String::new());
        lines.extend(krate.docs.iter().cloned());
    }
    let advised = krate.operations.iter().find(|operation| operation.deprecated.is_none());
    if let Some(operation) = advised.or(krate.operations.first()) {
        let name = &krate.ident();
        let has_region =
            krate.endpoint.parameters.iter().any(|parameter| parameter.setting.as_deref() == Some("region"));
        let is_signed = krate.service.signing_name().is_some();
        let sections = [
            client(name, operation),
            krate.operations.iter().find(|it| it.paginator.is_some()).map(|it| pages(name, it)).unwrap_or_default(),
            krate.waiters().first().map(|(_, waiter)| waiters(name, waiter)).unwrap_or_default(),
            features(is_signed),
            core(name, operation),
            if is_signed && has_region { sigv4(name, operation) } else { String::new() },
            tests(name, operation),
            SERDE.to_owned(),
            if krate.is_constrained() { VALIDATE.to_owned() } else { String::new() },
        ];
        lines.extend(sections.concat().lines().map(str::to_owned));
    }
    lines
}

fn client(krate: &str, operation: &Operation) -> String {
    let module = &operation.module;
    format!(
        "
# Client

`Client` calls the operations: it authenticates, finds the endpoint, retries and waits. It is used like those of the
`aws-sdk-*` crates, and takes the configuration that `aws_config` loads. Whatever is missing, in the
configuration or in an input, is an error of the call that says what to set; nothing is sent.

```no_run
# #[cfg(feature = \"client\")]
# async fn call(config: &aws_types::SdkConfig) -> Result<(), {krate}::Error> {{
let client = {krate}::Client::new(config);
let output = client.{module}().send().await?; // set the members before `send`
# let _ = output;
# Ok(())
# }}
```

The future of `send` owns all that the call needs. Its error, `error::SdkError`, says how far the call came, and has
the response if there was one; `into_service_error` gives the error of the operation. Neither is larger than with the
`aws-sdk-*` crates.
"
    )
}

fn pages(krate: &str, operation: &Operation) -> String {
    let module = &operation.module;
    format!(
        "
# Pages

What the service gives in pages, a paginator asks for page by page, as it is needed. `items()` in place of pages gives
their elements, where the model says what these are.

```no_run
# #[cfg(feature = \"client\")]
# async fn call(client: &{krate}::Client) -> Result<(), {krate}::Error> {{
let mut pages = client.{module}().into_paginator().send(); // set the members before `into_paginator`
while let Some(page) = pages.next().await {{
    let output = page?;
    # let _ = output;
}}
# Ok(())
# }}
```
"
    )
}

fn waiters(krate: &str, waiter: &Waiter) -> String {
    let Waiter { method, wire, .. } = waiter;
    format!(
        "
# Waiters

The trait `client::Waiters` has methods that call an operation again and again until something has happened, such as
`{wire}`. The delays in between grow.

```no_run
# #[cfg(feature = \"client\")]
# async fn call(client: &{krate}::Client) -> Result<(), {krate}::Error> {{
use {krate}::client::Waiters;

let longest = std::time::Duration::from_secs(600);
let last = client.{method}().wait(longest).await?; // set the members before `wait`
# let _ = last;
# Ok(())
# }}
```
"
    )
}

fn features(is_signed: bool) -> String {
    let sigv4 = if is_signed { "\n| `sigv4` | signatures for the requests of the core |" } else { "" };
    format!(
        "
# Features

| feature | |
| --- | --- |
| `client` | the client; without it the crate is its core, on `http` and `bytes` alone |
| `default-https-client`, `rustls` | an HTTPS client of its own; otherwise set `http_client` |
| `rt-tokio` | tokio's timers; otherwise a sleeping thread for each wait, or what `sleep_impl` is set to |
| `behavior-version-latest` | the newest defaults where no behavior version is set |
| `test-util` | settings for tests: `with_test_defaults_v2` |{sigv4}
| `serde` | `Serialize` and `Deserialize` of all data |

The first three rows are on by default.
"
    )
}

fn core(krate: &str, operation: &Operation) -> String {
    let (module, name, input) = (&operation.module, &operation.name, &operation.input.name);
    format!(
        "
# Core

An operation is two functions: input to request, and response to output or error. Which HTTP client
stands between them, and who signs, is up to the caller.

```no_run
use {krate}::operation::Operation;
use {krate}::operation::{module}::{{{name}, {input}}};

# fn exchange(_: http::Request<bytes::Bytes>) -> http::Response<bytes::Bytes> {{ unreachable!() }}
let input = {input}::builder().build()?;
let request = {name}::request(&input)?; // unsigned, with a path but no host
let output = {name}::parse(&exchange(request))?;
# Ok::<(), Box<dyn std::error::Error>>(())
```
"
    )
}

fn sigv4(krate: &str, operation: &Operation) -> String {
    let (module, name) = (&operation.module, &operation.name);
    format!(
        "
# Signed requests for any HTTP client

With the feature `sigv4`. For `reqwest`, `exchange` is `client.execute(request.try_into()?).await?`; for `ureq`, which
blocks, it is `agent.run(request)?`. What they return becomes a `http::Response` with its bytes.

```no_run
# #[cfg(feature = \"sigv4\")]
# mod example {{
# use {krate}::operation::{{Operation, {module}::{name}}};
# use {krate}::sigv4::Credentials;
# fn exchange(_: http::Request<bytes::Bytes>) -> http::Response<bytes::Bytes> {{ unreachable!() }}
# fn call(input: &<{name} as Operation>::Input, credentials: &Credentials) -> Result<(), {krate}::error::BoxError> {{
let params = {krate}::config::endpoint::Params::builder().region(\"us-east-1\").build()?;
let signer = {krate}::sigv4::signer(&params)?; // keep it: it keeps the signing key

let mut request = {name}::request(input)?;
signer.sign(&mut request, credentials, std::time::SystemTime::now())?;
let output = {name}::parse(&exchange(request))?;
# Ok(())
# }}
# }}
```
"
    )
}

fn tests(krate: &str, operation: &Operation) -> String {
    let (module, name) = (&operation.module, &operation.name);
    format!(
        "
# Tests without a network

A response is a value, and outputs and errors have builders. The published `aws-smithy-mocks` work with the client:
`mock_client!({krate}, [&rule])` with a rule such as `mock!(Client::{module}).then_output(|| ...)`.

```
use {krate}::operation::{{Operation, {module}::{name}}};

let response = http::Response::builder().status(400).body(r#\"{{\"__type\":\"NewException\",\"message\":\"why\"}}\"#)?;
let error = {name}::parse(&response).unwrap_err();
assert_eq!((error.meta().code(), error.meta().message()), (Some(\"NewException\"), Some(\"why\")));
# Ok::<(), http::Error>(())
```
"
    )
}

const VALIDATE: &str = "
# Constraints

With the feature `validate`, inputs have a method `validate` that says all that breaks a constraint of the model. No
call asks it: the service has the last word.
";

const SERDE: &str = "
# serde

With the feature `serde`, inputs, outputs, structures, unions, enums and modelled errors are `Serialize` and
`Deserialize`, for any format that describes itself, such as JSON, CBOR, YAML or MessagePack.

- They look as on the wire: maps with the names of the model, without members that are not set; blobs in base64;
  timestamps as seconds since 1970, unless the model has another format; floats without a number as `\"NaN\"`,
  `\"Infinity\"`, `\"-Infinity\"`. Numbers that a float would round (nanoseconds of today, say) are strings of digits.
- **Sensitive members are written**, since data that is stored must come back. `Debug` redacts them, serde does not.
- Unknown enum values are kept. Unknown members are ignored, and `null` is a member that is not set.
- A required member that is missing is an error, which names all of them. Only inputs may lack them until they are sent.
- What is no member is left out: request ids, and the metadata of errors. Unions newer than the crate cannot be written.
";
