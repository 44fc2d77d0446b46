//! Our crate beside `aws-sdk-voiceid`. `cargo xtask bench` builds and runs this; one module each for what it can do.

#[path = "../../src/cli/bench.rs"]
mod cli;
mod measure;
mod parity;
mod say;

use clap::Parser;
use std::process::ExitCode;

/// The arguments of `cargo xtask bench`.
#[derive(Parser)]
#[command(bin_name = "cargo xtask bench")]
struct Cli {
    #[command(flatten)]
    arguments: cli::Bench,
}

fn main() -> ExitCode {
    let arguments = Cli::parse().arguments;
    let result = if arguments.parity { parity::run(&arguments) } else { measure::run(&arguments) };
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
