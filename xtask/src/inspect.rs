//! `cargo xtask inspect`: what is selected of a model and what that drags in.

mod dot;
mod text;

use crate::cli::{self, Format};
use crate::{model, progress, say, workspace};
use anyhow::{Context, Result, bail};
use codegen::diagnostic::Source;
use codegen::inspect::{Inspection, inspect};
use codegen::resolve::{Operations, Selection};
use std::path::PathBuf;
use std::process::ExitCode;

/// A model to look at, for a crate or for itself.
struct Subject {
    title: String,
    model: PathBuf,
    selection: Selection,
}

/// Runs the command; the exit status tells whether the models are good.
pub fn run(arguments: &cli::Inspect) -> Result<ExitCode> {
    let (root, subjects) = subjects(arguments)?;
    if arguments.format == Format::Dot && subjects.len() > 1 {
        cli::wrong("inspect", "--format dot takes one crate: name it");
    }
    let mut code = ExitCode::SUCCESS;
    for (at, subject) in subjects.iter().enumerate() {
        let source = model::load(&subject.model, &root)?;
        match progress::during(&format!("inspecting {}", subject.title), || inspect(&source, &subject.selection)) {
            Ok(inspection) => {
                let gap = if at > 0 { "\n" } else { "" };
                say::print(&format!("{gap}{}", shown(arguments, subject, &source, &inspection)))?;
            }
            Err(diagnostics) => {
                model::report(&diagnostics, &source);
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}

fn shown(arguments: &cli::Inspect, subject: &Subject, source: &Source, inspection: &Inspection) -> String {
    match arguments.format {
        Format::Dot => dot::graph(&subject.title, inspection),
        Format::Text if arguments.list => text::operations(inspection),
        Format::Text => text::report(&subject.title, source, inspection),
    }
}

fn subjects(arguments: &cli::Inspect) -> Result<(PathBuf, Vec<Subject>)> {
    if let Some(model) = &arguments.model {
        let root = std::env::current_dir().context("there is no current directory")?;
        let service = arguments.service.clone();
        let selection = Selection { service, operations: chosen(arguments).unwrap_or(Operations::All) };
        let title = model.file_stem().unwrap_or(model.as_os_str()).to_string_lossy().into_owned();
        return Ok((root, vec![Subject { title, model: model.clone(), selection }]));
    }
    let (root, targets) = workspace::targets()?;
    if targets.is_empty() {
        bail!("no crate of the workspace has [package.metadata.codegen]; use --model to look at a model");
    }
    let known: Vec<String> = targets.iter().map(|target| target.package.clone()).collect();
    let wanted = |package: &String| arguments.package.as_ref().is_none_or(|wanted| wanted == package);
    let subjects = targets.into_iter().filter(|target| wanted(&target.package)).map(|target| {
        let operations = chosen(arguments).unwrap_or(target.selection.operations);
        let selection = Selection { service: target.selection.service, operations };
        Subject { title: target.package, model: target.model, selection }
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
