//! The command line: arguments and their help.

pub mod bench;
pub mod diff;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use codegen::{CrateNameError, crate_name};
use diff::{Diff, Explain};
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
    Bench(bench::Bench),
    Codegen(Codegen),
    Conformance(Conformance),
    Diff(Diff),
    Explain(Explain),
    Inspect(Inspect),
    New(New),
}

/// Ends the command as wrong arguments do: says what is wrong and how to call it, and exits with 2.
pub fn wrong(command: &str, message: impl std::fmt::Display) -> ! {
    let message = codegen::one_line(&message.to_string());
    let mut cli = Cli::command();
    cli.build();
    let command = cli.find_subcommand_mut(command).expect("a command of `Command`");
    command.error(ErrorKind::ValueValidation, message).exit()
}

/// Generate client crates from Smithy models
///
/// Without arguments: regenerates `src/` of every workspace crate whose Cargo.toml has
///
///     [package.metadata.codegen]
///     model = "../model/voice-id.json"   # relative to the Cargo.toml
///     operations = ["UpdateDomain"]      # or "all"
///     service = "com.example#Service"    # only for a model with several services
///     page = "docs/page.md"              # Markdown of your own, with which the documentation of the crate ends
///     skip-unsupported = true            # leave out operations that cannot be generated yet, and list them
///
/// Only files that change are written, and files that are no longer generated are removed.
///
/// With --model: generates a stand-alone crate, its Cargo.toml included, into --out.
///
/// Exit status: 0 when all is well, 1 when the model is bad, has not what is selected, or --check finds a difference,
/// 2 for wrong arguments.
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

    /// The directory of the stand-alone crate, below the current one: no absolute path, no `..`, no symbolic link; what is
    /// in it and was not generated is never overwritten nor removed
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
/// Makes a crate of every service of the models that has cases (`smithy.test#httpRequestTests`,
/// `smithy.test#httpResponseTests` and `smithy.rules#endpointTests`), one test a case, below `target/conformance`, and
/// runs it.
///
/// The last line is `N passed, N failed, N skipped`. Cases for servers or other protocols, and those that no service leads
/// to, are counted apart, each with its reason. A service that speaks no supported protocol is
/// an error. A second run waits for the first.
///
/// Exit status: 0 when no case failed, 1 when one did, when there is none or a model is bad, 2 for wrong arguments.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub struct Conformance {
    /// Smithy models as JSON AST
    #[arg(value_name = "MODEL", required = true)]
    pub models: Vec<PathBuf>,
    /// The partitions of AWS that endpoint cases are tested with, in the form that AWS publishes; today's unless given
    #[arg(long, value_name = "FILE")]
    pub partitions: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask codegen
  cargo xtask codegen --check
  cargo xtask codegen --model model/voice-id.json --operation CreateDomain --operation ListDomains \\
      --out target/domains --name domains";

/// Show what is selected of a model and what that drags in
///
/// Operations with their errors; shapes with the reason why each is there, a shortest path from an operation; traits
/// and what becomes of them; what cannot be generated yet; and how many lines are generated.
///
/// Without arguments: every crate of the workspace that has [package.metadata.codegen].
///
/// Exit status: 0, also when something selected cannot be generated; 1 when the model is bad or has not what is selected; 2
/// for wrong arguments.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = INSPECT_EXAMPLES)]
pub struct Inspect {
    /// A crate of the workspace, by its package name
    #[arg(value_name = "CRATE", conflicts_with = "model")]
    pub package: Option<String>,

    /// A Smithy model as JSON AST, instead of the models of crates
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,

    /// The service to look at, by shape id or name; needed where the model has several
    #[arg(long, value_name = "ID", requires = "model", conflicts_with = "package")]
    pub service: Option<String>,

    /// An operation to look at, by name; may be repeated; instead of those that the crate selects, or of all
    #[arg(long = "operation", value_name = "NAME")]
    pub operations: Vec<String>,

    /// List the operations that the service has; those that are selected have a `*`
    #[arg(long = "operations")]
    pub list: bool,

    /// `dot` draws the graph of operations and shapes, for Graphviz; it takes one crate or model
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// How to show it.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub enum Format {
    Text,
    Dot,
}

const INSPECT_EXAMPLES: &str = "\
Examples:
  cargo xtask inspect
  cargo xtask inspect voice-id --operations
  cargo xtask inspect voice-id --operation CreateDomain    # what if this were selected instead?
  cargo xtask inspect --model model/voice-id.json --operation UpdateDomain --format dot | dot -Tsvg > shapes.svg";

/// Make a crate of the workspace for some operations of a model, and generate it
///
/// Writes Cargo.toml with [package.metadata.codegen] and the dependencies that generated code needs, README.md and a
/// first test of the wire format; adds the crate to the members of the workspace; then does what codegen does. What
/// exists is never overwritten.
///
/// Exit status: 0 when all is well, 1 when something is in the way, or the model is bad or has not what is selected, 2 for
/// wrong arguments.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = NEW_EXAMPLES)]
pub struct New {
    /// The directory of the crate, within the workspace; must not exist, or be empty
    #[arg(value_name = "DIR")]
    pub directory: PathBuf,

    /// A Smithy model as JSON AST, which the crate refers to where it is
    #[arg(long, value_name = "FILE")]
    pub model: PathBuf,

    /// An operation to generate, by name; may be repeated
    #[arg(long = "operation", value_name = "NAME", required = true)]
    pub operations: Vec<String>,

    /// The service to generate, by shape id or name; needed where the model has several
    #[arg(long, value_name = "ID")]
    pub service: Option<String>,

    /// Name of the crate; that of the directory without it
    #[arg(long, value_name = "CRATE")]
    pub name: Option<String>,
}

const NEW_EXAMPLES: &str = "\
Examples:
  cargo xtask new domains --model model/voice-id.json --operation CreateDomain --operation ListDomains
  cargo xtask new crates/lists --model model/voice-id.json --operation ListWatchlists --name watchlists
  cargo xtask inspect --model model/voice-id.json --operations    # what could be selected";
