//! TraitBreakingChange: changes of traits that the definition of the trait forbids (`breakingChanges` of
//! `smithy.api#trait`), or reports at all.

use super::differences::{Differences, TraitChange, found};
use super::effect::Change;
use super::event::{Finding, Severity};
use super::meaning::sentence;
use super::modified::word;
use super::value::{elements, field, fields, same};
use super::world::{Shape, World};
use crate::ast::{Node, NodeKind, ShapeType, Trait};
use crate::traits::evolution::{self, Breaking, Evolution, TRAIT};
use std::collections::BTreeMap;

/// A rule with a path that is ready to be followed.
#[derive(Clone, Debug)]
struct Rule {
    path: Vec<Step>,
    change: Breaking,
    severity: Severity,
}

#[derive(Clone, Debug)]
enum Step {
    Field(String),
    Elements,
    Entries,
    /// The definition of the trait has no such place.
    Nowhere,
}

/// The rules of a trait that a model defines itself.
pub struct Definition<'m> {
    shape: &'m Shape<'m>,
    rules: Vec<Node<'m>>,
}

impl<'m> Definition<'m> {
    /// Those of the trait on the definition.
    pub fn of(shape: &'m Shape<'m>) -> Self {
        let rules = shape.base.find(TRAIT).and_then(|own| field(&own.value, "breakingChanges"));
        Self { shape, rules: rules.map(|rules| elements(&rules)).unwrap_or_default() }
    }

    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    fn read(&self, world: &World<'_>) -> Vec<Rule> {
        let read = |rule: &Node<'_>| {
            let at = |key: &str| field(rule, key).map(|own| word(&own));
            let severity = at("severity").and_then(|name| Severity::parse(&name)).unwrap_or(Severity::Error);
            let path = self.steps(&at("path").unwrap_or_default(), world);
            Some(Rule { path, change: Breaking::parse(&at("change")?)?, severity })
        };
        self.rules.iter().filter_map(read).collect()
    }

    fn steps(&self, path: &str, world: &World<'_>) -> Vec<Step> {
        let (mut steps, mut here) = (Vec::new(), Some(self.shape.base.id.clone()));
        for part in parts(path) {
            let shape = here.as_deref().and_then(|id| world.shape(id));
            let member = shape.and_then(|shape| Some((shape.kind.shape_type, shape.member(&part)?)));
            steps.push(match member.map(|(shape_type, _)| shape_type) {
                Some(ShapeType::List) => Step::Elements,
                Some(ShapeType::Map) => Step::Entries,
                Some(ShapeType::Structure | ShapeType::Union) => Step::Field(part),
                _ => Step::Nowhere,
            });
            here = member.map(|(_, member)| member.target.to_owned());
        }
        steps
    }
}

/// The parts of a JSON pointer (RFC 6901), up to the first empty one.
fn parts(path: &str) -> Vec<String> {
    let parts = path.trim_start_matches('/').split('/').take_while(|part| !part.is_empty());
    parts.map(|part| part.replace("~1", "/").replace("~0", "~")).collect()
}

pub fn changed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    let mut known: BTreeMap<&str, Vec<Rule>> = BTreeMap::new();
    for change in &all.changed {
        for own in &change.traits {
            for rule in known.entry(own.id).or_insert_with(|| rules(all.new, own.id)).iter() {
                for (kind, path) in broken(own, rule) {
                    let (name, how) = match kind {
                        Breaking::Add => ("Add", Change::Added),
                        Breaking::Remove => ("Remove", Change::Removed),
                        _ => ("Update", Change::Updated),
                    };
                    // To the crate, part of a trait that comes or goes is a trait that changes.
                    let effect = if path.is_empty() { how } else { Change::Updated };
                    let (what, impact) = sentence(all, change, own.id, effect, &path);
                    let id = format!("TraitBreakingChange.{name}.{}", own.id);
                    let finding = found(rule.severity, id, change.new, what, impact);
                    out.push(own.new.map_or(finding.clone(), |own| finding.at(own.span)));
                }
            }
        }
    }
}

fn rules(world: &World<'_>, id: &str) -> Vec<Rule> {
    if let Some(shape) = world.shape(id).filter(|shape| shape.base.has(TRAIT)) {
        return Definition::of(shape).read(world);
    }
    let Some(Evolution::Ruled(rules)) = evolution::evolution(id) else {
        return Vec::new();
    };
    let step = |part: String| if part == "member" { Step::Elements } else { Step::Field(part) };
    let rule = |rule: &evolution::Rule| Rule {
        path: parts(rule.path).into_iter().map(step).collect(),
        change: rule.change,
        severity: rule.severity,
    };
    rules.iter().map(rule).collect()
}

/// Where the rule is broken, and how.
fn broken(own: &TraitChange<'_>, rule: &Rule) -> Vec<(Breaking, String)> {
    let (before, after) = (own.old.is_some(), own.new.is_some());
    if rule.path.is_empty() {
        let found = kind(rule.change, before, after, before && after);
        return found.map(|kind| (kind, String::new())).into_iter().collect();
    }
    if !after {
        return Vec::new();
    }
    let (old, new) = (at_end(own.old, &rule.path), at_end(own.new, &rule.path));
    let added = new.keys().filter(|path| !old.contains_key(*path));
    let mut broken = Vec::new();
    for path in old.keys().chain(added) {
        let (before, after) = (old.get(path).copied().flatten(), new.get(path).copied().flatten());
        let updated = before.zip(after).is_some_and(|(before, after)| !same(&before, &after));
        let kind = kind(rule.change, before.is_some(), after.is_some(), updated);
        broken.extend(kind.map(|kind| (kind, path.clone())));
    }
    broken
}

/// The values at the end of a path in the value of a trait.
fn at_end<'a>(own: Option<&Trait<'a>>, path: &[Step]) -> BTreeMap<String, Option<Node<'a>>> {
    let mut values = BTreeMap::new();
    if let Some(own) = own {
        extract(&own.value, path, String::new(), &mut values);
    }
    values
}

/// How the rule is broken by something that was there or not, is there or not, and differs.
fn kind(rule: Breaking, before: bool, after: bool, updated: bool) -> Option<Breaking> {
    let found = match (before, after) {
        (false, true) => Breaking::Add,
        (true, false) => Breaking::Remove,
        (true, true) if updated => Breaking::Update,
        _ => return None,
    };
    let broken = match rule {
        Breaking::Any => true,
        Breaking::Presence => found != Breaking::Update,
        Breaking::Add | Breaking::Remove | Breaking::Update => found == rule,
    };
    broken.then_some(found)
}

/// The values at the end of the path; `None` for a field that is not there or `null`.
fn extract<'a>(value: &Node<'a>, path: &[Step], at: String, result: &mut BTreeMap<String, Option<Node<'a>>>) {
    let Some((step, rest)) = path.split_first() else {
        result.insert(at, Some(*value).filter(|value| !value.is_null()));
        return;
    };
    match step {
        Step::Nowhere => {}
        Step::Elements => {
            for (index, element) in elements(value).iter().enumerate() {
                extract(element, rest, format!("{at}/{index}"), result);
            }
        }
        Step::Entries => {
            for (key, entry) in fields(value) {
                extract(&entry, rest, format!("{at}/{key}"), result);
            }
        }
        Step::Field(name) => match (field(value, name), rest.is_empty()) {
            (Some(value), _) => extract(&value, rest, format!("{at}/{name}"), result),
            (None, true) if value.kind() == NodeKind::Object => drop(result.insert(format!("{at}/{name}"), None)),
            (None, _) => {}
        },
    }
}
