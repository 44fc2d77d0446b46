//! `cargo xtask new`: a crate of the workspace for some operations of a model.

mod members;
mod undo;

use crate::cli;
use crate::say::Shown;
use crate::workspace::Place;
use crate::{codegen, disk, git, manifest, model, progress, say, workspace};
use ::codegen::resolve::{Operations, Selection};
use ::codegen::{Request, crate_name};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use toml_edit::DocumentMut;
use undo::Undo;

/// Runs the command; the exit status tells whether the crate is there.
pub fn run(arguments: &cli::New) -> Result<ExitCode> {
    let _alone = disk::alone(&workspace::place()?.target, "new")?;
    // What the manifests of other crates say must be in order, too: it is read again when the crate is generated.
    let (Place { root, target, packages }, _) = workspace::all()?;
    let root = fs::canonicalize(&root).with_context(|| format!("cannot find {}", root.shown()))?;
    let directory = place(&arguments.directory, &root, &target)?;
    let name = name(arguments, &directory);
    if packages.iter().any(|package| manifest::is_same(package, &name)) {
        cli::wrong("new", format!("the workspace has a crate `{name}` already; give another --name"));
    }
    let path = model_path(&arguments.model, &root, &target)?;
    let source = model::load(&path, &root)?;
    let operations = Operations::Named(arguments.operations.clone());
    let selection = Selection { service: arguments.service.clone(), operations };
    let shown = &model::portable(&path, &root);
    let request = Request { source: &source, model: shown, selection: &selection, package: &name, page: None };
    let generated = progress::during(&format!("making {name}"), || {
        ::codegen::generate(&request).and_then(|sources| Ok((sources, ::codegen::scaffold(&request)?)))
    });
    let (sources, files) = match generated {
        Ok(generated) => generated,
        Err(diagnostics) => {
            model::report(&diagnostics, &source);
            return Ok(ExitCode::FAILURE);
        }
    };
    let root_manifest = root.join("Cargo.toml");
    let old = fs::read_to_string(&root_manifest).context("cannot read the Cargo.toml of the workspace")?;
    let new = members::with(&old, &disk::relative(&directory, &root))?;
    let alone = ::codegen::manifest(&request, &sources);
    let manifest = own_manifest(&alone, &name, arguments, &disk::relative(&path, &directory), &old)?;
    let undo = Undo::of(&directory, &root_manifest, &old);
    let written = write(&directory, &manifest, &files).and_then(|()| {
        disk::replace(&root_manifest, &new)?;
        codegen::generate_crate(&name)
    });
    if !matches!(written, Ok(code) if code == ExitCode::SUCCESS) {
        undo.run();
        return written;
    }
    format_test(&directory);
    say::line(format_args!("{name}: made in {}; next: cargo test -p {name}", disk::relative(&directory, &root)))?;
    Ok(ExitCode::SUCCESS)
}

/// The directory of the crate: within the workspace, and nothing in it.
fn place(directory: &Path, root: &Path, target: &Path) -> Result<PathBuf> {
    plain(directory);
    let current = std::env::current_dir().context("there is no current directory")?;
    let wanted = current.join(directory);
    let behind = directory.components().skip_while(|part| *part == Component::ParentDir);
    if behind.into_iter().any(|part| part == Component::ParentDir) {
        cli::wrong("new", format!("{}: write the directory without `..`", directory.shown()));
    }
    let place = real(&wanted)?;
    if place == *root {
        cli::wrong("new", format!("{} is the workspace itself; give a directory of its own", directory.shown()));
    }
    if !place.starts_with(root) {
        cli::wrong("new", format!("{} is not within the workspace {}", directory.shown(), root.shown()));
    }
    if let Some(why) = taken(&place, root, target)? {
        cli::wrong("new", format!("{} {why}; give a directory of its own", directory.shown()));
    }
    if fs::symlink_metadata(&place).is_ok() && !fs::read_dir(&place).is_ok_and(|mut entries| entries.next().is_none()) {
        bail!("{} exists already; nothing is overwritten", directory.shown());
    }
    Ok(place)
}

/// Manifests name the path, so it must be text, and readable.
fn plain(path: &Path) {
    if path.to_str().is_none_or(|path| path.contains(char::is_control)) {
        cli::wrong("new", format!("{}: a path must be UTF-8 without control characters", path.shown()));
    }
}

/// What a directory of the workspace belongs to, if that is not the workspace alone.
fn taken(place: &Path, root: &Path, target: &Path) -> Result<Option<String>> {
    if place.starts_with(real(target)?) {
        return Ok(Some("is where builds go, and would be lost with them".to_owned()));
    }
    if place.starts_with(root.join(".git")) {
        return Ok(Some("is where git keeps what it knows".to_owned()));
    }
    if git::ignores(&place.join("Cargo.toml"), root) {
        return Ok(Some("is ignored by git, and nobody else would have it".to_owned()));
    }
    let folders = place.ancestors().skip(1).take_while(|folder| *folder != root);
    let outer = folders.into_iter().find(|folder| folder.join("Cargo.toml").exists());
    Ok(outer.map(|outer| format!("is inside of the crate {}", disk::relative(outer, root))))
}

/// The path with links followed, as far as it exists.
fn real(path: &Path) -> Result<PathBuf> {
    if let Ok(real) = fs::canonicalize(path) {
        return Ok(real);
    }
    let (parent, name) = path.parent().zip(path.file_name()).with_context(|| format!("{} is no path", path.shown()))?;
    Ok(real(parent)?.join(name))
}

fn name(arguments: &cli::New, directory: &Path) -> String {
    let from_directory = || directory.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = arguments.name.clone().unwrap_or_else(from_directory);
    match crate_name(&name) {
        Ok(_) => name,
        Err(why) => cli::wrong("new", format!("`{name}` cannot be the name of a crate: {why}; give another --name")),
    }
}

/// A crate refers to its model by a relative path, which must be the same for everybody.
fn model_path(model: &Path, root: &Path, target: &Path) -> Result<PathBuf> {
    let path = fs::canonicalize(model).with_context(|| format!("cannot read the model {}", model.shown()))?;
    plain(&path);
    let why = match () {
        () if !path.starts_with(root) => "outside of the workspace",
        () if path.starts_with(real(target)?) => "where builds go",
        () if git::ignores(&path, root) => "ignored by git",
        () => return Ok(path),
    };
    bail!(
        "{} is {why}, so that others do not have it; copy it to {}/model first, and give that path",
        model.shown(),
        root.shown()
    )
}

/// The manifest: what the workspace has in common is inherited from it.
fn own_manifest(alone: &str, name: &str, arguments: &cli::New, model: &str, workspace: &str) -> Result<String> {
    let workspace: DocumentMut = workspace.parse().context("the Cargo.toml of the workspace is no TOML")?;
    let shared = |table: &str, key: &str| workspace.get("workspace")?.get(table)?.get(key);
    // What is too old for generated code is not inherited.
    let field = |key: &str, value: &str| match shared("package", key).and_then(toml_edit::Item::as_str) {
        Some(own) if manifest::is_recent(own, value) => format!("{key}.workspace = true\n"),
        Some(_) | None => format!("{key} = {value:?}\n"),
    };
    let alone: DocumentMut = alone.parse().context("bug of the generator: its manifest is no TOML")?;
    let text = |key: &str| {
        let value = alone.get("package").and_then(|package| package.get(key));
        value.and_then(toml_edit::Item::as_str).unwrap_or_default().to_owned()
    };
    if manifest::needs(&alone, name) {
        cli::wrong("new", format!("the generated code depends on a crate `{name}`; give another --name"));
    }
    let license = shared("package", "license").map(|_| "license.workspace = true\n").unwrap_or_default();
    let dependencies =
        alone.get("dependencies").and_then(toml_edit::Item::as_table).into_iter().flat_map(toml_edit::Table::iter).map(
            |(name, value)| {
                // Features beyond those of the workspace are spelled out; so is what it does not have.
                let plain = value.get("features").is_none() && value.get("optional").is_none();
                match shared("dependencies", name) {
                    Some(own) if plain && manifest::is_enough(own, value) => format!("{name}.workspace = true\n"),
                    Some(_) | None => format!("{name} = {}\n", value.to_string().trim()),
                }
            },
        );
    let features = alone.get("features").map(|features| format!("\n[features]\n{features}")).unwrap_or_default();
    Ok(format!(
        "[package]\nname = \"{}\"\nversion = \"0.1.0\"\n{}{}{license}publish = false\n\n\
         {}\n[dependencies]\n{}{features}",
        name,
        field("edition", &text("edition")),
        field("rust-version", &text("rust-version")),
        selection(arguments, model),
        dependencies.collect::<String>(),
    ))
}

/// The table that says what is generated; an operation that is named twice is in it once.
fn selection(arguments: &cli::New, model: &str) -> String {
    let quoted = |text: &str| toml_edit::Value::from(text).to_string();
    let mut operations: Vec<String> = Vec::new();
    for operation in arguments.operations.iter().map(|name| quoted(name)) {
        if !operations.contains(&operation) {
            operations.push(operation);
        }
    }
    let service = arguments.service.as_ref();
    let service = service.map(|service| format!("service = {}\n", quoted(service))).unwrap_or_default();
    let (model, operations) = (quoted(model), operations.join(", "));
    format!("[package.metadata.codegen]\nmodel = {model}\noperations = [{operations}]\n{service}")
}

fn write(directory: &Path, manifest: &str, files: &::codegen::Tree) -> Result<()> {
    // Cargo wants a target; the text is that of a generated file, which may be overwritten.
    let library = ("src/lib.rs", "// @generated by `cargo xtask codegen`: not yet.\n");
    let fixed = [("Cargo.toml", manifest), library];
    for (path, text) in fixed.into_iter().chain(files.iter().map(|(path, text)| (path.as_str(), text.as_str()))) {
        disk::write(&directory.join(path), text)?;
    }
    Ok(())
}

/// The test is the author's file, so it has the author's layout, where there is a rustfmt.
fn format_test(directory: &Path) {
    let test = directory.join("tests/wire.rs");
    let mut rustfmt = Command::new("rustfmt");
    let _ = rustfmt.args(["--edition", "2024"]).arg(test).stdout(Stdio::null()).stderr(Stdio::null()).status();
}
