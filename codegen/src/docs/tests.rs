//! Checks documentation against a table of traps, and everything against the parser that rustdoc uses.

mod parsed;
mod readers;
mod traps;

use super::markdown;

/// The Markdown of some documentation, in lines of 60 characters.
fn lines(documentation: &str) -> String {
    markdown(documentation, 60).join("\n")
}
