//! Spells items so that those of two crates can be compared: what has several paths has the shortest, and parameters
//! have no names.

use std::collections::{BTreeMap, BTreeSet};

/// The lines, each in the spelling in which both crates have it; of several paths, one that is known is taken.
pub fn comparable(lines: &BTreeSet<String>, known: &BTreeSet<String>) -> BTreeSet<String> {
    let aliases = aliases(lines, known);
    let declared: BTreeSet<&str> = lines.iter().filter_map(|line| declared_in(line)).collect();
    let mut spelled = BTreeSet::new();
    for line in lines {
        match line.strip_prefix("pub use ").and_then(|line| line.split_once(" = ")) {
            // Both paths are there; what stands behind them is listed once.
            Some((path, target)) => {
                spelled.insert(format!("pub path {path}"));
                if declared.contains(target) {
                    spelled.insert(format!("pub path {target}"));
                }
            }
            None => {
                // An alias is another way to have a path.
                spelled.extend(
                    declared_in(line).filter(|_| line.starts_with("pub type ")).map(|path| format!("pub path {path}")),
                );
                spelled.insert(bounds(through(&unnamed(&short(line, &aliases)))));
            }
        }
    }
    spelled
}

/// An implementation with the bounds of its one parameter behind `where`, as the official crate has them.
fn bounds(line: String) -> String {
    let parts = line.strip_prefix("impl<").and_then(|line| line.split_once("> ")).and_then(|(parameters, rest)| {
        let (name, bounds) = parameters.split_once(": ")?;
        (!parameters.contains([',', '<'])).then_some((name, bounds, rest))
    });
    parts.map_or(line.clone(), |(name, bounds, rest)| format!("impl<{name}> where {name}: {bounds} {rest}"))
}

/// The line with what the aliases in `error` stand for.
fn through(line: &str) -> String {
    let whole = line.replace("error::SdkError<", "SdkError<").replace(", HttpResponse>", ">");
    whole.replace("error::BoxError", "BoxError").replace("Box<dyn Error + Send + Sync + 'static>", "BoxError")
}

/// The path of an item of the crate itself.
fn declared_in(line: &str) -> Option<&str> {
    let (kind, path) = line.strip_prefix("pub ")?.split_once(' ')?;
    if kind == "use" { None } else { path.split([' ', '<', '(']).next() }
}

/// The paths that stand for shorter ones, or for those that come first.
fn aliases(lines: &BTreeSet<String>, known: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut classes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (path, target) in lines.iter().filter_map(|line| line.strip_prefix("pub use ")?.split_once(" = ")) {
        classes.entry(target).or_default().extend([path, target]);
    }
    let mut aliases = BTreeMap::new();
    for class in classes.values() {
        // A path of one segment is that of an item of another crate, unless it stands at the root.
        let best = class
            .iter()
            .min_by_key(|path| (!known.contains(**path), path.matches("::").count(), **path))
            .copied()
            .unwrap_or_default();
        class.iter().filter(|path| **path != best && path.contains("::")).for_each(|path| {
            aliases.insert((*path).to_owned(), best.to_owned());
        });
    }
    aliases
}

/// The line with short paths.
fn short(line: &str, aliases: &BTreeMap<String, String>) -> String {
    let of_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = line.split_inclusive(|c: char| !of_path(c)).map(|word| {
        let (path, rest) = word.split_at(word.find(|c: char| !of_path(c)).unwrap_or(word.len()));
        // The path of an item below one that has a shorter path.
        let ends: Vec<usize> = path.match_indices("::").map(|(at, _)| at).chain([path.len()]).collect();
        let found = ends.into_iter().rev().find_map(|at| Some(format!("{}{}", aliases.get(&path[..at])?, &path[at..])));
        found.unwrap_or_else(|| path.to_owned()) + rest
    });
    words.collect()
}

/// A function without the names of its parameters.
fn unnamed(line: &str) -> String {
    let Some((head, rest)) = line.split_once('(').filter(|_| line.contains("fn ")) else { return line.to_owned() };
    let parts = rest.split(", ").map(|part| match part.split_once(": ") {
        Some((name, of)) if name.chars().all(|c| c.is_alphanumeric() || c == '_') => of,
        _ => part,
    });
    format!("{head}({}", parts.collect::<Vec<_>>().join(", "))
}

/// The paths in lines.
pub fn words(lines: &BTreeSet<String>) -> BTreeSet<String> {
    let words = lines.iter().flat_map(|line| line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')));
    words.map(str::to_owned).collect()
}
