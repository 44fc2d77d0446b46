//! `cargo xtask conformance`: makes crates of the test cases of models, runs them and counts.

mod cargo;
mod table;

use crate::cli;
use crate::disk::Difference;
use crate::model;
use crate::workspace;
use anyhow::{Context, Result};
use codegen::conformance::{CaseKind, NoTest, Suite, suites};
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
    let mut scores = Vec::new();
    for path in &arguments.models {
        let source = model::load(path, Path::new("."))?;
        let suites = match suites(&source) {
            Ok(suites) => suites,
            Err(faults) => {
                model::report(&faults, &source);
                return Ok(ExitCode::FAILURE);
            }
        };
        let stem = path.file_stem().unwrap_or_default();
        for suite in &suites {
            scores.push(run_suite(suite, &place.target.join("conformance").join(stem), &place)?);
        }
    }
    anstream::print!("{}", table::text(&scores));
    let failed = scores.iter().any(|score| score.failed > 0);
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn run_suite(suite: &Suite, folder: &Path, place: &workspace::Place) -> Result<Score> {
    let directory = folder.join(&suite.package);
    fs::create_dir_all(&directory).with_context(|| format!("cannot create {}", directory.display()))?;
    Difference::between(&directory, &suite.tree)?.apply(&suite.tree)?;
    let lock = directory.join("Cargo.lock");
    if !lock.exists() {
        fs::copy(place.root.join("Cargo.lock"), &lock).with_context(|| format!("cannot write {}", lock.display()))?;
    }
    let tests: BTreeSet<&str> = suite.cases.iter().filter_map(|case| case.test.as_deref().ok()).collect();
    let passed = if tests.is_empty() {
        BTreeSet::new()
    } else {
        cargo::test(&directory, &place.target.join("conformance/target"), &suite.service, tests.len())?
    };
    Ok(score(suite, &passed))
}

fn score(suite: &Suite, passed: &BTreeSet<String>) -> Score {
    let mut score = Score {
        service: suite.service.clone(),
        protocol: suite.protocol.clone(),
        endpoint_cases: suite.endpoint_cases,
        skipped: suite.endpoint_cases,
        ..Score::default()
    };
    if suite.endpoint_cases > 0 {
        score.reasons.insert("endpoint cases are not run yet".to_owned(), suite.endpoint_cases);
    }
    for case in &suite.cases {
        let reason = match &case.test {
            Ok(test) => {
                *score.counter(case.kind) += 1;
                let outcome = if passed.contains(test) { &mut score.passed } else { &mut score.failed };
                *outcome += 1;
                continue;
            }
            Err(NoTest::NotApplicable(reason)) => {
                score.not_applicable += 1;
                reason
            }
            Err(NoTest::Unsupported(reason)) => {
                score.skipped += 1;
                reason
            }
        };
        *score.reasons.entry(reason.clone()).or_default() += 1;
    }
    score
}

impl Score {
    fn counter(&mut self, kind: CaseKind) -> &mut usize {
        match kind {
            CaseKind::Request => &mut self.requests,
            CaseKind::Response => &mut self.responses,
        }
    }
}
