//! Generating whole crates, and ever larger selections of one model.

use super::place::Place;
use super::program::Usage;
use super::table::{Row, Table};
use anyhow::{Context, Result};
use std::path::Path;

/// How often each is done; the fastest counts.
const TIMES: u32 = 5;
const MIB: f64 = 1_048_576.0;

/// Time and memory; models that are not here are left out, with a note.
pub fn table(place: &Place) -> Result<Table> {
    let xtask = place.xtask()?;
    let xtask = Path::new(xtask.get_program());
    let (mut rows, mut notes) = (Vec::new(), Vec::new());
    let models = [
        ("voice-id", "model/voice-id.json", Some((30.0, 40.0))),
        ("dynamodb", "../shared/models/dynamodb-2012-08-10.json", None),
        ("sagemaker", "../shared/models/sagemaker-2017-07-24.json", Some((1000.0, 300.0))),
    ];
    for (name, path, target) in models {
        let model = place.root.join(path);
        if !model.exists() {
            notes.push(format!("{name} is not measured: there is no {path}."));
            continue;
        }
        let used = best(place, xtask, &model, None)?;
        rows.push(Row::alone(format!("{name}, ms"), millis(&used), target.map(|(time, _)| time)));
        rows.push(Row::alone(format!("{name}, MiB"), mib(&used), target.map(|(_, memory)| memory)));
        if name == "sagemaker" {
            rows.extend(growth(place, xtask, &model)?);
        }
    }
    Ok(Table { area: "generate", rows, notes })
}

/// Ten selections, each larger by the same number of operations.
fn growth(place: &Place, xtask: &Path, model: &Path) -> Result<Vec<Row>> {
    let operations = operations(model)?;
    let mut rows = Vec::new();
    for tenths in 1..=10 {
        let some = &operations[..operations.len() * tenths / 10];
        let used = best(place, xtask, model, Some(some))?;
        let what = format!("sagemaker, {} operations, ms", some.len());
        rows.push(Row::alone(what, millis(&used), None));
        rows.push(Row::alone("... ms for each", millis(&used) / some.len() as f64, None));
        rows.push(Row::alone("... MiB", mib(&used), None));
    }
    Ok(rows)
}

fn operations(model: &Path) -> Result<Vec<String>> {
    let model: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(model)?)?;
    let shapes = model["shapes"].as_object().context("a model without shapes")?;
    let operations = shapes.iter().filter(|(_, shape)| shape["type"] == "operation");
    Ok(operations.filter_map(|(id, _)| Some(id.split_once('#')?.1.to_owned())).collect())
}

fn best(place: &Place, xtask: &Path, model: &Path, operations: Option<&[String]>) -> Result<Usage> {
    let once = || {
        let out = tempfile::tempdir()?;
        place.generate(xtask, model, out.path(), operations)
    };
    let runs = (0..TIMES).map(|_| once()).collect::<Result<Vec<_>>>()?;
    runs.into_iter().min_by_key(|used| used.wall).context("nothing was run")
}

fn millis(used: &Usage) -> f64 {
    used.wall.as_secs_f64() * 1000.0
}

fn mib(used: &Usage) -> f64 {
    used.memory as f64 / MIB
}
