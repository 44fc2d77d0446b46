//! `cargo xtask diff`: reads two models, from files or from the git history, and says what changed.

use crate::cli::diff::{Diff, FailOn, Format};
use crate::report::Section;
use crate::say::Shown;
use crate::workspace::{self, Selected, Target};
use crate::{cli, git, model, progress, report, say};
use anyhow::{Context, Result, bail};
use codegen::diagnostic::Source;
use codegen::diff::{Faults, Report, Scope, Verdict, compare};
use codegen::resolve::{Operations, Selection};
use codegen::skip;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

/// What to compare.
struct Job {
    /// The crate, if the model is one of the workspace.
    package: Option<String>,
    /// Nothing where HEAD does not have it.
    old: Option<Source>,
    /// Whether the crate is not generated at HEAD.
    is_new: bool,
    new: Source,
    scope: Scope,
    /// Whether the old and the new crate are without what cannot be generated.
    skip: [bool; 2],
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
        match progress::during(&what, || job.compare()) {
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
    let job = |package, scope, skip| Job {
        package,
        old: Some(before.clone()),
        new: after.clone(),
        is_new: false,
        scope,
        skip,
    };
    if arguments.all {
        return Ok(vec![job(None, Scope::All, [false; 2])]);
    }
    if arguments.service.is_some() || !arguments.operations.is_empty() {
        let operations = match arguments.operations.as_slice() {
            [] => Operations::All,
            names => Operations::Named(names.to_vec()),
        };
        let selection = Selection { service: arguments.service.clone(), operations };
        return Ok(vec![job(None, Scope::Selection(selection), [false; 2])]);
    }
    let crates = crates_of([old, new], &here)
        .context("cannot tell what the crates of the workspace select; give --operation or --all to do without them")?;
    let jobs = crates.into_iter().map(|own| {
        let scope = Scope::Selections(own.selection.clone(), own.selection);
        job(Some(own.package), scope, [own.skip_unsupported; 2])
    });
    let mut jobs: Vec<Job> = jobs.collect();
    if jobs.is_empty() {
        let everything = Selection { service: None, operations: Operations::All };
        jobs.push(job(None, Scope::Selection(everything), [false; 2]));
    }
    Ok(jobs)
}

/// The workspace crates that are generated from one of the models.
fn crates_of(models: [&str; 2], here: &Path) -> Result<Vec<Target>> {
    let Some((_, targets)) = workspace::targets_if_any()? else {
        return Ok(Vec::new());
    };
    let mut places = Vec::new();
    for model in models {
        let place = match in_history(model) {
            Some((_, path)) if !path.starts_with("./") && !path.starts_with("../") => git::root(here)?.join(path),
            Some((_, path)) => here.join(path),
            None => here.join(model),
        };
        // What is only in the history is no crate's model now.
        places.extend(fs::canonicalize(place));
    }
    let is_own = |target: &Target| fs::canonicalize(&target.model).is_ok_and(|model| places.contains(&model));
    Ok(targets.into_iter().filter(is_own).collect())
}

/// Revision and path of `REV:path`, if no file has that name.
fn in_history(model: &str) -> Option<(&str, &str)> {
    model.split_once(':').filter(|_| !Path::new(model).exists())
}

/// Every generated crate of the workspace, at HEAD and now.
fn workspace(arguments: &Diff) -> Result<Vec<Job>> {
    let (root, targets) = workspace::targets().context("two models can be compared without a workspace: name them")?;
    if targets.is_empty() {
        bail!(
            "no crate of the workspace has [package.metadata.codegen]; name two models, or see cargo xtask diff --help"
        );
    }
    let mut jobs = Vec::new();
    for target in targets {
        let path = fs::canonicalize(&target.model)
            .with_context(|| format!("cannot read the model {}", target.model.shown()))?;
        let then = then(&target)?;
        let is_new = then.is_none();
        // The model may be older than the crate.
        let then = then.unwrap_or_else(|| Then {
            model: path.clone(),
            selection: target.selection.clone(),
            skip: target.skip_unsupported,
        });
        let (folder, name) = (then.model.parent().unwrap_or(&root), then.model.file_name().unwrap_or_default());
        let name = name.to_string_lossy();
        let label = shown(&then.model, &root);
        let old = match folder.is_dir() && git::has("HEAD", &name, folder)? {
            true => Some(model::source(git::show(&format!("HEAD:./{name}"), folder)?, &format!("HEAD:{label}"))?),
            false if is_new => None,
            false => bail!("{}: at HEAD its model is {label}, which is not in HEAD; name two models", target.package),
        };
        let new = model::load(&path, &root)?;
        let scope = match arguments.all {
            true => Scope::All,
            false => Scope::Selections(then.selection, target.selection),
        };
        let skip = [then.skip, target.skip_unsupported];
        jobs.push(Job { package: Some(target.package), old, new, is_new, scope, skip });
    }
    Ok(jobs)
}

/// A crate at HEAD.
struct Then {
    model: PathBuf,
    selection: Selection,
    skip: bool,
}

/// What the crate was at HEAD; nothing if it was not there, or not generated.
fn then(target: &Target) -> Result<Option<Then>> {
    if !git::has("HEAD", "Cargo.toml", &target.directory)? {
        return Ok(None);
    }
    let manifest = git::show("HEAD:./Cargo.toml", &target.directory)?;
    let then = workspace::selected_in(&String::from_utf8_lossy(&manifest));
    Ok(then.map(|Selected { model, selection, skip_unsupported: skip }| Then {
        model: plain(&target.directory.join(model)),
        selection,
        skip,
    }))
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
    let bytes = match in_history(spec) {
        Some(("", _) | (_, "")) => cli::wrong("diff", format!("`{spec}` is no file, and REV:path needs both")),
        None if spec.is_empty() => cli::wrong("diff", "a model is a file or REV:path, not an empty text"),
        Some(_) => git::show(spec, here)?,
        None => fs::read(spec).with_context(|| format!("cannot read the model {}", codegen::one_line(spec)))?,
    };
    model::source(bytes, spec)
}

impl Job {
    /// Without an old model the new one is compared with itself, to find what is wrong with it.
    fn compare(&self) -> Result<Report, Faults> {
        let old = self.old.as_ref().unwrap_or(&self.new);
        let mut report = compare(old, &self.new, &self.generated(old))?;
        if self.is_new && report.verdict < Verdict::Minor {
            report.verdict = Verdict::Minor;
            report.reason = "the crate is new: at HEAD it is not generated".to_owned();
        }
        Ok(report)
    }

    /// The scope, less what is not in the crates because it cannot be generated.
    fn generated(&self, old: &Source) -> Scope {
        let narrowed = |skip, source, selection: &Selection| match skip {
            true => skip::narrowed(source, selection),
            false => selection.clone(),
        };
        match &self.scope {
            Scope::Selections(before, after) => {
                Scope::Selections(narrowed(self.skip[0], old, before), narrowed(self.skip[1], &self.new, after))
            }
            scope => scope.clone(),
        }
    }

    fn title(&self) -> String {
        let of = match &self.scope {
            Scope::All => "everything".to_owned(),
            Scope::Selection(selection) | Scope::Selections(_, selection) => match &selection.operations {
                Operations::All => "all operations".to_owned(),
                Operations::None => "no operations".to_owned(),
                Operations::Named(names) => names.join(", "),
            },
        };
        let old = self.old.as_ref().map(|old| format!("{} -> ", old.path)).unwrap_or_default();
        format!("{old}{} ({of})", self.new.path)
    }

    fn complain(&self, faults: &Faults) {
        model::report(&faults.old, self.old.as_ref().unwrap_or(&self.new));
        model::report(&faults.new, &self.new);
    }
}
