//! The arguments of `cargo xtask bench`. The package `xtask/bench`, which does the work, reads them by this file too.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Compare the generated crate with aws-sdk-voiceid: what it does, and what it costs
///
/// Builds the package xtask/bench, which is no part of the workspace, below target/bench, and runs it. Without arguments:
/// measures every area, and prints a table each, ours beside the others.
///
/// Exit status: 0 when all is well, 1 when something differs or cannot be measured, 2 for wrong arguments.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = EXAMPLES)]
pub struct Bench {
    /// What to measure; all areas without it
    #[arg(value_enum, value_name = "AREA", conflicts_with = "parity")]
    pub areas: Vec<Area>,

    /// Measure nothing; send the same inputs and the same responses through both clients and compare
    #[arg(long)]
    pub parity: bool,

    /// Write the tables to a file too, as JSON
    #[arg(long, value_name = "FILE", conflicts_with = "parity")]
    pub json: Option<PathBuf>,

    /// How many cases to compare; with few of them, differences that are intended do not all show, which is an error
    #[arg(long, value_name = "N", requires = "parity", conflicts_with_all = ["areas", "json"], default_value_t = 10_000,
        value_parser = clap::value_parser!(u32).range(1..))]
    pub cases: u32,

    /// Where the cases come from; the same seed gives the same cases
    #[arg(long, value_name = "N", requires = "parity", conflicts_with_all = ["areas", "json"], default_value_t = 1)]
    pub seed: u64,
}

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub enum Area {
    /// An input as the body of a request
    Write,
    /// The body of a response as an output
    Read,
    /// A whole call over a connector in memory
    Call,
    /// Lines and bytes of generated source
    Size,
    /// Generating crates
    Generate,
    /// Compiling a program that makes the call; last, because it deletes so many files that making new ones is slow for a while
    Build,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask bench
  cargo xtask bench write read --json target/bench.json
  cargo xtask bench --parity --cases 100000 --seed 7";
