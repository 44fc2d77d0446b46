//! With what it was measured.

use super::program::output;
use serde_json::Value;
use std::process::Command;

/// Names and versions; what cannot be found out is left out.
pub fn all() -> Vec<(String, Value)> {
    let lock = include_str!("../../Cargo.lock");
    let crates = ["aws-sdk-voiceid", "aws-smithy-runtime", "serde_json", "sonic-rs"];
    let crates = crates.into_iter().filter_map(|name| Some((name, version(lock, name)?)));
    let rust = output(Command::new("rustc").arg("--version")).ok();
    let valgrind = output(Command::new("valgrind").arg("--version")).ok();
    let machine = processor();
    let tools = [("rustc", rust), ("valgrind", valgrind), ("machine", machine)];
    let tools = tools.into_iter().filter_map(|(name, version)| Some((name, version?.trim().to_owned())));
    tools.chain(crates).map(|(name, version)| (name.to_owned(), version.into())).collect()
}

fn version(lock: &str, name: &str) -> Option<String> {
    let (_, entry) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
    Some(entry.split('"').next()?.to_owned())
}

fn processor() -> Option<String> {
    let info = std::fs::read_to_string("/proc/cpuinfo").ok()?;
    let model = info.lines().find_map(|line| line.strip_prefix("model name"))?.trim_start_matches([' ', '\t', ':']);
    let count = std::thread::available_parallelism().ok()?;
    Some(format!("{count} x {model}"))
}
