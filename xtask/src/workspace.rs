//! Finds the generated crates of the workspace and what their manifests select.

use crate::say::Shown;
use anyhow::{Context, Result, bail};
use codegen::resolve::{Operations, Selection};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A workspace crate with `[package.metadata.codegen]`.
pub struct Target {
    pub package: String,
    pub directory: PathBuf,
    pub model: PathBuf,
    pub selection: Selection,
    pub skip_unsupported: bool,
    /// A file with which the crate's documentation ends, below `directory`.
    pub page: Option<String>,
    /// What `cargo metadata` says of the crate.
    pub metadata: Value,
}

/// The root of the workspace, and the generated crates in the order of their names.
pub fn targets() -> Result<(PathBuf, Vec<Target>)> {
    all().map(|(place, targets)| (place.root, targets))
}

/// The same; nothing where there is no workspace.
pub fn targets_if_any() -> Result<Option<(PathBuf, Vec<Target>)>> {
    let here = std::env::current_dir().context("there is no current directory")?;
    let is_any = here.ancestors().any(|folder| folder.join("Cargo.toml").exists());
    is_any.then(targets).transpose()
}

/// Where the workspace is, and its generated crates.
pub fn all() -> Result<(Place, Vec<Target>)> {
    let metadata = metadata()?;
    Ok((place_in(&metadata)?, targets_in(&metadata)?))
}

fn targets_in(metadata: &Value) -> Result<Vec<Target>> {
    let mut targets = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let Some(table) = package["metadata"].get("codegen") else { continue };
        let manifest = path(&package["manifest_path"]).context("cargo metadata names no manifest")?;
        let target = target(package, table, &manifest)
            .with_context(|| format!("{}: [package.metadata.codegen]", manifest.shown()))?;
        targets.push(target);
    }
    targets.sort_by(|a, b| a.package.cmp(&b.package));
    Ok(targets)
}

/// Where the workspace is, and where builds go.
pub struct Place {
    pub root: PathBuf,
    pub target: PathBuf,
    /// The names of all its crates, generated or not.
    pub packages: Vec<String>,
}

/// As Cargo sees it.
pub fn place() -> Result<Place> {
    place_in(&metadata()?)
}

fn place_in(metadata: &Value) -> Result<Place> {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    Ok(Place {
        root: path(&metadata["workspace_root"]).context("cargo metadata names no workspace root")?,
        target: path(&metadata["target_directory"]).context("cargo metadata names no target directory")?,
        packages: packages.filter_map(|package| package["name"].as_str().map(str::to_owned)).collect(),
    })
}

fn metadata() -> Result<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .output()
        .context("cannot run cargo metadata")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim().trim_start_matches("error: "));
    }
    serde_json::from_slice(&output.stdout).context("cargo metadata printed no JSON")
}

fn path(value: &Value) -> Option<PathBuf> {
    value.as_str().map(PathBuf::from)
}

fn target(package: &Value, table: &Value, manifest: &Path) -> Result<Target> {
    for key in table.as_object().context("is not a table")?.keys() {
        if !["model", "operations", "page", "service", "skip-unsupported"].contains(&key.as_str()) {
            bail!("unknown key `{key}`; known are `model`, `operations`, `page`, `service` and `skip-unsupported`");
        }
    }
    let directory = manifest.parent().context("has no directory")?.to_owned();
    let model = table.get("model").and_then(Value::as_str).context("`model` must be the path of a model")?;
    is_there("model", model, &directory)?;
    let service = match table.get("service") {
        None => None,
        Some(service) => Some(service.as_str().context("`service` must be a shape id")?.to_owned()),
    };
    Ok(Target {
        package: package["name"].as_str().context("has no package name")?.to_owned(),
        model: directory.join(model),
        page: table.get("page").map(|page| page_of(page, &directory)).transpose()?,
        directory,
        selection: Selection { service, operations: operations(table.get("operations"))? },
        skip_unsupported: match table.get("skip-unsupported") {
            None => false,
            Some(skip) => skip.as_bool().context("`skip-unsupported` must be true or false")?,
        },
        metadata: package.clone(),
    })
}

/// What the text of a manifest says of the model.
pub struct Selected {
    pub package: String,
    /// The path of the model.
    pub model: String,
    pub selection: Selection,
    pub skip_unsupported: bool,
}

/// What is selected in the text of a manifest, if anything is.
pub fn selected_in(manifest: &str) -> Option<Selected> {
    let manifest: toml_edit::DocumentMut = manifest.parse().ok()?;
    let table = manifest.get("package")?.get("metadata")?.get("codegen")?;
    let text = |key| table.get(key).and_then(toml_edit::Item::as_str).map(str::to_owned);
    let names = table.get("operations").and_then(toml_edit::Item::as_array);
    let wanted = match names {
        Some(names) => {
            Some(names.iter().map(|name| name.as_str().unwrap_or_default().into()).collect::<Vec<Value>>().into())
        }
        None => text("operations").map(Value::from),
    };
    let selection = Selection { service: text("service"), operations: operations(wanted.as_ref()).ok()? };
    let skip_unsupported = table.get("skip-unsupported").and_then(toml_edit::Item::as_bool).unwrap_or_default();
    let package = manifest.get("package")?.get("name")?.as_str()?.to_owned();
    Some(Selected { package, model: text("model")?, selection, skip_unsupported })
}

fn page_of(value: &Value, directory: &Path) -> Result<String> {
    let page = value.as_str().context("`page` must be the path of a Markdown file")?;
    is_there("page", page, directory)?;
    Ok(page.to_owned())
}

/// Whether the file that a key of the table names is there.
fn is_there(key: &str, path: &str, directory: &Path) -> Result<()> {
    if Path::new(path).is_absolute() {
        bail!("`{key}` must be relative to the Cargo.toml, so that others have it, too");
    }
    if !directory.join(path).is_file() {
        bail!("`{key}`: there is no file `{path}`");
    }
    Ok(())
}

fn operations(value: Option<&Value>) -> Result<Operations> {
    let expected = "`operations` must be \"all\" or a list of operation names";
    match value {
        Some(Value::String(all)) if all == "all" => Ok(Operations::All),
        Some(Value::Array(names)) if !names.is_empty() => {
            let names: Option<Vec<String>> = names.iter().map(|name| name.as_str().map(str::to_owned)).collect();
            Ok(Operations::Named(names.context(expected)?))
        }
        _ => bail!(expected),
    }
}
