//! `cargo xtask conformance`: makes crates of the test cases of models, runs them and counts.

mod cargo;
mod table;

use crate::cli;
use crate::disk::{self, Difference};
use crate::model;
use crate::say::{self, Shown};
use crate::workspace;
use anyhow::{Context, Result, anyhow};
use codegen::Tree;
use codegen::conformance::{CaseKind, Endpoints, NoTest, Suite, endpoint_crate, suites};
use codegen::endpoint::partitions::{self, Partition};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// How the cases of one service came out.
#[derive(Default)]
pub struct Score {
    pub service: String,
    pub protocol: String,
    /// Cases with a test.
    pub requests: usize,
    pub responses: usize,
    pub endpoint_cases: usize,
    pub calls: usize,
    pub passed: usize,
    pub failed: usize,
    pub skipped: usize,
    pub not_applicable: usize,
    /// Why cases have no test, and how many.
    pub reasons: BTreeMap<String, usize>,
}

/// Runs the command; the exit status tells whether all cases passed.
pub fn run(arguments: &cli::Conformance) -> Result<ExitCode> {
    let place = workspace::place()?;
    let partitions = partitions(arguments.partitions.as_deref())?;
    let _alone = disk::alone(&place.target, "conformance")?;
    let mut all = Vec::new();
    for (number, path) in arguments.models.iter().enumerate() {
        let source = model::load(path, Path::new("."))?;
        let suites = match suites(&source, number, &partitions) {
            Ok(suites) => suites,
            Err(faults) => {
                model::report(&faults, &source);
                return Ok(ExitCode::FAILURE);
            }
        };
        if suites.is_empty() {
            say::complain(format_args!("warning: {}: no service of the model has a test case", path.shown()));
        }
        let stem = path.file_stem().unwrap_or_default().to_owned();
        all.extend(suites.into_iter().map(|suite| (stem.clone(), suite)));
    }
    let endpoints = run_endpoints(all.iter().map(|(_, suite)| &suite.endpoints), &place)?;
    let mut scores = Vec::new();
    for (stem, suite) in &all {
        let folder = place.target.join("conformance").join(stem);
        let passed = run_suite(suite, &folder, &place)?;
        let calls = run_calls(suite, &folder, &place)?;
        scores.push(score(suite, &passed, &endpoints, &calls));
    }
    say::print(&table::text(&scores))?;
    // Where there is nothing to test, nothing is shown to be right.
    let is_good = !scores.is_empty() && scores.iter().all(|score| score.failed == 0);
    Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Those of a file, or today's.
fn partitions(file: Option<&Path>) -> Result<Vec<Partition>> {
    let Some(path) = file else { return Ok(partitions::today()) };
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.shown()))?;
    partitions::read(&text)
        .map_err(|fault| anyhow!("{} is no list of partitions as AWS publishes it: {fault}", path.shown()))
}

/// The tests of endpoint cases that passed. They are in one crate, which builds faster than many.
fn run_endpoints<'s>(all: impl Iterator<Item = &'s Endpoints>, place: &workspace::Place) -> Result<BTreeSet<String>> {
    let all: Vec<_> = all.filter(|endpoints| endpoints.count > 0).collect();
    let count = all.iter().map(|endpoints| endpoints.count).sum();
    if count == 0 {
        return Ok(BTreeSet::new());
    }
    let directory = place.target.join("conformance/endpoints");
    write(&directory, &endpoint_crate(all), place)?;
    let what = cargo::Tests { title: "endpoint rules", count, arguments: &["--lib", "--no-default-features"] };
    cargo::test(&directory, &place.target.join("conformance/target"), &what)
}

fn run_suite(suite: &Suite, folder: &Path, place: &workspace::Place) -> Result<BTreeSet<String>> {
    let tests: BTreeSet<&str> = suite.cases.iter().filter_map(|case| case.test.as_deref().ok()).collect();
    if tests.is_empty() {
        return Ok(BTreeSet::new());
    }
    let directory = folder.join(&suite.package);
    write(&directory, &suite.tree, place)?;
    let what = cargo::Tests { title: &suite.service, count: tests.len(), arguments: &["--test", "conformance"] };
    cargo::test(&directory, &place.target.join("conformance/target"), &what)
}

/// The calls that go where the endpoint cases say.
fn run_calls(suite: &Suite, folder: &Path, place: &workspace::Place) -> Result<BTreeSet<String>> {
    let Some(calls) = suite.calls.as_ref().filter(|calls| !calls.tests.is_empty()) else { return Ok(BTreeSet::new()) };
    let directory = folder.join(format!("{}-calls", suite.package));
    write(&directory, &calls.tree, place)?;
    let title = &format!("{} calls", suite.service);
    let arguments = &["--test", "calls", "--no-default-features", "--features", "client"];
    let what = cargo::Tests { title, count: calls.tests.len(), arguments };
    cargo::test(&directory, &place.target.join("conformance/target"), &what)
}

/// Writes a crate, with the versions of the workspace.
fn write(directory: &Path, tree: &Tree, place: &workspace::Place) -> Result<()> {
    fs::create_dir_all(directory).with_context(|| format!("cannot create {}", directory.shown()))?;
    Difference::between(directory, tree)?.apply(tree)?;
    let lock = directory.join("Cargo.lock");
    if !lock.exists() {
        fs::copy(place.root.join("Cargo.lock"), &lock).with_context(|| format!("cannot write {}", lock.shown()))?;
    }
    Ok(())
}

fn score(suite: &Suite, passed: &BTreeSet<String>, endpoints: &BTreeSet<String>, calls: &BTreeSet<String>) -> Score {
    let mut score = Score {
        service: suite.service.clone(),
        protocol: suite.protocol.clone(),
        endpoint_cases: suite.endpoints.count,
        passed: suite.endpoints.tests().filter(|test| endpoints.contains(test)).count(),
        ..Score::default()
    };
    score.failed = score.endpoint_cases - score.passed;
    if let Some(own) = &suite.calls {
        score.calls = own.tests.len();
        score.passed += calls.len();
        score.failed += score.calls - calls.len();
        own.others.iter().for_each(|other| score.leave_out(other));
    }
    for case in &suite.cases {
        match &case.test {
            Ok(test) => {
                *score.counter(case.kind) += 1;
                let outcome = if passed.contains(test) { &mut score.passed } else { &mut score.failed };
                *outcome += 1;
            }
            Err(other) => score.leave_out(other),
        }
    }
    score
}

impl Score {
    fn leave_out(&mut self, case: &NoTest) {
        let (count, reason) = match case {
            NoTest::NotApplicable(reason) => (&mut self.not_applicable, reason),
            NoTest::Unsupported(reason) => (&mut self.skipped, reason),
        };
        *count += 1;
        *self.reasons.entry(reason.clone()).or_default() += 1;
    }

    fn counter(&mut self, kind: CaseKind) -> &mut usize {
        match kind {
            CaseKind::Request => &mut self.requests,
            CaseKind::Response => &mut self.responses,
        }
    }
}
