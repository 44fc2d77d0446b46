//! `cargo xtask diff`: reads two models, from files or from the git history, and says what changed.

mod history;

use crate::cli::diff::{Diff, FailOn, Format};
use crate::report::Section;
use crate::workspace::{self, Target};
use crate::{cli, disk, git, model, progress, report, say};
use anyhow::{Context, Result, bail};
use codegen::Request;
use codegen::diagnostic::{Diagnostics, Source};
use codegen::diff::{Faults, Report, Scope, Verdict, compare};
use codegen::resolve::{Operations, Selection};
use codegen::skip;
use history::Then;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// What to compare.
struct Job {
    /// The crate, if the model is one of the workspace.
    package: Option<String>,
    /// Nothing for a crate that is new.
    old: Option<Source>,
    new: Source,
    scope: Scope,
    /// Whether the old and the new crate are without what cannot be generated.
    skip: [bool; 2],
}

/// Runs the command; the exit status tells whether all is well.
pub fn run(arguments: &Diff) -> Result<ExitCode> {
    let (jobs, gone) = match (&arguments.old, &arguments.new) {
        (Some(old), Some(new)) => (given(old, new, arguments)?, Vec::new()),
        _ => workspace(arguments)?,
    };
    compare_all(&jobs, gone, arguments)
}

fn compare_all(jobs: &[Job], gone: Vec<Section>, arguments: &Diff) -> Result<ExitCode> {
    let (mut sections, mut sound) = (gone, true);
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
    let job = |package, scope, skip| Job { package, old: Some(before.clone()), new: after.clone(), scope, skip };
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

/// Every generated crate of the workspace, at HEAD and now; and what is to say of those that are gone.
fn workspace(arguments: &Diff) -> Result<(Vec<Job>, Vec<Section>)> {
    let Some((root, targets)) = workspace::targets_if_any()? else {
        bail!("there is no Cargo.toml here or above; name two models to compare");
    };
    let mut then = history::crates(&root)?;
    if targets.is_empty() && then.is_empty() {
        bail!(
            "no crate of the workspace has [package.metadata.codegen]; name two models, or see cargo xtask diff --help"
        );
    }
    let jobs = targets.into_iter().map(|target| {
        let then = then.remove(&target.package);
        Job::of(target, then, &root, arguments.all)
    });
    let jobs = jobs.collect::<Result<_>>()?;
    let gone = then.into_iter().filter(|(package, then)| then.is_gone(package, &root));
    Ok((jobs, gone.map(|(package, then)| self::gone(package, &then)).collect()))
}

fn gone(package: String, then: &Then) -> Section {
    let report = whole(Verdict::Major, "the crate is gone: at HEAD it is generated");
    Section { title: format!("HEAD:{}", then.manifest), package: Some(package), report }
}

/// A verdict on a crate as a whole.
fn whole(verdict: Verdict, reason: &str) -> Report {
    Report { verdict, reason: reason.to_owned(), events: Vec::new(), unreported: Vec::new() }
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
    /// A crate of the workspace.
    fn of(target: Target, then: Option<Then>, root: &Path, all: bool) -> Result<Self> {
        let Target { package, selection, skip_unsupported, .. } = target;
        let new = model::load(&target.model, root)?;
        let Some(then) = then else {
            let scope = Scope::Selections(selection.clone(), selection);
            return Ok(Job { package: Some(package), old: None, new, scope, skip: [skip_unsupported; 2] });
        };
        let label = disk::relative(&then.model, root);
        let Some(old) = then.model(root)? else {
            bail!("{package}: at HEAD its model is {label}, which is not in HEAD; name two models");
        };
        let old = Some(model::source(old, &format!("HEAD:{label}"))?);
        let scope = if all { Scope::All } else { Scope::Selections(then.selection, selection) };
        Ok(Job { package: Some(package), old, new, scope, skip: [then.skip_unsupported, skip_unsupported] })
    }

    fn compare(&self) -> Result<Report, Faults> {
        let Some(old) = &self.old else {
            self.check()?;
            return Ok(whole(Verdict::Minor, "the crate is new: at HEAD it is not generated"));
        };
        compare(old, &self.new, &self.generated(old))
    }

    /// Whether the new crate can be generated.
    fn check(&self) -> Result<(), Faults> {
        let Scope::Selections(_, selection) = self.generated(&self.new) else { return Ok(()) };
        let package = self.package.as_deref().unwrap_or_default();
        let request = Request { source: &self.new, model: "", selection: &selection, package, page: None };
        codegen::generate(&request).map(drop).map_err(|new| Faults { old: Diagnostics::new(), new })
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
