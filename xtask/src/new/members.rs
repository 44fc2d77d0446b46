//! The list of the workspace's members in its Cargo.toml, the rest of which stays as it is.

use anyhow::{Context, Result, bail};
use std::path::Path;
use toml_edit::{Array, DocumentMut, Value};

/// The manifest with one more member.
pub fn with(manifest: &str, member: &str) -> Result<String> {
    let mut document: DocumentMut = manifest.parse().context("the Cargo.toml of the workspace is no TOML")?;
    let workspace = document.get_mut("workspace").and_then(toml_edit::Item::as_table_like_mut);
    let workspace =
        workspace.context("the Cargo.toml has no [workspace], which can have several crates; add one to it first")?;
    if strings(workspace.get("exclude")).iter().any(|excluded| Path::new(member).starts_with(excluded)) {
        bail!("`exclude` of the workspace names {member}; give another directory");
    }
    if strings(workspace.get("members")).iter().any(|pattern| covers(pattern, member)) {
        return Ok(manifest.to_owned());
    }
    let members = workspace.entry("members").or_insert_with(|| Array::new().into());
    push(members.as_array_mut().context("`members` of the workspace is no list")?, member);
    let text = document.to_string();
    Ok(if manifest.contains("\r\n") { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text })
}

/// Adds to a list in its own layout, in order if the list is.
fn push(list: &mut Array, member: &str) {
    let names: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
    let place = names.iter().position(|name| *name > member).filter(|_| names.is_sorted()).unwrap_or(list.len());
    let above = list.iter().last().map(prefix).unwrap_or_default();
    match above.rsplit_once('\n') {
        Some((_, indent)) => push_line(list, place, member, &format!("\n{indent}")),
        None => {
            list.insert(place, member);
            // The first has no blank before it, the others have.
            if let Some(next) = list.get_mut(1).filter(|_| place == 0) {
                next.decor_mut().set_prefix(" ");
            }
        }
    }
}

/// One a line. What stands before a value is the comment of the line above, which stays there.
fn push_line(list: &mut Array, place: usize, member: &str, line: &str) {
    let mut value = Value::from(member);
    let before = match list.get_mut(place) {
        Some(next) => {
            let before = prefix(next);
            next.decor_mut().set_prefix(line);
            before
        }
        None => {
            let comment = list.trailing().as_str().unwrap_or_default().trim_end().to_owned();
            list.set_trailing("\n");
            comment + line
        }
    };
    value.decor_mut().set_prefix(before);
    list.insert_formatted(place, value);
}

fn prefix(value: &Value) -> String {
    value.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default().to_owned()
}

fn strings(item: Option<&toml_edit::Item>) -> Vec<String> {
    let list = item.and_then(toml_edit::Item::as_array).into_iter().flatten();
    list.filter_map(|value| value.as_str().map(str::to_owned)).collect()
}

/// Whether a pattern such as `crates/*` has the member already.
fn covers(pattern: &str, member: &str) -> bool {
    match pattern.strip_suffix("/*") {
        Some(folder) => member.rsplit_once('/').is_some_and(|(above, _)| above == folder),
        None => pattern == member,
    }
}

#[cfg(test)]
mod tests {
    use super::with;

    #[test]
    fn the_rest_stays_as_it_is() {
        for (before, after) in [
            ("[workspace]\nmembers = [\"a\", \"x\"]\n", "[workspace]\nmembers = [\"a\", \"b/c\", \"x\"]\n"),
            ("[workspace]\nmembers = [\"x\", \"y\"]\n", "[workspace]\nmembers = [\"b/c\", \"x\", \"y\"]\n"),
            ("[workspace]\nmembers = [\"y\", \"x\"]\n", "[workspace]\nmembers = [\"y\", \"x\", \"b/c\"]\n"),
            (
                "[workspace]\nmembers = [\"a\"] # all\n\n# end\n",
                "[workspace]\nmembers = [\"a\", \"b/c\"] # all\n\n# end\n",
            ),
            (
                "[workspace]\nmembers = [\n    \"a\", # first\n    \"b\",\n]\n",
                "[workspace]\nmembers = [\n    \"a\", # first\n    \"b\",\n    \"b/c\",\n]\n",
            ),
            (
                "[workspace]\nmembers = [\n  \"a\", # first\n  \"x\", # last\n]\n",
                "[workspace]\nmembers = [\n  \"a\", # first\n  \"b/c\",\n  \"x\", # last\n]\n",
            ),
            (
                "[workspace]\nmembers = [\n  \"x\",\n  \"a\", # last\n]\n",
                "[workspace]\nmembers = [\n  \"x\",\n  \"a\", # last\n  \"b/c\",\n]\n",
            ),
            ("[workspace]\nmembers = []\n", "[workspace]\nmembers = [\"b/c\"]\n"),
            ("[workspace]\nmembers = [\"b/*\"]\n", "[workspace]\nmembers = [\"b/*\"]\n"),
        ] {
            assert_eq!(with(before, "b/c").expect("a manifest"), after);
        }
        assert!(with("[workspace]\nexclude = [\"b\"]\n", "b/c").is_err());
        // What begins with the same letters is another folder.
        assert!(with("[workspace]\nexclude = [\"b\"]\n", "bc/d").is_ok());
        assert!(with("[package]\n", "b/c").is_err());
    }
}
