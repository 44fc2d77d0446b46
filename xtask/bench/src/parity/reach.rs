//! What of a crate's public items one operation reaches.

use std::collections::BTreeSet;

const OPERATION: &str = "update_domain";

/// The items that name nothing but what the operation reaches through its members and errors.
pub fn reached(items: &BTreeSet<String>) -> BTreeSet<String> {
    let mut names = BTreeSet::from([OPERATION.to_owned()]);
    loop {
        let before = names.len();
        for item in items {
            let owner = owner(item);
            if !owner.is_empty() && owner.is_subset(&names) {
                // Other operations are not reached, whatever they have in common with this one.
                names.extend(shapes(item).into_iter().filter(|name| name.starts_with(char::is_uppercase)));
            }
        }
        if names.len() == before {
            break;
        }
    }
    items.iter().filter(|item| shapes(item).is_subset(&names) && is_of_client(item)).cloned().collect()
}

/// Methods of the client are operations.
fn is_of_client(item: &str) -> bool {
    let Some((_, method)) = item.split_once(" Client::") else { return true };
    ["config", "from_conf", "new", OPERATION].contains(&method.split('(').next().unwrap_or_default())
}

/// The shapes of the path of an item, without those of its signature.
fn owner(item: &str) -> BTreeSet<String> {
    let path = item.strip_prefix("pub ").and_then(|item| item.split(' ').nth(1)).unwrap_or_default();
    shapes(path.split(['(', '<']).next().unwrap_or_default().trim_end_matches(':'))
}

/// The operations and shapes that a line names.
fn shapes(line: &str) -> BTreeSet<String> {
    let words = line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    words.filter_map(shape).collect()
}

fn shape(path: &str) -> Option<String> {
    let mut segments = path.split("::");
    match segments.next()? {
        "operation" => segments.next().filter(|name| name.starts_with(char::is_lowercase)).map(str::to_owned),
        "types" => {
            let name = segments.find(|name| name.starts_with(char::is_uppercase))?;
            let of_builder = path.contains("::builders::").then(|| name.strip_suffix("Builder")).flatten();
            Some(of_builder.unwrap_or(name).to_owned())
        }
        _ => None,
    }
}
