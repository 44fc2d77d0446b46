//! What the comparison says: the rows that were seen, or the smallest case that shows something else.

use super::case::Case;
use super::intended::ROWS;
use super::observed::Difference;
use super::reply::Reply;
use std::fmt::Write;

/// A case and in what the clients differ, a line each.
pub fn unintended(case: &Case, differences: &[Difference]) -> String {
    let mut text = format!("{:?}\n{:?}\n", case.input, case.settings);
    for reply in &case.replies {
        let line = match reply {
            Reply::Response { status, headers, body } => {
                format!("{status} {headers:?} {}", shortened(&body.bytes().escape_ascii().to_string()))
            }
            other => format!("{other:?}"),
        };
        let _ = writeln!(text, "{line}");
    }
    for Difference { name, theirs, ours } in differences {
        let shown = |value: &Option<String>| value.as_ref().map_or_else(|| "nothing".to_owned(), |it| shortened(it));
        let _ = writeln!(text, "  {name}: theirs {}, ours {}", shown(theirs), shown(ours));
    }
    text
}

/// The beginning of a value, on one line.
fn shortened(value: &str) -> String {
    let short: String = value.chars().take(300).collect();
    format!("{short:?}{}", if short.len() < value.len() { "..." } else { "" })
}

/// The rows, each with the number of cases that showed it.
pub fn rows(seen: &[u64]) -> String {
    let lines =
        ROWS.iter().zip(seen).map(|(row, seen)| format!("{seen:7}  {}\n         because {}\n", row.what, row.why));
    lines.collect()
}
