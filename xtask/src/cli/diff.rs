//! The arguments of `cargo xtask diff` and `cargo xtask explain`.

use clap::{Args, ValueEnum};

/// Say what changed between two models, and whether that is a patch, minor or major change of the crate
///
/// OLD and NEW are files, or `REV:path` of the git history. Without them: the model of every workspace crate that selects
/// operations (see `cargo xtask codegen --help`), as it is at HEAD and as it is now.
///
/// Only what becomes a crate is compared: the operations given with --operation, or all of the service given with --service;
/// without these, the operations that workspace crates select of the model that NEW or OLD is; if there is no such crate,
/// all operations.
///
/// Severities and event ids are those of smithy-diff 1.73; `cargo xtask explain EVENT` says what an event means. The verdict
/// is about the generated Rust crate: it counts what smithy-diff does not report, and what is selected is generated from both
/// models to see which public items come and go.
///
/// Crates are known by their names: one that is not generated at HEAD is a minor change, one that is generated only there a
/// major one. So is one that cannot be generated any more; `cargo xtask codegen` shows all that is wrong with it.
///
/// Exit status: 0, or 1 when a model cannot be read, or --fail-on applies, or 2 for wrong arguments.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = DIFF_EXAMPLES)]
pub struct Diff {
    /// The model before: a file or REV:path
    #[arg(requires = "new")]
    pub old: Option<String>,

    /// The model after: a file or REV:path
    #[arg(requires = "old")]
    pub new: Option<String>,

    /// Compare everything in the models, as smithy-diff does, not only what becomes a crate
    #[arg(long, conflicts_with_all = ["operations", "service"])]
    pub all: bool,

    /// The service, by shape id or name; needed where a model has several
    #[arg(long, value_name = "ID", requires = "old")]
    pub service: Option<String>,

    /// An operation to compare, by name; may be repeated
    #[arg(long = "operation", value_name = "NAME", requires = "old")]
    pub operations: Vec<String>,

    /// How to print the changes
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,

    /// Exit with 1 if the verdict is this or more
    #[arg(long, value_enum, value_name = "VERDICT")]
    pub fail_on: Option<FailOn>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// For a terminal
    Text,
    /// For a comment on a pull request
    Markdown,
    /// For programs: {"verdict", "events": [{"severity", "id", "shape", "path", "line", "message"}]}; what concerns no shape
    /// has null there, and what smithy-diff does not report has null as id
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum FailOn {
    /// Some program does not compile or behave as before
    Major,
    /// The crate offers or does something new
    Minor,
}

const DIFF_EXAMPLES: &str = "\
Examples:
  cargo xtask diff
  cargo xtask diff --format markdown --fail-on major
  cargo xtask diff HEAD~5:model/voice-id.json model/voice-id.json
  cargo xtask diff old.json new.json --all";

/// Explain a diagnostic of the generator, or an event of `cargo xtask diff`
///
/// Without an argument: lists them all. Letters may be small or capital.
///
/// Exit status: 0, or 2 when there is no such code or event.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub struct Explain {
    /// The code of a diagnostic, such as SM0030, or the id of an event, such as AddedShape
    pub code: Option<String>,
}
