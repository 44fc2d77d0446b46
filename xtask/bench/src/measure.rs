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
use anyhow::{Context, Result};
use clap::ValueEnum;
use place::Place;
use std::process::ExitCode;
use table::Table;

/// Measures the areas that the arguments name, or all.
pub fn run(arguments: &Bench) -> Result<ExitCode> {
    let place = Place::new()?;
    let areas = if arguments.areas.is_empty() { Area::value_variants() } else { &arguments.areas };
    let versions = versions::all();
    versions.iter().for_each(|(name, version)| println!("{name}: {}", version.as_str().unwrap_or_default()));
    let mut tables = Vec::new();
    for area in areas {
        let table = measure(*area, &place)?;
        println!("\n{table}");
        tables.push(table);
    }
    if let Some(file) = &arguments.json {
        let json = serde_json::json!({ "versions": versions.iter().cloned().collect::<serde_json::Map<_, _>>(), "tables": tables.iter().map(Table::json).collect::<Vec<_>>() });
        let text = serde_json::to_string_pretty(&json)? + "\n";
        std::fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))?;
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
