//! `cargo xtask codegen`: regenerates or checks the crates of the workspace, or makes a stand-alone crate.

use crate::cli;
use crate::disk::{Difference, is_below_here};
use crate::manifest;
use crate::model;
use crate::progress;
use crate::say::{self, Shown};
use crate::workspace::{self, Target};
use anyhow::{Context, Result, bail};
use codegen::diagnostic::{Diagnostics, Source};
use codegen::resolve::{Operations, Selection};
use codegen::{Request, Tree, skip};
use similar::TextDiff;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// What to generate, and where.
struct Job<'a> {
    package: &'a str,
    directory: &'a Path,
    model: &'a Path,
    /// Paths are shown relative to this directory.
    root: &'a Path,
    selection: &'a Selection,
    /// Whether operations that cannot be generated are left out.
    skip_unsupported: bool,
    /// Whether the crate's Cargo.toml is generated as well.
    with_manifest: bool,
    /// A file with which the crate's documentation ends.
    page: Option<&'a str>,
    /// What `cargo metadata` says of the crate, if it has a manifest of its own.
    metadata: Option<&'a serde_json::Value>,
    /// The command that mends what `--check` finds.
    command: &'a str,
}

/// Runs the command; the exit status tells whether all is well.
pub fn run(arguments: &cli::Codegen) -> Result<ExitCode> {
    let (Some(model), Some(out), Some(name)) = (&arguments.model, &arguments.out, &arguments.name) else {
        return run_workspace(arguments.check);
    };
    if let Err(why) = is_below_here(out) {
        cli::wrong("codegen", why);
    }
    let operations = match arguments.operations.as_slice() {
        [] => Operations::All,
        names => Operations::Named(names.to_vec()),
    };
    let job = Job {
        package: name,
        directory: out,
        model,
        root: &std::env::current_dir().context("there is no current directory")?,
        selection: &Selection { service: arguments.service.clone(), operations },
        skip_unsupported: arguments.skip_unsupported,
        with_manifest: true,
        page: None,
        metadata: None,
        command: "the same command without --check",
    };
    job.run(arguments.check)
}

fn run_workspace(check: bool) -> Result<ExitCode> {
    let (root, targets) = workspace::targets()?;
    if targets.is_empty() {
        bail!("no crate of the workspace has [package.metadata.codegen]; see cargo xtask codegen --help");
    }
    let mut worst = ExitCode::SUCCESS;
    for target in &targets {
        let code = Job::of(target, &root).run(check)?;
        if code != ExitCode::SUCCESS {
            worst = code;
        }
    }
    Ok(worst)
}

/// Generates one crate of the workspace.
pub fn generate_crate(package: &str) -> Result<ExitCode> {
    let (root, targets) = workspace::targets()?;
    let target = targets.iter().find(|target| target.package == package);
    let target = target.with_context(|| format!("the workspace has no generated crate `{package}`"))?;
    Job::of(target, &root).run(false)
}

impl<'a> Job<'a> {
    fn of(target: &'a Target, root: &'a Path) -> Self {
        Job {
            package: &target.package,
            directory: &target.directory,
            model: &target.model,
            root,
            selection: &target.selection,
            skip_unsupported: target.skip_unsupported,
            with_manifest: false,
            page: target.page.as_deref(),
            metadata: Some(&target.metadata),
            command: "cargo xtask codegen",
        }
    }

    fn run(&self, check: bool) -> Result<ExitCode> {
        let start = Instant::now();
        let Some(tree) = self.tree()? else {
            return Ok(ExitCode::FAILURE);
        };
        let difference = Difference::between(self.directory, &tree)?;
        if check {
            return self.report(&difference);
        }
        difference.apply(&tree)?;
        say::line(format_args!(
            "{}: {} written, {} removed, {} unchanged ({} ms)",
            self.package,
            difference.changed.len() + difference.missing.len(),
            difference.extra.len(),
            difference.unchanged,
            start.elapsed().as_millis()
        ))?;
        Ok(ExitCode::SUCCESS)
    }

    /// The files of the crate, below its directory; nothing if the model is bad, which has then been said.
    fn tree(&self) -> Result<Option<Tree>> {
        let source = model::load(self.model, self.root)?;
        let mut notes = Vec::new();
        let generated = progress::during(&format!("generating {}", self.package), || {
            match self.generate(&source, self.selection, &mut notes) {
                Err(_) if self.skip_unsupported => {
                    let selection = self.supported(&source, &mut notes)?;
                    self.generate(&source, &selection, &mut notes)
                }
                generated => generated,
            }
        });
        notes.iter().try_for_each(|note| say::line(format_args!("{}: {note}", self.package)))?;
        match generated {
            Err(faults) => {
                model::report(&faults, &source);
                self.offer_to_skip(&faults);
                Ok(None)
            }
            Ok((tree, manifest)) => Ok(self.fits(&manifest)?.then_some(tree)),
        }
    }

    /// The files of the crate, and the manifest that they need.
    fn generate(
        &self,
        source: &Source,
        selection: &Selection,
        notes: &mut Vec<String>,
    ) -> Result<(Tree, String), Diagnostics> {
        let model = &model::portable(self.model, self.root);
        let request = Request { source, model, selection, package: self.package, page: self.page };
        let mut unchecked = Vec::new();
        let sources = codegen::generate_noting(&request, &mut unchecked)?;
        notes.extend(unchecked.iter().map(|line| format!("validate() does not check {line}")));
        let (manifest, api) = (codegen::manifest(&request, &sources), codegen::api::listing(model, &sources));
        let mut tree: Tree = sources.into_iter().map(|(path, text)| (format!("src/{path}"), text)).collect();
        tree.insert("api.txt".to_owned(), api);
        if self.with_manifest {
            tree.insert("Cargo.toml".to_owned(), manifest.clone());
        }
        Ok((tree, manifest))
    }

    /// What is asked for, less what cannot be generated, which is listed.
    fn supported(&self, source: &Source, notes: &mut Vec<String>) -> Result<Selection, Diagnostics> {
        let skip::Supported { selection, skipped } = skip::supported(source, self.selection)?;
        notes.extend(skipped.iter().map(|it| format!("without {}: {}", it.operation, it.reason)));
        Ok(selection)
    }

    /// How to do without what is not supported, if that is what is wrong.
    fn offer_to_skip(&self, faults: &Diagnostics) {
        let faults = faults.sorted();
        let unsupported = faults.iter().filter(|fault| fault.code.is_unsupported()).count();
        match (self.skip_unsupported, self.metadata) {
            (true, _) if unsupported == faults.len() => {
                say::complain("error: nothing is left of the selection without what cannot be generated yet");
            }
            (false, None) if unsupported > 0 => {
                say::complain("help: --skip-unsupported leaves out the operations that need this");
            }
            (false, Some(_)) if unsupported > 0 => say::complain(format_args!(
                "help: `skip-unsupported = true` in [package.metadata.codegen] of {} leaves out the operations that need this",
                self.shown_below("Cargo.toml")
            )),
            _ => {}
        }
    }

    /// Whether the crate declares what the generated code needs, as this manifest does; says what is missing.
    fn fits(&self, manifest: &str) -> Result<bool> {
        let manifest = manifest.parse().context("bug of the generator: its manifest is no TOML")?;
        let Some(metadata) = self.metadata else {
            if manifest::needs(&manifest, self.package) {
                cli::wrong(
                    "codegen",
                    format!("the generated code depends on a crate `{}`; give another --name", self.package),
                );
            }
            return Ok(true);
        };
        let path = self.directory.join("Cargo.toml");
        let own = fs::read(&path).with_context(|| format!("cannot read {}", path.shown()))?;
        let own = model::source(own, &self.shown_below("Cargo.toml"))?;
        let faults = manifest::faults(&manifest, metadata, &own.text);
        model::report(&faults, &own);
        Ok(faults.is_empty())
    }

    fn report(&self, difference: &Difference) -> Result<ExitCode> {
        if difference.is_empty() {
            say::line(format_args!("{}: up to date, {} files", self.package, difference.unchanged))?;
            return Ok(ExitCode::SUCCESS);
        }
        let place = |path: &str| self.shown_below(path);
        let mut text = String::new();
        for change in &difference.changed {
            text += &format!("changed: {}\n{}", place(change.path), first_hunk(&change.old, change.new));
        }
        text.extend(difference.missing.iter().map(|path| format!("missing: {}\n", place(path))));
        text.extend(difference.extra.iter().map(|path| format!("extra:   {}\n", place(path))));
        let losses = match difference.losses()?.as_slice() {
            [] => String::new(),
            losses => format!("move or delete {}, then ", codegen::one_line(&losses.join(", "))),
        };
        say::line(format_args!("{text}{}: not up to date; to mend: {losses}{}", self.package, self.command))?;
        Ok(ExitCode::FAILURE)
    }

    fn shown_below(&self, path: &str) -> String {
        let directory = self.directory.strip_prefix(self.root).unwrap_or(self.directory);
        directory.join(path).shown()
    }
}

/// The first place where the file on disk (`-`) and what would be generated (`+`) differ.
fn first_hunk(old: &str, new: &str) -> String {
    let old = old.replace("\r\n", "\n");
    let diff = TextDiff::from_lines(old.as_str(), new);
    let hunk = diff.unified_diff().context_radius(2).iter_hunks().next().map(|hunk| hunk.to_string());
    hunk.unwrap_or_default().lines().map(|line| codegen::one_line(line) + "\n").collect()
}
