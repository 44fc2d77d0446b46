//! What `validate()` checks, in the feature `validate`: one row a member, in tables beside the types.

use super::{Condition, File, Item, Table};
use crate::ir::Crate;
use crate::ir::checks::{Check, Checks, Row, Slot};
use crate::names::Ident;
use quote::quote;
use std::collections::BTreeSet;

/// `validate.rs`, if there is anything to check.
pub fn file(krate: &Crate) -> Option<File> {
    let mut docs = vec![
        "What `validate()` of an input finds: every member that breaks a constraint of the model.".to_owned(),
        String::new(),
        "No call validates by itself, as the service has the last word, and may be less strict than its model. Whether"
            .to_owned(),
        "the value of an enumeration is known is not checked. Inputs without any constraint have no `validate()`."
            .to_owned(),
    ];
    if !krate.unchecked.is_empty() {
        docs.extend([String::new(), "Not checked, as they cannot be:".to_owned(), String::new()]);
        docs.extend(krate.unchecked.iter().map(|line| format!("- {line}")));
    }
    let import = quote!(
        pub use crate::support::validate::{Constraint, Violation, Violations};
    );
    krate.is_constrained().then(|| File {
        path: "validate.rs".to_owned(),
        shape: krate.service_id.clone(),
        docs,
        items: vec![Item::Rust(import)],
    })
}

/// The table of a structure or union.
pub fn table(name: &Ident, checks: &Checks) -> Item {
    let word = if checks.is_union { "union " } else { "" };
    let method = checks.method.as_ref().map(|method| format!(".{method}")).unwrap_or_default();
    Item::Table(Table {
        name: "crate::support::validate::validate",
        condition: Condition::Validate,
        head: format!("{word}{name}{method} = {:?}", checks.id),
        rows: checks.rows.iter().map(row).collect(),
    })
}

fn row(row: &Row) -> String {
    let slot = match row.slot {
        Some(Slot::Required) => " required",
        Some(Slot::Optional) => " optional",
        Some(Slot::Always) => " always",
        None => "",
    };
    format!("{}, {:?}:{slot}{}", row.name, row.wire, list(&row.checks))
}

fn list(checks: &[Check]) -> String {
    checks.iter().map(|check| format!(" {}", self::check(check))).collect()
}

fn check(check: &Check) -> String {
    let inside = |name: &str, checks: &[Check]| format!("{name}[{}]", list(checks).trim_start());
    match check {
        Check::Sensitive => "sensitive()".to_owned(),
        Check::Length { min, max: u64::MAX, shape } => format!("length({min}, u64::MAX, {shape:?})"),
        Check::Length { min, max, shape } => format!("length({min}, {max}, {shape:?})"),
        Check::Range { min, max, shape } => format!("range({min:?}, {max:?}, {shape:?})"),
        Check::Pattern { pattern, shape } => format!("pattern({}, {shape:?})", literal(pattern)),
        Check::Unique { hashed: true, shape } => format!("unique({shape:?})"),
        Check::Unique { hashed: false, shape } => format!("distinct({shape:?})"),
        Check::Nested => "nested()".to_owned(),
        Check::Each(checks) => inside("each", checks),
        Check::Keys(checks) => inside("keys", checks),
        Check::Values(checks) => inside("values", checks),
        Check::Present(checks) => inside("present", checks),
    }
}

/// Raw where that is easier to read and safe.
fn literal(text: &str) -> String {
    let is_plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && byte != b'"');
    if is_plain && text.contains('\\') { format!("r\"{text}\"") } else { format!("{text:?}") }
}

/// Adds the support modules that the rows need beside the table itself.
pub fn support(checks: &Checks, modules: &mut BTreeSet<&'static str>) {
    checks.rows.iter().for_each(|row| needs(&row.checks, modules));
}

fn needs(checks: &[Check], modules: &mut BTreeSet<&'static str>) {
    for check in checks {
        match check {
            Check::Length { .. } => drop(modules.insert("validate_length")),
            Check::Range { .. } => drop(modules.insert("validate_range")),
            Check::Pattern { .. } => drop(modules.insert("validate_pattern")),
            Check::Unique { .. } => drop(modules.insert("validate_unique")),
            Check::Each(inner) | Check::Keys(inner) | Check::Values(inner) => {
                modules.insert("validate_items");
                needs(inner, modules);
            }
            Check::Present(inner) => needs(inner, modules),
            Check::Sensitive | Check::Nested => {}
        }
    }
}
