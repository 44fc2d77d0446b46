//! The table of what is supported, in the README: every type of shape and every trait that takes effect stands in it, and
//! every test that it names is there.

use codegen::ast::ShapeType;
use std::collections::BTreeSet;
use std::path::Path;

const README: &str = include_str!("../../README.md");

/// The cells of the table, each row's.
fn rows() -> Vec<Vec<&'static str>> {
    let table = README.lines().skip_while(|line| !line.starts_with("| what ")).skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    rows.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// The words in backquotes, without `@`.
fn words(cell: &str) -> BTreeSet<&str> {
    cell.split('`').skip(1).step_by(2).map(|word| word.trim_start_matches('@')).collect()
}

#[test]
fn every_test_is_there() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let is_there = |name: &str| tests.join("fixtures").join(name).is_dir() || tests.join(name).is_dir();
    assert!(rows().len() > 20, "the table is not where it was");
    for row in rows() {
        let [what, _, named] = row[..] else { panic!("{row:?} has not three cells") };
        assert!(named.contains("suites") || !words(named).is_empty(), "{what} has no test");
        for name in words(named) {
            assert!(is_there(name), "{what}: there is no test `{name}`");
        }
    }
}

#[test]
fn every_fixture_is_in_the_table() {
    let named: BTreeSet<&str> = rows().iter().flat_map(|row| words(row[2])).collect();
    let fixtures = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")).unwrap();
    let missing: Vec<_> = fixtures
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !named.contains(name.as_str()))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_trait_and_type_is_in_the_table() {
    let named: BTreeSet<&str> = rows().iter().flat_map(|row| words(row[0])).collect();
    let traits = include_str!("../src/traits/tables.rs").split("\neffective! {").nth(1).unwrap();
    let traits: Vec<&str> =
        traits.lines().take_while(|line| *line != "}").filter_map(|line| line.split('"').nth(1)).collect();
    assert!(traits.len() > 40, "the traits are not where they were");
    let name = |id: &&str| id.split('#').nth(1).unwrap_or_default().to_owned();
    let missing: Vec<_> = traits.iter().map(name).filter(|name| !named.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "traits {missing:?}");
    let missing: Vec<_> = ShapeType::NAMES.iter().filter(|name| !named.contains(*name)).collect();
    assert!(missing.is_empty(), "types {missing:?}");
}
