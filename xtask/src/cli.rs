//! The command line: arguments and their help.

use clap::{Args, Parser, Subcommand};
use codegen::{CrateNameError, crate_name};
use std::path::PathBuf;

/// Commands of this repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    Codegen(Codegen),
    Conformance(Conformance),
}

/// Generate client crates from Smithy models
///
/// Without arguments: regenerates `src/` of every workspace crate whose Cargo.toml has
///
///     [package.metadata.codegen]
///     model = "../model/voice-id.json"   # relative to the Cargo.toml
///     operations = ["UpdateDomain"]      # or "all"
///     service = "com.example#Service"    # only for a model with several services
///     skip-unsupported = true            # leave out operations that cannot be generated yet, and list them
///
/// Only files that change are written, and files that are no longer generated are removed.
///
/// With --model: generates a stand-alone crate, its Cargo.toml included, into --out.
///
/// Exit status: 0 when all is well, 1 when the model is bad or --check finds a difference, 2 for wrong arguments.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = EXAMPLES)]
pub struct Codegen {
    /// Write nothing; list what differs from what would be generated, and exit with 1 if anything does
    #[arg(long)]
    pub check: bool,

    /// A Smithy model as JSON AST, version 1.0 or 2.0
    #[arg(long, value_name = "FILE", requires = "out", requires = "name")]
    pub model: Option<PathBuf>,

    /// The service to generate, by shape id or name; needed where the model has several
    #[arg(long, value_name = "ID", requires = "model")]
    pub service: Option<String>,

    /// An operation to generate, by name; may be repeated; all operations without it
    #[arg(long = "operation", value_name = "NAME", requires = "model")]
    pub operations: Vec<String>,

    /// Leave out operations that need something that cannot be generated yet, such as event streams, and list them
    #[arg(long, requires = "model")]
    pub skip_unsupported: bool,

    /// The directory of the stand-alone crate; must be new, empty or of an earlier run
    #[arg(long, value_name = "DIR", requires = "model")]
    pub out: Option<PathBuf>,

    /// Name of the stand-alone crate
    #[arg(long, value_name = "CRATE", requires = "model", value_parser = package)]
    pub name: Option<String>,
}

/// Takes what Cargo takes as the name of a package.
fn package(name: &str) -> Result<String, CrateNameError> {
    crate_name(name).map(|_| name.to_owned())
}

/// Run the test cases that Smithy models bring along
///
/// Makes a crate of every service of the models that has cases (`smithy.test#httpRequestTests` and
/// `smithy.test#httpResponseTests`), one test a case, below `target/conformance`, and runs it.
///
/// The last line is `N passed, N failed, N skipped`. Cases for servers or other protocols are not counted.
///
/// Exit status: 0 when no case failed, 1 when one did or a model is bad, 2 for wrong arguments.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub struct Conformance {
    /// Smithy models as JSON AST
    #[arg(value_name = "MODEL", required = true)]
    pub models: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask codegen
  cargo xtask codegen --check
  cargo xtask codegen --model model/voice-id.json --operation CreateDomain --operation ListDomains \\
      --out /tmp/domains --name domains";
