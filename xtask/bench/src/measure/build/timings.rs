//! The report that `cargo build --timings` writes: a page of HTML with a list of all units in it, as JSON.

use serde_json::Value;

const LIST: &str = "const UNIT_DATA = ";

/// How long the units of a package took to compile; nothing if the report does not say.
pub fn seconds(report: &str, package: &str) -> Option<f64> {
    let list = &report[report.find(LIST)? + LIST.len()..];
    // What follows the list is JavaScript.
    let units: Value = serde_json::Deserializer::from_str(list).into_iter().next()?.ok()?;
    let own = units.as_array()?.iter().filter(|unit| unit["name"] == package);
    let seconds = own.map(|unit| unit["duration"].as_f64()).sum::<Option<f64>>()?;
    (seconds > 0.0).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn units_of_the_package_are_added() {
        let list =
            r#"[{"name": "a", "duration": 1.5}, {"name": "b", "duration": 9.0}, {"name": "a", "duration": 0.25}]"#;
        let report = format!("<script>\nconst UNIT_DATA = {list};\nconst X = 1;\n</script>");
        assert_eq!(seconds(&report, "a"), Some(1.75));
        assert_eq!(seconds(&report, "c"), None);
        assert_eq!(seconds("<html>", "a"), None);
    }
}
