//! The commands of this repository. All file access and all talk with the user are here.

mod bench;
mod cli;
mod codegen;
mod conformance;
mod diff;
mod disk;
mod explain;
mod git;
mod inspect;
mod manifest;
mod model;
mod new;
mod progress;
mod report;
mod say;
mod workspace;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let result = match cli::Cli::parse().command {
        cli::Command::Bench(arguments) => bench::run(&arguments),
        cli::Command::Codegen(arguments) => codegen::run(&arguments),
        cli::Command::Conformance(arguments) => conformance::run(&arguments),
        cli::Command::Diff(arguments) => diff::run(&arguments),
        cli::Command::Explain(arguments) => explain::run(&arguments),
        cli::Command::Inspect(arguments) => inspect::run(&arguments),
        cli::Command::New(arguments) => new::run(&arguments),
    };
    match result {
        Ok(code) => code,
        Err(error) if error.is::<model::Reported>() => ExitCode::FAILURE,
        Err(error) => {
            // Names of files may have anything in them. Several lines are what cargo or git says.
            let text = format!("error: {error:#}");
            say::complain(text.lines().map(::codegen::one_line).collect::<Vec<_>>().join("\n"));
            ExitCode::FAILURE
        }
    }
}
