//! The same inputs and the same responses through both clients.

mod body;
mod case;
mod intended;
mod json;
mod judge;
mod observed;
mod ours;
mod programs;
mod reach;
mod repair;
mod reply;
mod report;
mod settings;
mod spelling;
mod surface;
mod text;
mod theirs;
mod world;

use crate::cli::Bench;
use crate::say::say;
use anyhow::{Result, bail};
use intended::ROWS;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use std::cell::RefCell;
use std::io::IsTerminal;
use std::process::ExitCode;

/// Compares programs that are written against the official client, and as many cases as the arguments say.
pub fn run(arguments: &Bench) -> Result<ExitCode> {
    let programs = programs::compare()?;
    let surface = surface::compare()?;
    let sizes = sizes();
    let cases = cases(arguments)?;
    Ok(if programs && surface && sizes && cases { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether nothing is larger than with the official client.
fn sizes() -> bool {
    theirs::sizes().into_iter().zip(ours::sizes()).fold(true, |all, ((what, theirs), (_, ours))| {
        say(format_args!("{what}: {ours} bytes, official {theirs}"));
        all && ours <= theirs
    })
}

/// Whether the clients do the same.
fn cases(arguments: &Bench) -> Result<bool> {
    let cases = arguments.cases;
    let seen = RefCell::new((0_u32, vec![0_u64; ROWS.len()]));
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 3000, ..Config::default() };
    // The official client panics in some cases; that is observed, and not to be shown.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = TestRunner::new_with_rng(config, random(arguments.seed)).run(&case::case(), |case| {
        let rows = judge::judge(&case).map_err(|_| TestCaseError::fail("the clients differ"))?;
        let (done, seen) = &mut *seen.borrow_mut();
        rows.into_iter().for_each(|row| seen[row] += 1);
        *done += 1;
        progress(*done, cases);
        Ok(())
    });
    std::panic::set_hook(hook);
    match result {
        Ok(()) => Ok(finish(&seen.borrow().1, cases)),
        Err(TestError::Fail(_, case)) => {
            let differences = judge::judge(&case).err().unwrap_or_default();
            say("The clients differ in a way that is not intended. The smallest case:");
            say(report::unintended(&case, &differences).trim_end());
            Ok(false)
        }
        Err(TestError::Abort(reason)) => bail!("no cases: {reason}"),
    }
}

/// The source of all cases.
fn random(seed: u64) -> TestRng {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)
}

fn progress(done: u32, cases: u32) {
    if std::io::stderr().is_terminal() && (done.is_multiple_of(100) || done == cases) {
        eprint!("\r{done} of {cases} cases{}", if done == cases { "\n" } else { "" });
    }
}

fn finish(seen: &[u64], cases: u32) -> bool {
    say(format_args!(
        "{cases} cases: requests and results are the same, but for these {} intended differences:",
        ROWS.len()
    ));
    say(report::rows(seen).trim_end());
    let live = !seen.contains(&0);
    if !live {
        say("A difference that no case shows is none: take its row out, or compare more cases.");
    }
    live
}
