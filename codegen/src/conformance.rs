//! Turns the test cases that a model brings along into a crate with one test a case.
//!
//! Cases are read by `traits`; building, running and counting is xtask's part.

mod calls;
mod endpoints;
mod tests;
mod values;

pub use calls::Calls;
pub use endpoints::{Endpoints, endpoint_crate};

use crate::ast::{self, Ast, ShapeId, ShapeType};
use crate::diagnostic::{Diagnostics, Source};
use crate::endpoint::partitions::Partition;
use crate::ir::Crate;
use crate::resolve::{self, Operations, Selection};
use crate::skip::{self, Skipped};
use crate::traits::Facts;
use crate::traits::cases::{Case, Message};
use crate::{Tree, lower};
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

/// The suites of all services of a model that have test cases. Endpoints are tested with these partitions of AWS.
///
/// # Errors
/// What is wrong with the model or with its cases.
pub fn suites(source: &Source, partitions: &[Partition]) -> Result<Vec<Suite>, Diagnostics> {
    let ast = ast::parse(source)?;
    let services = ast.shapes.iter().filter(|shape| shape.shape_type == ShapeType::Service);
    // Without such cases operations need not be read; they may even have no protocol.
    let mut log = Diagnostics::new();
    let has_messages = ast.shapes.iter().any(|shape| !find(&ast, shape.id.as_str(), &mut log).is_empty());
    let suites: Result<Vec<_>, Diagnostics> = services
        .map(|service| {
            let endpoints = endpoints::of(source, &ast, &service.id, partitions)?;
            let calls = calls::of(source, &ast, &service.id, partitions)?;
            let suite = match has_messages {
                true => suite(source, &ast, &service.id, endpoints)?,
                false => rules_only(&service.id, endpoints),
            };
            Ok(Suite { calls, ..suite })
        })
        .collect();
    Ok(suites?.into_iter().filter(|suite| !suite.cases.is_empty() || suite.endpoints.count > 0).collect())
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
        None => Err(NoTest::Unsupported("no operation has this error".to_owned())),
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
