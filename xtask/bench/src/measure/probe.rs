//! Writing, reading, calling: instructions by `valgrind`, allocations by an allocator that counts. Both are the same in
//! every run, or nearly; times would not be.

use super::place::Place;
use super::program::output;
use super::table::{Row, Table};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const OFFICIAL: &str = "aws-sdk-voiceid";

/// The work, ready to be measured.
struct Probe {
    instructions: PathBuf,
    target: PathBuf,
    /// Allocations of each case, and bytes of them.
    allocations: BTreeMap<String, (f64, f64)>,
    futures: (f64, f64),
    valgrind: bool,
}

impl Probe {
    fn new(place: &Place) -> Result<Self> {
        let instructions = place.build("xtask/bench/Cargo.toml", "probe", "instructions")?;
        let text = output(&mut Command::new(instructions.with_file_name("allocations")))?;
        let mut allocations = BTreeMap::new();
        for line in text.lines() {
            let mut cells = line.split('\t');
            let (Some(name), Some(count), Some(bytes)) = (cells.next(), cells.next(), cells.next()) else {
                bail!("the probe prints `{line}`");
            };
            allocations.insert(name.to_owned(), (count.parse()?, bytes.parse()?));
        }
        let futures = allocations.remove("futures").context("the probe prints no futures")?;
        let valgrind = Command::new("valgrind").arg("--version").output().is_ok();
        Ok(Self { instructions, target: place.target.clone(), allocations, futures, valgrind })
    }

    /// Allocations of a case.
    fn allocations(&self, case: &str) -> Result<f64> {
        Ok(self.allocations.get(case).with_context(|| format!("there is no case {case}"))?.0)
    }

    /// Instructions of one repetition: what further ones add. The first ones fill caches.
    fn instructions(&self, case: &str, times: u32) -> Result<f64> {
        let (few, many) = (self.count(case, times)?, self.count(case, 2 * times)?);
        Ok((many - few) / f64::from(times))
    }

    fn count(&self, case: &str, times: u32) -> Result<f64> {
        let file = self.target.join("callgrind.out");
        let mut valgrind = Command::new("valgrind");
        valgrind.arg("--tool=callgrind").arg(format!("--callgrind-out-file={}", file.display()));
        let text = output(valgrind.arg::<&Path>(&self.instructions).args([case, &times.to_string()]))?;
        let count = text.lines().find_map(|line| line.split_once("Collected :"));
        Ok(count.context("valgrind prints no count")?.1.trim().parse()?)
    }

    fn notes(&self) -> Vec<String> {
        let missing =
            "Without `valgrind`, which is not installed, instructions cannot be counted: only allocations are.";
        if self.valgrind { Vec::new() } else { vec![missing.to_owned()] }
    }
}

/// An input as a request.
pub fn write(place: &Place) -> Result<Table> {
    let probe = Probe::new(place)?;
    let mut rows = Vec::new();
    if probe.valgrind {
        let count = |case: &str| probe.instructions(&format!("write/{case}"), 500);
        let ours = count("request/ours")?;
        let official = count("request/official")? - count("clone/official")?;
        rows.push(Row::beside("request, instructions", ours, OFFICIAL, official, None));
        let ours = ours - count("frame/ours")?;
        let official = official - count("frame/official")?;
        rows.push(Row::beside("body of 305 bytes, instructions", ours, OFFICIAL, official, Some(0.15)));
        rows.push(Row::beside("", ours, "serde_json", count("body/serde_json")?, Some(0.25)));
        rows.push(Row::beside("", ours, "sonic-rs", count("body/sonic-rs")?, None));
        rows.push(Row::beside("", ours, "memcpy", count("body/memcpy")?, None));
    }
    let frame = probe.allocations("write/frame/ours")?;
    let official = probe.allocations("write/request/official")? - probe.allocations("write/clone/official")?;
    rows.push(Row::beside("request, allocations", probe.allocations("write/request/ours")?, OFFICIAL, official, None));
    rows.push(Row::alone("body, allocations", probe.allocations("write/request/ours")? - frame, Some(1.0)));
    Ok(Table { area: "write", rows, notes: probe.notes() })
}

/// The body of a response as an output.
pub fn read(place: &Place) -> Result<Table> {
    let probe = Probe::new(place)?;
    let mut rows = Vec::new();
    if probe.valgrind {
        let count = |case: &str| probe.instructions(&format!("read/{case}"), 500);
        let ours = count("domain/ours")?;
        let peers = [
            ("official", OFFICIAL, Some(0.30)),
            ("serde_json", "serde_json", Some(0.55)),
            ("sonic-rs", "sonic-rs", None),
        ];
        let mut what = "domain of 690 bytes, instructions";
        for (case, name, target) in peers.into_iter().chain([("clone", "clone", None), ("memcpy", "memcpy", None)]) {
            rows.push(Row::beside(std::mem::take(&mut what), ours, name, count(&format!("domain/{case}"))?, target));
        }
        rows.extend(long(&probe)?);
    }
    let ours = probe.allocations("read/domain/ours")?;
    rows.push(Row::beside("domain, allocations", ours, "clone", probe.allocations("read/domain/clone")?, Some(1.0)));
    rows.push(Row::beside("", ours, OFFICIAL, probe.allocations("read/domain/official")?, None));
    Ok(Table { area: "read", rows, notes: probe.notes() })
}

/// Bodies of one mebibyte, in which nothing costs much more than ordinary members.
fn long(probe: &Probe) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let count = |what: &str, who: &str| probe.instructions(&format!("read/{what}/{who}"), 2);
    for (what, name) in
        [("escapes", "64 KiB of escapes, instructions"), ("unknown", "1 MiB of unknown members, instructions")]
    {
        let (ours, mut name) = (count(what, "ours")?, name);
        for (case, peer) in [("official", OFFICIAL), ("serde_json", "serde_json"), ("sonic-rs", "sonic-rs")] {
            rows.push(Row::beside(std::mem::take(&mut name), ours, peer, count(what, case)?, None));
        }
    }
    let ordinary = count("unknown", "ours")?;
    for what in ["nested", "escaped", "duplicate"] {
        let name = format!("1 MiB of {what} members, instructions");
        rows.push(Row::beside(name, count(what, "ours")?, "unknown members", ordinary, Some(3.0)));
    }
    Ok(rows)
}

/// A whole call over a connector in memory.
pub fn call(place: &Place) -> Result<Table> {
    let probe = Probe::new(place)?;
    let mut rows = Vec::new();
    if probe.valgrind {
        let count = |case: &str| probe.instructions(&format!("call/send/{case}"), 200);
        let official = count("official")?;
        rows.push(Row::beside("client, instructions", count("ours")?, OFFICIAL, official, Some(0.92)));
        rows.push(Row::beside("sigv4 with its key, instructions", count("sigv4")?, OFFICIAL, official, Some(0.25)));
    }
    let official = probe.allocations("call/send/official")?;
    rows.push(Row::beside("client, allocations", probe.allocations("call/send/ours")?, OFFICIAL, official, Some(0.90)));
    rows.push(Row::beside("sigv4, allocations", probe.allocations("call/send/sigv4")?, OFFICIAL, official, None));
    let (ours, official) = probe.futures;
    rows.push(Row::alone("future of send(), bytes", ours, Some(2000.0)));
    rows.push(Row::beside("", ours, OFFICIAL, official, None));
    Ok(Table { area: "call", rows, notes: probe.notes() })
}
