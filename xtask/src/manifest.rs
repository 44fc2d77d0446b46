//! What the manifest of a generated crate must declare: everything that the manifest of a stand-alone crate declares.

use codegen::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use serde_json::{Value as Json, json};
use toml_edit::{DocumentMut, Item, Table};

/// What a manifest with this text lacks: a fault for each table.
///
/// `package` is what `cargo metadata` says of the crate, so that what it inherits from the workspace counts, too.
pub fn faults(required: &DocumentMut, package: &Json, text: &str) -> Diagnostics {
    let missing = missing(required, package);
    let mut faults = Diagnostics::new();
    for table in ["package", "dependencies", "features"] {
        let lines = missing.iter().filter(|(of, _)| *of == table).map(|(_, line)| format!("\n{line}"));
        let lines: String = lines.collect();
        if !lines.is_empty() {
            faults.push(fault(table, &lines, text));
        }
    }
    faults
}

fn fault(table: &str, lines: &str, text: &str) -> Diagnostic {
    let header = format!("[{table}]");
    let start = text.match_indices(&header).find(|(at, _)| *at == 0 || text[..*at].ends_with('\n')).map(|(at, _)| at);
    let (span, label) = match start {
        Some(start) => (Span { start, end: start + header.len() }, "in here"),
        None => (Span::default(), "there is no such table"),
    };
    Diagnostic::new(Code::Manifest, span, format!("`{header}` lacks what the generated code needs"))
        .label(label)
        .help(format!("add, or put in place of what is there:\n\n{header}{lines}"))
}

/// The lines that a manifest lacks, as they are to be written, each below the name of its table.
fn missing(required: &DocumentMut, package: &Json) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    for (key, own) in [("edition", "edition"), ("rust-version", "rust_version")] {
        let wanted =
            required.get("package").and_then(|table| table.get(key)).and_then(Item::as_str).unwrap_or_default();
        if package[own].as_str().is_some_and(|own| !is_recent(own, wanted)) {
            lines.push(("package", format!("{key} = {wanted:?}")));
        }
    }
    for (name, wanted) in entries(required, "dependencies") {
        let declared = list(&package["dependencies"]);
        let mut own = declared.iter().filter(|own| own["kind"].is_null() && own["target"].is_null());
        let found = own.rfind(|own| own["rename"].as_str().or(own["name"].as_str()) == Some(name));
        if !found.is_some_and(|found| suffices(found, wanted)) {
            lines.push(("dependencies", format!("{name} = {}", merged(wanted, found))));
        }
    }
    for (name, wanted) in entries(required, "features") {
        let found = list(&package["features"][name]);
        if package["features"].get(name).is_none()
            || strings(wanted).iter().any(|part| !found.contains(&Json::from(*part)))
        {
            lines.push(("features", format!("{name} = {}", all(wanted, found))));
        }
    }
    lines
}

/// Whether a crate that is called so would depend on one of that name.
pub fn needs(manifest: &DocumentMut, name: &str) -> bool {
    entries(manifest, "dependencies").any(|(dependency, _)| is_same(dependency, name))
}

/// Whether two crates have the same name in Rust.
pub fn is_same(one: &str, other: &str) -> bool {
    one.replace('-', "_") == other.replace('-', "_")
}

/// Whether the dependency that all crates of a workspace may inherit does for the wanted one.
pub fn is_enough(shared: &Item, wanted: &Item) -> bool {
    let flag = |key: &str| shared.get(key).and_then(Item::as_bool);
    let found = json!({
        "features": features_of(shared),
        "uses_default_features": flag("default-features").unwrap_or(true),
        "source": Some(version(shared)).filter(|version| !version.is_empty()),
        "req": version(shared),
    });
    suffices(&found, wanted)
}

fn entries<'d>(document: &'d DocumentMut, table: &str) -> impl Iterator<Item = (&'d str, &'d Item)> {
    document.get(table).and_then(Item::as_table).into_iter().flat_map(Table::iter)
}

/// Whether a dependency, as declared, does for the wanted one.
fn suffices(found: &Json, wanted: &Item) -> bool {
    let features = list(&found["features"]);
    let flag = |key: &str, otherwise: bool| wanted.get(key).and_then(Item::as_bool).unwrap_or(otherwise);
    features_of(wanted).iter().all(|feature| features.contains(&Json::from(*feature)))
        && (found["uses_default_features"] == true || !flag("default-features", true))
        && (found["optional"] == true) == flag("optional", false)
        && (found["source"].is_null() || is_recent(found["req"].as_str().unwrap_or_default(), version(wanted)))
}

fn version(dependency: &Item) -> &str {
    dependency.as_str().or_else(|| dependency.get("version").and_then(Item::as_str)).unwrap_or_default()
}

/// Whether a requirement asks for the wanted version, or a later one. One that is not understood is taken as it is.
pub fn is_recent(requirement: &str, wanted: &str) -> bool {
    let numbers = |text: &str| -> Option<Vec<u64>> {
        let text = text.trim_start_matches(['^', '=', '~', '>', ' ']);
        text.split(['.', '-', '+']).take(3).map(|number| number.parse().ok()).collect()
    };
    match (numbers(requirement), numbers(wanted)) {
        (Some(requirement), Some(wanted)) => {
            let length = requirement.len().max(wanted.len());
            let filled = |mut numbers: Vec<u64>| {
                numbers.resize(length, 0);
                numbers
            };
            filled(requirement) >= filled(wanted)
        }
        _ => true,
    }
}

/// The wanted dependency, with the features that the manifest has already.
fn merged(wanted: &Item, found: Option<&Json>) -> String {
    let mut features: Vec<&str> = features_of(wanted);
    let own = found.map(|found| list(&found["features"])).unwrap_or_default();
    features.extend(own.iter().filter_map(Json::as_str));
    features.sort_unstable();
    features.dedup();
    let Some(table) = wanted.as_inline_table().filter(|_| !features.is_empty()) else {
        return wanted.to_string().trim().to_owned();
    };
    let mut table = table.clone();
    table.insert("features", features.into_iter().collect::<toml_edit::Array>().into());
    table.to_string().trim().to_owned()
}

/// What a feature must bring, and what it brings already.
fn all(wanted: &Item, found: &[Json]) -> toml_edit::Array {
    let wanted = strings(wanted);
    let more = found.iter().filter_map(Json::as_str).filter(|own| !wanted.contains(own));
    wanted.iter().copied().chain(more).collect()
}

fn features_of(dependency: &Item) -> Vec<&str> {
    dependency.get("features").map(strings).unwrap_or_default()
}

fn strings(item: &Item) -> Vec<&str> {
    item.as_array().into_iter().flatten().filter_map(toml_edit::Value::as_str).collect()
}

fn list(value: &Json) -> &[Json] {
    value.as_array().map_or(&[], Vec::as_slice)
}
