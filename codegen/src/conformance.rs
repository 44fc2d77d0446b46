//! Turns the test cases that a model brings along into a crate with one test a case.
//!
//! Cases are read by `traits`; building, running and counting is xtask's part.

mod calls;
mod endpoints;
mod tests;
mod values;

pub use calls::Calls;
pub use endpoints::{Endpoints, endpoint_crate};

use crate::ast::{self, Ast, Binding, ShapeId, ShapeType};
use crate::diagnostic::{Diagnostics, Source};
use crate::endpoint::partitions::Partition;
use crate::ir::Crate;
use crate::resolve::{self, Operations, Selection, Views};
use crate::skip::{self, Skipped};
use crate::traits::Facts;
use crate::traits::cases::{Case, Message};
use crate::{Tree, lower};
use std::collections::BTreeSet;
use tests::Tests;

/// The test cases of one service.
pub struct Suite {
    /// Name of the service.
    pub service: String,
    /// Name of the package.
    pub package: String,
    /// The protocol that is spoken.
    pub protocol: String,
    /// The files of the crate, manifest included.
    pub tree: Tree,
    /// In the order of the tests.
    pub cases: Vec<Outcome>,
    /// The endpoint cases.
    pub endpoints: Endpoints,
    /// The calls that come to the endpoint cases, if these name any.
    pub calls: Option<Calls>,
}

/// What becomes of a test case.
pub struct Outcome {
    /// Its id.
    pub id: String,
    /// Whether it is about a request or a response.
    pub kind: CaseKind,
    /// The name of its test, or why there is none.
    pub test: Result<String, NoTest>,
}

/// What a test case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseKind {
    /// What is sent.
    Request,
    /// What is read.
    Response,
}

/// Why a case has no test.
pub enum NoTest {
    /// The case is not meant for such a client.
    NotApplicable(String),
    /// The client cannot do it.
    Unsupported(String),
}

/// The suites of all services of a model that have test cases. Endpoints are tested with these partitions of AWS. The
/// number is another one for each model, so that their rules can be in one crate.
///
/// # Errors
/// What is wrong with the model or with its cases.
pub fn suites(source: &Source, number: usize, partitions: &[Partition]) -> Result<Vec<Suite>, Diagnostics> {
    let ast = ast::parse(source)?;
    let services = ast.shapes.iter().filter(|shape| shape.shape_type == ShapeType::Service);
    // Without such cases operations need not be read; they may even have no protocol.
    let has_messages = ast.shapes.iter().any(|shape| facts(&ast, shape.id.as_str()).any(|facts| facts.has_cases()));
    let mut log = Diagnostics::new();
    let mut suites = services
        .enumerate()
        .map(|(at, service)| {
            let module = format!("rules_{number}_{at}_{}", service.id.name().to_lowercase());
            let endpoints = endpoints::of(source, &ast, &service.id, module, partitions)?;
            let calls = calls::of(source, &ast, &service.id, partitions)?;
            let suite = match has_messages {
                true => suite(source, &ast, &service.id, endpoints)?,
                false => rules_only(&service.id, endpoints),
            };
            Ok(Suite { calls, ..suite })
        })
        .collect::<Result<Vec<_>, Diagnostics>>()?;
    if has_messages && let Some(first) = suites.first_mut() {
        first.cases.extend(unreached(&ast, &mut log));
    }
    suites.retain(|suite| !suite.cases.is_empty() || suite.endpoints.count > 0);
    log.into_result(suites)
}

/// The cases of operations that no service has, and of errors that no operation has.
fn unreached(ast: &Ast<'_>, log: &mut Diagnostics) -> Vec<Outcome> {
    let reason = || NoTest::NotApplicable("of what no service leads to".to_owned());
    let reached = reached(ast);
    let others = ast.shapes.iter().filter(|shape| !reached.contains(shape.id.as_str()));
    let cases = others.flat_map(|shape| find(ast, shape.id.as_str(), log));
    cases.map(|case| Outcome { kind: kind(&case), test: Err(reason()), id: case.id }).collect()
}

/// The operations of all services, and their errors.
fn reached(ast: &Ast<'_>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut log = Diagnostics::new();
    let views = Views::of(ast, &mut log);
    for view in views.all().filter(|view| view.shape.shape_type == ShapeType::Service) {
        let operations = resolve::select::bound(view, &views, &mut log);
        let bindings = operations.iter().filter_map(|id| views.get(id.as_str())).chain([view]);
        for binding in bindings.map(|view| &*view.binding) {
            let errors = match binding {
                Binding::Operation(operation) => &operation.errors,
                Binding::Service(service) => &service.errors,
                Binding::Nothing | Binding::Resource(_) => continue,
            };
            reached.extend(errors.iter().map(|error| error.id.to_string()));
        }
        reached.extend(operations.iter().map(ToString::to_string));
    }
    reached
}

/// A suite whose only cases are those of the endpoints.
fn rules_only(service: &ShapeId, endpoints: Endpoints) -> Suite {
    let (service, package) = (service.name().to_owned(), package(service.name()));
    let protocol = endpoints.protocol.clone();
    Suite { service, package, protocol, tree: Tree::new(), cases: Vec::new(), endpoints, calls: None }
}

fn suite(source: &Source, ast: &Ast<'_>, service: &ShapeId, endpoints: Endpoints) -> Result<Suite, Diagnostics> {
    let all = Selection { service: Some(service.to_string()), operations: Operations::All };
    let skip::Supported { selection, skipped } = skip::supported(source, &all)?;
    let package = package(service.name());
    let model = resolve::resolve(ast, &selection)?;
    let krate = lower::lower(&model, &package, &source.path)?;
    let mut log = Diagnostics::new();
    let mut tests = Tests::new(&krate);
    let mut cases = Vec::new();
    for operation in &krate.operations {
        for case in find(ast, &operation.id, &mut log) {
            cases.push(outcome(&case, &krate, tests.operation(operation, &case, &mut log)));
        }
    }
    for error in &krate.errors {
        for case in find(ast, &error.id, &mut log) {
            cases.push(outcome(&case, &krate, tests.error(error, &case, &mut log)));
        }
    }
    for skipped in &skipped {
        cases.extend(skipped_cases(ast, &all, skipped, &mut log));
    }
    for id in lost_errors(ast, &krate, &skipped) {
        let lost = find(ast, id, &mut log).into_iter();
        cases.extend(lost.map(|case| outcome(&case, &krate, None)));
    }
    let tree = tree(&krate, tests.finish());
    let protocol = krate.protocol.id().rsplit('#').next().unwrap_or_default().to_owned();
    log.into_result(Suite {
        service: service.name().to_owned(),
        package,
        protocol,
        tree,
        cases,
        endpoints,
        calls: None,
    })
}

/// The traits of a shape: its own and those of `apply` statements.
fn facts<'a>(ast: &'a Ast<'a>, id: &'a str) -> impl Iterator<Item = Facts<'a, 'a>> {
    let own = ast.shape(id).map(|shape| &shape.traits[..]);
    let applied = ast.applies.iter().filter(move |apply| apply.id.as_str() == id).map(|apply| &apply.traits[..]);
    own.into_iter().chain(applied).map(Facts::new)
}

fn find<'a>(ast: &'a Ast<'a>, id: &'a str, log: &mut Diagnostics) -> Vec<Case<'a>> {
    log.inside(id, |log| facts(ast, id).flat_map(|facts| facts.cases(log)).collect())
}

fn outcome(case: &Case<'_>, krate: &Crate, test: Option<String>) -> Outcome {
    let test = match test {
        _ if case.for_server => Err(NoTest::NotApplicable("for servers".to_owned())),
        _ if case.protocol != krate.protocol.id() => {
            Err(NoTest::NotApplicable(format!("for the protocol {}", case.protocol)))
        }
        Some(test) => Ok(test),
        None => Err(NoTest::Unsupported("no operation that can be generated has this error".to_owned())),
    };
    Outcome { id: case.id.clone(), kind: kind(case), test }
}

fn kind(case: &Case<'_>) -> CaseKind {
    match case.message {
        Message::Request(_) => CaseKind::Request,
        Message::Response(_) => CaseKind::Response,
    }
}

fn skipped_cases(ast: &Ast<'_>, all: &Selection, skipped: &Skipped, log: &mut Diagnostics) -> Vec<Outcome> {
    let ids = resolve::selected(ast, all).unwrap_or_default();
    let ids = ids.iter().filter(|id| id.name() == skipped.operation);
    let cases = ids.flat_map(|id| find(ast, id.as_str(), log)).filter(|case| !case.for_server);
    cases
        .map(|case| Outcome { test: Err(NoTest::Unsupported(skipped.reason.clone())), kind: kind(&case), id: case.id })
        .collect()
}

/// The errors that only operations have which are left out.
fn lost_errors<'a>(ast: &'a Ast<'_>, krate: &Crate, skipped: &[Skipped]) -> BTreeSet<&'a str> {
    let is_skipped = |name: &str| skipped.iter().any(|skipped| skipped.operation == name);
    let operations = ast.shapes.iter().filter(|shape| is_skipped(shape.id.name()));
    let errors = operations.flat_map(|shape| match &shape.binding {
        Binding::Operation(operation) => &operation.errors[..],
        Binding::Nothing | Binding::Service(_) | Binding::Resource(_) => &[],
    });
    let errors = errors.map(|error| error.id.as_str());
    errors.filter(|id| !krate.errors.iter().any(|error| error.id == *id)).collect()
}

/// What the generated tests share; it is tested where it stands.
const CHECK: &str = include_str!("../runtime/tests/conformance/check.rs");

fn tree(krate: &Crate, tests: String) -> Tree {
    let sources = crate::tree(krate);
    let manifest = crate::manifest::text(&krate.package, &krate.model, &sources);
    let dependencies = "\n[dev-dependencies]\nserde_json = \"1\"\n\n# The crate stands alone";
    let manifest = manifest.replacen("\n# The crate stands alone", dependencies, 1);
    let mut tree: Tree = sources.into_iter().map(|(path, text)| (format!("src/{path}"), text)).collect();
    tree.insert("Cargo.toml".to_owned(), manifest);
    let copy = "codegen/runtime/tests/conformance/check.rs";
    let mark = |from: &str| format!("// @generated by `cargo xtask codegen` from {from}. Do not edit.\n\n");
    tree.insert("tests/conformance/main.rs".to_owned(), mark(&krate.model) + &tests);
    tree.insert("tests/conformance/check.rs".to_owned(), mark(copy) + CHECK);
    tree
}

/// The name of a service as the name of a package.
fn package(service: &str) -> String {
    format!("conformance-{}", service.to_lowercase().replace('_', "-"))
}
