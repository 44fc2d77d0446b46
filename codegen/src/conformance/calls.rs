//! Endpoint cases by the calls that come to them: a crate with the operations that a service's cases name, and a test
//! for each call, which a client makes and which ends in memory.

use super::values::Values;
use super::{NoTest, facts, package};
use crate::ast::{Ast, Entry, ShapeId};
use crate::diagnostic::{Diagnostics, Source};
use crate::endpoint::partitions::Partition;
use crate::endpoint::rules::{Literal, RuleSet};
use crate::ir::endpoint::{Case, ExprKind};
use crate::ir::{Crate, Operation};
use crate::model::{Model, Protocol};
use crate::resolve::{self, Operations, Selection};
use crate::skip::{self, Skipped};
use crate::traits::OperationInput;
use crate::{Tree, emit, endpoint, lower, manifest, names, protocol, render};
use std::collections::BTreeSet;

/// The calls that the endpoint cases of a service name.
pub struct Calls {
    /// The files of the crate, manifest included.
    pub tree: Tree,
    /// The name of the test of each call.
    pub tests: Vec<String>,
    /// Why other calls have no test.
    pub others: Vec<NoTest>,
}

/// Those of a service; none if its cases name no calls.
pub(super) fn of(
    source: &Source,
    ast: &Ast<'_>,
    service: &ShapeId,
    partitions: &[Partition],
) -> Result<Option<Calls>, Diagnostics> {
    let mut log = Diagnostics::new();
    let inputs: Vec<_> = facts(ast, service.as_str()).flat_map(|facts| facts.operation_inputs(&mut log)).collect();
    let names: BTreeSet<_> = inputs.iter().flatten().map(|input| input.operation.clone()).collect();
    if names.is_empty() {
        return log.into_result(None);
    }
    let selection =
        Selection { service: Some(service.to_string()), operations: Operations::Named(names.into_iter().collect()) };
    let mut calls = Calls { tree: Tree::new(), tests: Vec::new(), others: Vec::new() };
    let (mut model, skipped) = match callable(source, ast, &selection)? {
        Ok(callable) => callable,
        Err(reason) => {
            calls.others = inputs.iter().flatten().map(|_| NoTest::Unsupported(reason.clone())).collect();
            return log.into_result(Some(calls));
        }
    };
    if let ([], Some(any)) = (&model.service.protocols[..], protocol::ALL.first()) {
        // Models that are about endpoints alone have none, and any will do.
        model.service.protocols.push(Protocol { id: any.id().to_owned(), span: model.service.span });
    }
    let krate = lower::lower(&model, &format!("{}-calls", package(service.name())), &source.path)?;
    let rules = model.service.endpoint_rules.as_ref();
    let writer = Writer { krate: &krate, values: Values::new(&krate), rules };
    let text = writer.tests(&inputs, &skipped, &mut calls, &mut log);
    calls.tree = tree(&krate, partitions, &text);
    log.into_result(Some(calls))
}
/// What can be called of a selection, and what cannot; or why nothing can.
fn callable(
    source: &Source,
    ast: &Ast<'_>,
    selection: &Selection,
) -> Result<Result<(Model, Vec<Skipped>), String>, Diagnostics> {
    let skip::Supported { selection, skipped } = match skip::supported(source, selection) {
        Ok(supported) => supported,
        Err(faults) => return skip::reason(&faults).map(Err).ok_or(faults),
    };
    let model = resolve::resolve(ast, &selection)?;
    let spoken = &model.service.protocols;
    let is_known = |own: &Protocol| protocol::ALL.iter().any(|known| known.id() == own.id);
    Ok(match spoken.is_empty() || spoken.iter().any(is_known) {
        true => Ok((model, skipped)),
        false => Err("the service speaks no protocol that is supported".to_owned()),
    })
}

struct Writer<'c> {
    krate: &'c Crate,
    values: Values<'c>,
    rules: Option<&'c RuleSet>,
}

impl Writer<'_> {
    /// The text of all tests. Adds their names to the calls, and what has no test.
    fn tests(
        &self,
        inputs: &[Vec<OperationInput<'_>>],
        skipped: &[Skipped],
        calls: &mut Calls,
        log: &mut Diagnostics,
    ) -> String {
        let mut text = "//! Calls of the endpoint cases of the model.\n\nmod call;\nmod called;\n".to_owned();
        for (at, (case, inputs)) in self.krate.endpoint.cases.iter().zip(inputs).enumerate() {
            for (nth, input) in inputs.iter().enumerate() {
                if let Some(skipped) = skipped.iter().find(|skipped| skipped.operation == input.operation) {
                    calls.others.push(NoTest::Unsupported(skipped.reason.clone()));
                    continue;
                }
                match self.body(case, input, log) {
                    Ok(body) => {
                        let name = format!("case_{at}_{nth}");
                        text += &format!("\n#[test]\nfn {name}() {{\n{body}}}\n");
                        calls.tests.push(name);
                    }
                    Err(reason) => calls.others.push(NoTest::NotApplicable(reason)),
                }
            }
        }
        text
    }

    /// The body of the test of a call, or why there can be none.
    fn body(&self, case: &Case, input: &OperationInput<'_>, log: &mut Diagnostics) -> Result<String, String> {
        let found = self.krate.operations.iter().find(|operation| operation.wire == input.operation);
        let operation = found.ok_or_else(|| format!("there is no operation {}", input.operation))?;
        if operation.host.is_some() {
            return Err("the operation changes the host".to_owned());
        }
        let name = self.krate.ident();
        let path = format!("{name}::operation::{}::{}", operation.module, operation.input.name);
        let no_value = || "the case has a value that the input cannot have".to_owned();
        let builder = self.values.builder(&operation.input, &path, input.params, log).ok_or_else(no_value)?;
        let expected = match &case.expected {
            Ok(target) => match &target.url.kind {
                ExprKind::Text(url) => format!("Ok({url:?})"),
                _ => return Err("the case has a URL that depends on something".to_owned()),
            },
            Err(error) => format!("Err({error:?})"),
        };
        let settings = self.settings(case, operation, input, log)?;
        Ok(format!(
            "    let server = call::Server::default();\n    \
             let config = {name}::Config::builder()\n        \
             .behavior_version({name}::config::BehaviorVersion::latest())\n        \
             .http_client(server.clone()){settings};\n    \
             let client = {name}::Client::from_conf(config.build());\n    \
             let result = call::run({builder}.send_with(&client));\n    \
             called::check(&server, result, {expected});\n"
        ))
    }

    /// Calls of the setters of the configuration. A case may leave it to its parameters to say how settings are.
    fn settings(
        &self,
        case: &Case,
        operation: &Operation,
        input: &OperationInput<'_>,
        log: &mut Diagnostics,
    ) -> Result<String, String> {
        let mut settings = String::new();
        let mut account = None;
        for parameter in self.rules.into_iter().flat_map(|rules| &rules.parameters) {
            let mut given = |name: Option<&str>, entries: &[Entry<'_>]| {
                let entry = entries.iter().find(|entry| Some(&*entry.key) == name)?;
                endpoint::literal(&entry.value, parameter.kind, log)
            };
            let built_in = parameter.built_in.as_deref();
            let (client, shared) = (given(Some(&parameter.name), &input.client), given(built_in, &input.built_in));
            let name = names::field(&parameter.name);
            let plain = case.parameters.iter().find(|(own, _)| *own == name).map(|(_, value)| value.clone());
            let plain = plain.filter(|_| !operation.endpoint_params.iter().any(|binding| binding.name == name));
            let setter = names::field(&names::setting(&parameter.name));
            let is_client = self.krate.endpoint.client_params.iter().any(|param| param.name == setter);
            if let Some(value) = client.or_else(|| plain.clone().filter(|_| is_client && shared.is_none())) {
                settings += &format!("\n        .{setter}({})", literal(&value));
            } else if let (Some(built_in), Some(value)) = (built_in, shared.or(plain)) {
                match built_in {
                    "AWS::Auth::AccountId" => account = Some(literal(&value)),
                    _ => settings += &self.setting(built_in, &literal(&value))?,
                }
            }
        }
        Ok(settings + &self.identity(account.as_deref()))
    }

    fn setting(&self, built_in: &str, value: &str) -> Result<String, String> {
        let config = format!("{}::config", self.krate.ident());
        Ok(match built_in {
            "AWS::Region" => format!("\n        .region({config}::Region::new({value}))"),
            "AWS::UseFIPS" => format!("\n        .use_fips({value})"),
            "AWS::UseDualStack" => format!("\n        .use_dual_stack({value})"),
            "SDK::Endpoint" => format!("\n        .endpoint_url({value})"),
            "AWS::Auth::AccountIdEndpointMode" => {
                format!("\n        .account_id_endpoint_mode({value}.parse().expect(\"a mode\"))")
            }
            other => return Err(format!("clients have no setting {other}")),
        })
    }

    fn identity(&self, account: Option<&str>) -> String {
        if self.krate.service.signing_name().is_none() {
            return "\n        .allow_no_auth()".to_owned();
        }
        let account = account.map(|account| format!(".account_id({account})")).unwrap_or_default();
        let credentials = format!("{}::config::Credentials::builder()", self.krate.ident());
        format!(
            "\n        .credentials_provider({credentials}.access_key_id(\"AKID\").secret_access_key(\"secret\")\
             .provider_name(\"test\"){account}.build())"
        )
    }
}

fn literal(value: &Literal) -> String {
    match value {
        Literal::String(text) => format!("{text:?}"),
        Literal::Boolean(value) => value.to_string(),
        Literal::Strings(items) => format!("{items:?}.map(str::to_owned)"),
    }
}

/// What the generated tests share; it is tested where it stands.
const SHARED: [(&str, &str); 2] = [
    ("call.rs", include_str!("../../runtime/tests/conformance/call.rs")),
    ("called.rs", include_str!("../../runtime/tests/conformance/called.rs")),
];

fn tree(krate: &Crate, partitions: &[Partition], tests: &str) -> Tree {
    let mut sources = crate::tree(krate);
    let rules = emit::endpoint_rules(krate, partitions).into_iter();
    for file in rules.filter(|file| file.path.ends_with("partitions.rs")) {
        sources.insert(file.path.clone(), render::file(file, &krate.model));
    }
    let manifest = manifest::text(&krate.package, &krate.model, &sources);
    let mut tree: Tree = sources.into_iter().map(|(path, text)| (format!("src/{path}"), text)).collect();
    let mark = |from: &str| format!("// @generated by `cargo xtask codegen` from {from}. Do not edit.\n\n");
    tree.insert("Cargo.toml".to_owned(), manifest);
    tree.insert("tests/calls/main.rs".to_owned(), mark(&krate.model) + tests);
    for (name, text) in SHARED {
        tree.insert(format!("tests/calls/{name}"), mark(&format!("codegen/runtime/tests/conformance/{name}")) + text);
    }
    tree
}
