//! The partitions of AWS as facts, for `aws.partition`: an update replaces `partitions.json`, which has the form that
//! AWS publishes them in.

use serde_json::{Map, Value};

/// A part of AWS with its own host names and accounts.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "fields that say what they are by name have no text")]
pub struct Partition {
    pub name: String,
    pub dns_suffix: String,
    pub dual_stack_dns_suffix: String,
    pub supports_fips: bool,
    pub supports_dual_stack: bool,
    pub implicit_global_region: String,
    /// What stands before the last two parts of a region's name.
    pub areas: Vec<String>,
    /// Regions that the areas do not tell.
    pub regions: Vec<String>,
}

/// Partitions that got dual stack in 2026: the cases of older models expect an error there.
pub const LATE_DUAL_STACK: [&str; 4] = ["aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"];

/// Today's partitions.
///
/// # Panics
/// If `partitions.json` has a form that the runtime support cannot have, which a test finds out.
pub fn today() -> Vec<Partition> {
    read(include_str!("partitions.json")).unwrap_or_else(|fault| panic!("partitions.json: {fault}"))
}

/// The partitions of a file that AWS publishes.
///
/// # Errors
/// What cannot be read, or cannot be had at run time.
pub fn read(text: &str) -> Result<Vec<Partition>, String> {
    let file: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let entries = file["partitions"].as_array().ok_or("`partitions` is missing")?;
    let mut partitions = entries.iter().map(partition).collect::<Result<Vec<_>, _>>()?;
    let areas: Vec<_> = partitions.iter().map(|partition| (partition.name.clone(), partition.areas.clone())).collect();
    for partition in &mut partitions {
        let told = |region: &str| {
            let area = region.rsplitn(3, '-').nth(2).filter(|_| is_numbered(region))?;
            areas.iter().find(|(_, areas)| areas.iter().any(|known| known == area)).map(|(name, _)| name)
        };
        partition.regions.retain(|region| told(region) != Some(&partition.name));
    }
    Ok(partitions)
}

fn is_numbered(region: &str) -> bool {
    region.rsplit('-').next().is_some_and(|number| number.parse::<u32>().is_ok())
}

fn partition(entry: &Value) -> Result<Partition, String> {
    let outputs = &entry["outputs"];
    let text = |of: &Value, key: &str| of[key].as_str().map(str::to_owned).ok_or(format!("`{key}` is missing"));
    let flag = |key: &str| outputs[key].as_bool().ok_or(format!("`{key}` is missing"));
    let name = text(outputs, "name")?;
    if text(entry, "id")? != name {
        return Err(format!("the partition {name} has another id"));
    }
    Ok(Partition {
        dns_suffix: text(outputs, "dnsSuffix")?,
        dual_stack_dns_suffix: text(outputs, "dualStackDnsSuffix")?,
        supports_fips: flag("supportsFIPS")?,
        supports_dual_stack: flag("supportsDualStack")?,
        implicit_global_region: text(outputs, "implicitGlobalRegion")?,
        areas: areas(&text(entry, "regionRegex")?)?,
        regions: regions(entry["regions"].as_object().ok_or("`regions` is missing")?)?,
        name,
    })
}

fn regions(regions: &Map<String, Value>) -> Result<Vec<String>, String> {
    for (region, facts) in regions {
        if facts.as_object().is_none_or(|facts| facts.keys().any(|key| key != "description")) {
            return Err(format!("the region {region} has facts of its own"));
        }
    }
    let mut names: Vec<_> = regions.keys().cloned().collect();
    names.sort();
    Ok(names)
}

/// What a pattern of the form `^AREA-\w+-\d+$` demands in front; `AREA` may have choices: `(us|eu)`, `eusc-(de)`.
fn areas(pattern: &str) -> Result<Vec<String>, String> {
    let plain = pattern.replace(r"\-", "-");
    let area = plain.strip_prefix('^').and_then(|rest| rest.strip_suffix(r"-\w+-\d+$"));
    let mut areas = vec![String::new()];
    let mut rest = area.ok_or(format!(r"the pattern {pattern} is not of the form ^area-\w+-\d+$"))?;
    while !rest.is_empty() {
        let (choices, after) = match rest.strip_prefix('(') {
            Some(inner) => inner.split_once(')').ok_or(format!("a group of the pattern {pattern} has no end"))?,
            None => rest.split_at(rest.find('(').unwrap_or(rest.len())),
        };
        let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-|".contains(&byte));
        if !is_plain(choices) || !rest.starts_with('(') && choices.contains('|') {
            return Err(format!("the pattern {pattern} has more than names and choices"));
        }
        let longer = |area: &String| choices.split('|').map(|choice| format!("{area}{choice}")).collect::<Vec<_>>();
        areas = areas.iter().flat_map(longer).collect();
        rest = after;
    }
    Ok(areas)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_readable() {
        let partitions = today();
        let aws = partitions.iter().find(|partition| partition.name == "aws").unwrap();
        assert_eq!(aws.regions, ["aws-global"]);
        assert!(aws.areas.iter().any(|area| area == "us") && partitions.iter().all(|own| !own.areas.is_empty()));
        for name in LATE_DUAL_STACK {
            assert!(partitions.iter().any(|partition| partition.name == name && partition.supports_dual_stack));
        }
    }

    #[test]
    fn patterns_have_one_form() {
        assert_eq!(areas(r"^(us|eu)\-\w+\-\d+$").unwrap(), ["us", "eu"]);
        assert_eq!(areas(r"^eusc\-(de|fr)\-\w+\-\d+$").unwrap(), ["eusc-de", "eusc-fr"]);
        assert_eq!(areas(r"^us-gov-\w+-\d+$").unwrap(), ["us-gov"]);
        let others = [r"^us\-\w+\-\d*$", r"us\-\w+\-\d+$", r"^u.\-\w+\-\d+$", r"^(us\-\w+\-\d+$", r"^us|eu\-\w+\-\d+$"];
        for pattern in others.into_iter().chain([r"^(us|e[uv])\-\w+\-\d+$", r"^[a-z]+\-\w+\-\d+$", ""]) {
            assert!(areas(pattern).unwrap_err().contains(pattern), "{pattern}");
        }
    }

    #[test]
    fn regions_that_patterns_tell_are_not_listed() {
        let partition = |id: &str, pattern: &str, regions: &str| {
            format!(
                r#"{{ "id": "{id}", "regionRegex": "{pattern}", "regions": {{ {regions} }}, "outputs": {{
                    "name": "{id}", "dnsSuffix": "", "dualStackDnsSuffix": "", "supportsFIPS": true,
                    "supportsDualStack": true, "implicitGlobalRegion": "" }} }}"#
            )
        };
        let file = |rows: &[String]| format!(r#"{{ "partitions": [{}] }}"#, rows.join(","));
        let one = partition("one", r"^us-\\w+-\\d+$", r#""us-east-1": {}, "one-global": {}, "eu-west-1": {}"#);
        let two = partition("two", r"^(us|eu)-\\w+-\\d+$", r#""us-south-1": {}, "eu-east-1": { "description": "" }"#);
        let partitions = read(&file(&[one, two])).unwrap();
        assert_eq!(partitions[0].regions, ["eu-west-1", "one-global"]);
        assert_eq!(partitions[1].regions, ["us-south-1"]);
        let own = partition("own", r"^us-\\w+-\\d+$", r#""us-east-1": { "dnsSuffix": "x" }"#);
        assert!(read(&file(&[own])).unwrap_err().contains("us-east-1"));
    }
}
