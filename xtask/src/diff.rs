//! `cargo xtask diff`: reads two models, from files or from the git history, and says what changed.

use crate::cli::diff::{Diff, FailOn, Format};
use crate::report::Section;
use crate::say::Shown;
use crate::workspace::{self, Target};
use crate::{git, model, progress, report, say};
use anyhow::{Context, Result, bail};
use codegen::diagnostic::Source;
use codegen::diff::{Faults, Scope, Verdict, compare};
use codegen::resolve::{Operations, Selection};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

/// What to compare.
struct Job {
    /// The crate, if the model is one of the workspace.
    package: Option<String>,
    old: Source,
    new: Source,
    scope: Scope,
}

/// Runs the command; the exit status tells whether all is well.
pub fn run(arguments: &Diff) -> Result<ExitCode> {
    let jobs = match (&arguments.old, &arguments.new) {
        (Some(old), Some(new)) => given(old, new, arguments)?,
        _ => workspace(arguments)?,
    };
    compare_all(&jobs, arguments)
}

fn compare_all(jobs: &[Job], arguments: &Diff) -> Result<ExitCode> {
    let (mut sections, mut sound) = (Vec::new(), true);
    for job in jobs {
        let what = format!("comparing {}", job.new.path);
        match progress::during(&what, || compare(&job.old, &job.new, &job.scope)) {
            Ok(report) => sections.push(Section { title: job.title(), package: job.package.clone(), report }),
            Err(faults) => {
                sound = false;
                job.complain(&faults);
            }
        }
    }
    if !sound {
        return Ok(ExitCode::FAILURE);
    }
    let text = match arguments.format {
        Format::Text => report::text(&sections, say::is_colorful(&std::io::stdout())),
        Format::Markdown => report::markdown(&sections),
        Format::Json => report::json(&sections),
    };
    say::print(&text)?;
    let limit = arguments.fail_on.map(|limit| match limit {
        FailOn::Major => Verdict::Major,
        FailOn::Minor => Verdict::Minor,
    });
    let failed = limit.is_some_and(|limit| sections.iter().any(|section| section.report.verdict >= limit));
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The models that were named.
fn given(old: &str, new: &str, arguments: &Diff) -> Result<Vec<Job>> {
    let here = std::env::current_dir().context("there is no current directory")?;
    let (before, after) = (read(old, &here)?, read(new, &here)?);
    let job = |package, scope| Job { package, old: before.clone(), new: after.clone(), scope };
    if arguments.all {
        return Ok(vec![job(None, Scope::All)]);
    }
    if arguments.service.is_some() || !arguments.operations.is_empty() {
        let operations = match arguments.operations.as_slice() {
            [] => Operations::All,
            names => Operations::Named(names.to_vec()),
        };
        let selection = Selection { service: arguments.service.clone(), operations };
        return Ok(vec![job(None, Scope::Selection(selection))]);
    }
    let crates = crates_of(new, &here).into_iter().chain(crates_of(old, &here));
    let mut jobs: Vec<Job> = Vec::new();
    for own in crates {
        if !jobs.iter().any(|job| job.package.as_ref() == Some(&own.package)) {
            jobs.push(job(Some(own.package), Scope::Selection(own.selection)));
        }
    }
    if jobs.is_empty() {
        let everything = Selection { service: None, operations: Operations::All };
        jobs.push(job(None, Scope::Selection(everything)));
    }
    Ok(jobs)
}

/// The workspace crates that are generated from the model.
fn crates_of(spec: &str, here: &Path) -> Vec<Target> {
    let Some((root, targets)) = workspace::targets_if_any() else {
        return Vec::new();
    };
    let place = match spec.split_once(':').filter(|_| !here.join(spec).exists()) {
        Some((_, path)) if !path.starts_with('.') => root.join(path),
        Some((_, path)) => here.join(path),
        None => here.join(spec),
    };
    let Ok(place) = fs::canonicalize(place) else {
        return Vec::new();
    };
    let is_own = |target: &Target| fs::canonicalize(&target.model).is_ok_and(|model| model == place);
    targets.into_iter().filter(is_own).collect()
}

/// Every generated crate of the workspace, at HEAD and now.
fn workspace(arguments: &Diff) -> Result<Vec<Job>> {
    let (root, targets) = workspace::targets()?;
    if targets.is_empty() {
        bail!(
            "no crate of the workspace has [package.metadata.codegen]; name two models, or see cargo xtask diff --help"
        );
    }
    let mut jobs = Vec::new();
    for target in targets {
        let path = fs::canonicalize(&target.model)
            .with_context(|| format!("cannot read the model {}", target.model.shown()))?;
        // Without a manifest at HEAD the crate is new; the model may be older.
        let (model_then, selection_then) = then(&target)?.unwrap_or_else(|| (path.clone(), target.selection.clone()));
        let (folder, name) = (model_then.parent().unwrap_or(&root), model_then.file_name().unwrap_or_default());
        let name = name.to_string_lossy();
        if !folder.is_dir() || !git::has("HEAD", &name, folder)? {
            let place = shown(&model_then, &root);
            say::complain(format_args!("{}: {place} is not in HEAD: nothing to compare with", target.package));
            continue;
        }
        let label_then = shown(&model_then, &root);
        let old = model::source(git::show(&format!("HEAD:./{name}"), folder)?, &format!("HEAD:{label_then}"))?;
        let new = model::load(&path, &root)?;
        let scope = match arguments.all {
            true => Scope::All,
            false => Scope::Selections(selection_then, target.selection),
        };
        jobs.push(Job { package: Some(target.package), old, new, scope });
    }
    Ok(jobs)
}

/// The model and the selection of the crate at HEAD; nothing if it was not there.
fn then(target: &Target) -> Result<Option<(PathBuf, Selection)>> {
    if !git::has("HEAD", "Cargo.toml", &target.directory)? {
        return Ok(None);
    }
    let manifest = git::show("HEAD:./Cargo.toml", &target.directory)?;
    let then = workspace::selected_in(&String::from_utf8_lossy(&manifest));
    Ok(then.map(|(model, selection)| (plain(&target.directory.join(model)), selection)))
}

/// The path without `..`, whether or not something is there.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

/// The path for messages: relative to the root of the workspace if below it.
fn shown(path: &Path, root: &Path) -> String {
    let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    crate::disk::slashes(path.strip_prefix(root).unwrap_or(path))
}

/// A file, or `REV:path` of the git history where there is no such file.
fn read(spec: &str, here: &Path) -> Result<Source> {
    let path = PathBuf::from(spec);
    let bytes = match spec.split_once(':').filter(|_| !path.exists()) {
        Some(("", _) | (_, "")) => bail!("`{}` is no file, and REV:path needs both", codegen::one_line(spec)),
        Some(_) => git::show(spec, here)?,
        None => fs::read(&path).with_context(|| format!("cannot read the model {}", codegen::one_line(spec)))?,
    };
    model::source(bytes, spec)
}

impl Job {
    fn title(&self) -> String {
        let of = match &self.scope {
            Scope::All => "everything".to_owned(),
            Scope::Selection(selection) | Scope::Selections(_, selection) => match &selection.operations {
                Operations::All => "all operations".to_owned(),
                Operations::None => "no operations".to_owned(),
                Operations::Named(names) => names.join(", "),
            },
        };
        format!("{} -> {} ({of})", self.old.path, self.new.path)
    }

    fn complain(&self, faults: &Faults) {
        model::report(&faults.old, &self.old);
        model::report(&faults.new, &self.new);
    }
}
