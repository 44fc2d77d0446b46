//! The commands of this repository. All file access and all talk with the user are here.

mod cli;
mod codegen;
mod disk;
mod workspace;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli::Command::Codegen(arguments) = cli::Cli::parse().command;
    match codegen::run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            anstream::eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
