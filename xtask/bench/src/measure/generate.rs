//! Generating whole crates, and ever larger selections of one model.

mod line;

use super::place::Place;
use super::program::Usage;
use super::table::{Row, Table};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How often each is done; the fastest counts.
const TIMES: u32 = 5;
const MIB: f64 = 1_048_576.0;

/// Time and memory; models that are not here are left out, with a note.
pub fn table(place: &Place) -> Result<Table> {
    let runs = Runs { place, xtask: place.xtask()?.get_program().into(), outs: tempfile::tempdir()? };
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
        let (used, _) = runs.best(&model, None)?;
        rows.push(Row::alone(format!("{name}, ms"), millis(&used), target.map(|(time, _)| time)));
        rows.push(Row::alone(format!("{name}, MiB"), mib(&used), target.map(|(_, memory)| memory)));
        if name == "sagemaker" {
            rows.extend(runs.growth(&model)?);
        }
    }
    Ok(Table { area: "generate", rows, notes })
}

/// What is run, and where.
struct Runs<'a> {
    place: &'a Place,
    xtask: PathBuf,
    /// What is written stays until all is measured: ext4 passes over the places of files that were deleted in the last
    /// minutes one by one whenever it makes a file, and that would be measured, too.
    outs: TempDir,
}

impl Runs<'_> {
    /// Ten selections, each larger by the same number of operations. How much they drag in differs, so that the lines that
    /// are fitted go by what comes out.
    fn growth(&self, model: &Path) -> Result<Vec<Row>> {
        let operations = operations(model)?;
        let (mut rows, mut times, mut memory) = (Vec::new(), Vec::new(), Vec::new());
        for tenths in 1..=10 {
            let some = &operations[..operations.len() * tenths / 10];
            let (used, size) = self.best(model, Some(some))?;
            let user = used.user.as_secs_f64() * 1000.0;
            rows.push(Row::alone(format!("sagemaker, {} operations, KiB generated", some.len()), size / 1024.0, None));
            rows.push(Row::alone("... ms of user time", user, None));
            rows.push(Row::alone("... MiB", mib(&used), None));
            times.push((size / MIB, user));
            memory.push((size / MIB, mib(&used)));
        }
        for (what, points) in [("ms of user time", times), ("MiB", memory)] {
            let line = line::Line::through(&points);
            rows.push(Row::alone(format!("sagemaker, {what} for each MiB generated"), line.slope, None));
            rows.push(Row::alone("... for none, by the line through all ten", line.start, None));
            rows.push(Row::alone("... farthest from the line, % of the last", line.deviation(&points) * 100.0, None));
        }
        Ok(rows)
    }

    /// What the fastest of all runs needed, and the bytes that came out.
    fn best(&self, model: &Path, operations: Option<&[String]>) -> Result<(Usage, f64)> {
        let once = || {
            let out = tempfile::tempdir_in(&self.outs)?.keep();
            let used = self.place.generate(&self.xtask, model, &out, operations)?;
            Ok((used, size(&out)? as f64))
        };
        let runs = (0..TIMES).map(|_| once()).collect::<Result<Vec<_>>>()?;
        runs.into_iter().min_by_key(|(used, _)| used.wall).context("nothing was run")
    }
}

fn operations(model: &Path) -> Result<Vec<String>> {
    let model: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(model)?)?;
    let shapes = model["shapes"].as_object().context("a model without shapes")?;
    let operations = shapes.iter().filter(|(_, shape)| shape["type"] == "operation");
    Ok(operations.filter_map(|(id, _)| Some(id.split_once('#')?.1.to_owned())).collect())
}

/// The bytes of all files in a directory and below it.
fn size(directory: &Path) -> Result<u64> {
    let sizes = std::fs::read_dir(directory)?.map(|entry| {
        let entry = entry?;
        if entry.file_type()?.is_dir() { size(&entry.path()) } else { Ok(entry.metadata()?.len()) }
    });
    sizes.sum()
}

fn millis(used: &Usage) -> f64 {
    used.wall.as_secs_f64() * 1000.0
}

fn mib(used: &Usage) -> f64 {
    used.memory as f64 / MIB
}
