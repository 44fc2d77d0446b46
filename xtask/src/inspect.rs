//! `cargo xtask inspect`: what is selected of a model and what that drags in.

mod dot;
mod text;

use crate::cli::{self, Format};
use crate::{model, progress, say, workspace};
use anyhow::{Context, Result, bail};
use codegen::diagnostic::{Diagnostics, Source};
use codegen::inspect::{Inspection, inspect};
use codegen::resolve::{Operations, Selection};
use codegen::skip::{self, Skipped, Supported};
use std::path::PathBuf;
use std::process::ExitCode;

/// A model to look at, for a crate or for itself.
struct Subject {
    title: String,
    model: PathBuf,
    selection: Selection,
    /// Whether the crate is without what cannot be generated.
    skip_unsupported: bool,
}

/// Runs the command; the exit status tells whether the models are good.
pub fn run(arguments: &cli::Inspect) -> Result<ExitCode> {
    let (root, subjects) = subjects(arguments)?;
    if arguments.format == Format::Dot && arguments.list {
        cli::wrong("inspect", "--operations cannot be used with --format dot");
    }
    if arguments.format == Format::Dot && subjects.len() > 1 {
        cli::wrong("inspect", "--format dot takes one crate: name it");
    }
    let mut code = ExitCode::SUCCESS;
    for (at, subject) in subjects.iter().enumerate() {
        let source = model::load(&subject.model, &root)?;
        match progress::during(&format!("inspecting {}", subject.title), || subject.inspect(&source)) {
            Ok((inspection, skipped)) => {
                let gap = if at > 0 { "\n" } else { "" };
                let heading =
                    if arguments.list && subjects.len() > 1 { format!("{}:\n", subject.title) } else { String::new() };
                say::print(&format!("{gap}{heading}{}", shown(arguments, subject, &source, &inspection, &skipped)))?;
            }
            Err(diagnostics) => {
                model::report(&diagnostics, &source);
                if subjects.len() > 1 {
                    say::complain(format_args!("help: this is about {}; name the crate to look at", subject.title));
                }
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}

impl Subject {
    /// The facts, and what is left out because it cannot be generated.
    fn inspect(&self, source: &Source) -> Result<(Inspection, Vec<Skipped>), Diagnostics> {
        if !self.skip_unsupported {
            return Ok((inspect(source, &self.selection)?, Vec::new()));
        }
        // Nothing may be left, or something else be wrong: that is shown as it is elsewhere.
        let as_it_is = || Supported { selection: self.selection.clone(), skipped: Vec::new() };
        let Supported { selection, skipped } = skip::supported(source, &self.selection).unwrap_or_else(|_| as_it_is());
        Ok((inspect(source, &selection)?, skipped))
    }
}

fn shown(
    arguments: &cli::Inspect,
    subject: &Subject,
    source: &Source,
    inspection: &Inspection,
    skipped: &[Skipped],
) -> String {
    match arguments.format {
        Format::Dot => dot::graph(&subject.title, inspection),
        Format::Text if arguments.list => text::operations(inspection),
        Format::Text => text::report(&subject.title, source, inspection, skipped),
    }
}

fn subjects(arguments: &cli::Inspect) -> Result<(PathBuf, Vec<Subject>)> {
    if let Some(model) = &arguments.model {
        let root = std::env::current_dir().context("there is no current directory")?;
        let service = arguments.service.clone();
        let selection = Selection { service, operations: chosen(arguments).unwrap_or(Operations::All) };
        let title = model.file_stem().unwrap_or(model.as_os_str()).to_string_lossy().into_owned();
        return Ok((root, vec![Subject { title, model: model.clone(), selection, skip_unsupported: false }]));
    }
    let Some((root, targets)) = workspace::targets_if_any()? else {
        bail!("there is no Cargo.toml here or above; use --model to look at a model");
    };
    if targets.is_empty() {
        bail!("no crate of the workspace has [package.metadata.codegen]; use --model to look at a model");
    }
    let known: Vec<String> = targets.iter().map(|target| target.package.clone()).collect();
    let wanted = |package: &String| arguments.package.as_ref().is_none_or(|wanted| wanted == package);
    let subjects = targets.into_iter().filter(|target| wanted(&target.package)).map(|target| {
        let operations = chosen(arguments).unwrap_or(target.selection.operations);
        let selection = Selection { service: target.selection.service, operations };
        let skip_unsupported = target.skip_unsupported && arguments.operations.is_empty();
        Subject { title: target.package, model: target.model, selection, skip_unsupported }
    });
    let subjects: Vec<Subject> = subjects.collect();
    if let (true, Some(wanted)) = (subjects.is_empty(), &arguments.package) {
        cli::wrong(
            "inspect",
            format!("no generated crate of the workspace is called `{wanted}`; there is: {}", known.join(", ")),
        );
    }
    Ok((root, subjects))
}

fn chosen(arguments: &cli::Inspect) -> Option<Operations> {
    (!arguments.operations.is_empty()).then(|| Operations::Named(arguments.operations.clone()))
}
