//! Lines and bytes of generated source. The official crate's are those that cargo has unpacked.

use super::place::{Place, cargo};
use super::program::output;
use super::table::{Row, Table};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// What of the official crate one operation reaches, client and endpoints included, without the lists of what all of its
/// operations have; counted once, by hand.
const REACHABLE: Size = Size { lines: 8_356.0, bytes: 390_534.0 };

#[derive(Clone, Copy, Default)]
struct Size {
    lines: f64,
    bytes: f64,
}

/// Compares the sizes.
pub fn table(place: &Place) -> Result<Table> {
    let one = size(&place.root.join("generated/src"), &|_| true)?;
    let scope = size(&place.root.join("generated/src"), &is_in_scope)?;
    let all = size(&place.all_operations()?.path().join("src"), &|_| true)?;
    let official = size(&official(place)?, &|_| true)?;
    let name = "aws-sdk-voiceid";
    let rows = vec![
        Row::beside("UpdateDomain, lines", one.lines, name, REACHABLE.lines, Some(0.35)),
        Row::beside("UpdateDomain, bytes", one.bytes, name, REACHABLE.bytes, None),
        Row::beside("... without serde, sigv4, validate, lines", scope.lines, name, REACHABLE.lines, None),
        Row::beside("all 29 operations, lines", all.lines, name, official.lines, Some(0.35)),
        Row::beside("all 29 operations, bytes", all.bytes, name, official.bytes, None),
    ];
    Ok(Table { area: "size", rows, notes: Vec::new() })
}

/// The official crate has neither of these features.
fn is_in_scope(file: &str) -> bool {
    !["serde_", "sigv4", "validate", "credentials"].iter().any(|feature| file.starts_with(feature))
}

fn size(folder: &Path, counts: &dyn Fn(&str) -> bool) -> Result<Size> {
    let mut size = Size::default();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            let below = self::size(&path, counts)?;
            size = Size { lines: size.lines + below.lines, bytes: size.bytes + below.bytes };
        } else if counts(&name) {
            let text = std::fs::read_to_string(&path)?;
            size = Size { lines: size.lines + text.lines().count() as f64, bytes: size.bytes + text.len() as f64 };
        }
    }
    Ok(size)
}

fn official(place: &Place) -> Result<PathBuf> {
    let manifest = place.root.join("xtask/bench/Cargo.toml");
    let text = output(
        cargo(&place.target).args(["metadata", "--quiet", "--format-version", "1", "--manifest-path"]).arg(manifest),
    )?;
    let metadata: serde_json::Value = serde_json::from_str(&text)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let package = packages.iter().find(|package| package["name"] == "aws-sdk-voiceid").context("no official crate")?;
    let manifest = Path::new(package["manifest_path"].as_str().context("no path")?);
    Ok(manifest.with_file_name("src"))
}
