//! What things cost: one module an area, one table each.

mod build;
mod generate;
mod place;
mod probe;
mod program;
mod size;
mod table;
mod versions;

use crate::cli::{Area, Bench};
use crate::say::say;
use anyhow::{Context, Result};
use clap::ValueEnum;
use place::Place;
use std::fs::File;
use std::io::Write;
use std::process::ExitCode;
use table::Table;

/// Measures the areas that the arguments name, or all.
pub fn run(arguments: &Bench) -> Result<ExitCode> {
    let place = Place::new()?;
    // Before anything is measured, which takes minutes.
    let file = arguments
        .json
        .as_ref()
        .map(|path| File::create(path).with_context(|| format!("cannot write {}", path.display())));
    let file = file.transpose()?;
    let areas = if arguments.areas.is_empty() { Area::value_variants() } else { &arguments.areas };
    let versions = versions::all();
    versions.iter().for_each(|(name, version)| say(format_args!("{name}: {}", version.as_str().unwrap_or_default())));
    let mut tables = Vec::new();
    for area in areas {
        let table = measure(*area, &place)?;
        say(format_args!("\n{table}"));
        tables.push(table);
    }
    if let (Some(mut file), Some(path)) = (file, &arguments.json) {
        let json = serde_json::json!({ "versions": versions.iter().cloned().collect::<serde_json::Map<_, _>>(), "tables": tables.iter().map(Table::json).collect::<Vec<_>>() });
        let text = serde_json::to_string_pretty(&json)? + "\n";
        file.write_all(text.as_bytes()).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn measure(area: Area, place: &Place) -> Result<Table> {
    match area {
        Area::Write => probe::write(place),
        Area::Read => probe::read(place),
        Area::Call => probe::call(place),
        Area::Build => build::table(place),
        Area::Size => size::table(place),
        Area::Generate => generate::table(place),
    }
}
