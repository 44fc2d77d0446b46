//! ModifiedTrait: traits that came, went or have another value, as far as their definition does not give other rules.

use super::breaking::Definition;
use super::differences::{Change as Changed, Differences, TraitChange, found};
use super::effect::Change;
use super::event::{Finding, Severity, Verdict};
use super::meaning::{how, is_of_presence, sentence};
use super::part::Role;
use super::value::{elements, fields, same, text, texts};
use super::world::{Base, Shape, World};
use crate::ast::{Node, NodeKind, ShapeType};
use crate::traits::evolution::{self, Evolution, TAGS, TRAIT};
use std::collections::BTreeMap;

/// Which changes are reported, and how grave they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Strategy {
    Add(Severity),
    Remove(Severity),
    Update(Severity),
    /// What the value holds, by the tags of the members of the trait's definition.
    Contents,
}

/// Values are looked into so deep.
const DEEPEST: usize = 32;

pub fn changed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    let mut known: BTreeMap<&str, Vec<Strategy>> = BTreeMap::new();
    for change in &all.changed {
        for own in change.traits.iter().filter(|own| !evolution::JUDGED_APART.contains(&own.id)) {
            let strategies = known.entry(own.id).or_insert_with(|| strategies(all.new, own.id));
            for strategy in strategies.iter() {
                let mut log = Log { all, change, own, out };
                log.whole(*strategy);
            }
        }
    }
}

/// What is reported of a trait: by its own definition in the new model, or else by that of Smithy and AWS.
fn strategies(world: &World<'_>, id: &str) -> Vec<Strategy> {
    use Severity::{Error, Note, Warning};
    let free = || vec![Strategy::Add(Note), Strategy::Update(Note), Strategy::Remove(Warning)];
    if let Some(shape) = world.shape(id).filter(|shape| shape.base.has(TRAIT)) {
        let tagged = tagged(&shape.base, true);
        return match () {
            () if !tagged.is_empty() => tagged,
            () if !Definition::of(shape).is_empty() => vec![],
            () => free(),
        };
    }
    match evolution::evolution(id) {
        Some(Evolution::Free) => free(),
        Some(Evolution::Constant) => constant(Error),
        Some(Evolution::Ruled(_)) => vec![],
        None => constant(Warning),
    }
}

fn constant(severity: Severity) -> Vec<Strategy> {
    vec![Strategy::Add(severity), Strategy::Remove(severity), Strategy::Update(severity)]
}

/// What the tags `diff.SEVERITY.KIND` ask for.
fn tagged(base: &Base<'_>, with_contents: bool) -> Vec<Strategy> {
    let Some(tags) = base.find(TAGS) else {
        return Vec::new();
    };
    let mut strategies = Vec::new();
    for tag in texts(&tags.value) {
        let mut parts = tag.split('.');
        let (head, word, kind) = (parts.next(), parts.next(), parts.next());
        if head != Some("diff") || parts.next().is_some() {
            continue;
        }
        if (word, kind) == (Some("contents"), None) {
            strategies.extend(with_contents.then_some(Strategy::Contents));
        }
        let severity = match word {
            Some("error") => Severity::Error,
            Some("danger") => Severity::Danger,
            Some("warning") => Severity::Warning,
            _ => continue,
        };
        match kind {
            Some("add") => strategies.push(Strategy::Add(severity)),
            Some("remove") => strategies.push(Strategy::Remove(severity)),
            Some("update") => strategies.push(Strategy::Update(severity)),
            Some("const") => strategies.extend(constant(severity)),
            _ => {}
        }
    }
    strategies
}

struct Log<'d, 'm, 'o> {
    all: &'d Differences<'m>,
    change: &'d Changed<'m>,
    own: &'d TraitChange<'m>,
    out: &'o mut Vec<Finding>,
}

/// A place in the value of a trait: what stands there before and after.
#[derive(Clone, Copy)]
struct Place<'m> {
    old: Option<Node<'m>>,
    new: Option<Node<'m>>,
}

impl<'m> Log<'_, 'm, '_> {
    fn whole(&mut self, strategy: Strategy) {
        let place = Place { old: self.own.old.map(|own| own.value), new: self.own.new.map(|own| own.value) };
        if strategy != Strategy::Contents {
            self.check(strategy, place, "");
        } else if let (Some(shape), true, true) =
            (self.all.new.shape(self.own.id), place.old.is_some(), place.new.is_some())
        {
            self.contents(shape, place, "", 0);
        }
    }

    fn check(&mut self, strategy: Strategy, place: Place<'_>, path: &str) {
        let (kind, change, severity) = match (strategy, place.old, place.new) {
            (Strategy::Add(severity), None, Some(_)) => ("Add", Change::Added, severity),
            (Strategy::Remove(severity), Some(_), None) => ("Remove", Change::Removed, severity),
            (Strategy::Update(severity), Some(old), Some(new)) if path.is_empty() || !same(&old, &new) => {
                ("Update", Change::Updated, severity)
            }
            _ => return,
        };
        let id = format!("ModifiedTrait.{kind}.{}", self.own.id);
        let (what, impact) = sentence(self.all, self.change, self.own.id, change, path);
        let finding = found(severity, id, self.change.new, what, impact);
        self.out.push(self.own.new.map_or(finding.clone(), |own| finding.at(own.span)));
    }

    fn contents(&mut self, shape: &'m Shape<'m>, place: Place<'m>, path: &str, depth: usize) {
        let pair = [place.old, place.new];
        let is = |kind| pair.iter().all(|own| own.is_some_and(|own| own.kind() == kind));
        let objects = || pair.map(|own| own.map(|own| fields(&own)).unwrap_or_default());
        let of = |entries: &[(std::borrow::Cow<'m, str>, Node<'m>)], key: &str| {
            entries.iter().find(|(own, _)| own == key).map(|(_, value)| *value)
        };
        match shape.kind.shape_type {
            _ if depth >= DEEPEST => {}
            ShapeType::List if is(NodeKind::Array) => {
                let [old, new] = pair.map(|own| own.map(|own| elements(&own)).unwrap_or_default());
                for at in 0..old.len().max(new.len()) {
                    let place = Place { old: old.get(at).copied(), new: new.get(at).copied() };
                    self.member(shape, "member", place, &format!("{path}/{at}"), depth);
                }
            }
            ShapeType::Map if is(NodeKind::Object) => {
                let [old, new] = objects();
                let added = new.iter().filter(|(key, _)| of(&old, key).is_none());
                for (key, _) in old.iter().chain(added) {
                    let place = Place { old: of(&old, key), new: of(&new, key) };
                    self.member(shape, "value", place, &format!("{path}/{key}"), depth);
                }
            }
            ShapeType::Structure | ShapeType::Union if is(NodeKind::Object) => {
                let [old, new] = objects();
                for member in &shape.members {
                    let place = Place { old: of(&old, member.name), new: of(&new, member.name) };
                    if place.old.is_some() || place.new.is_some() {
                        self.member(shape, member.name, place, &format!("{path}/{}", member.name), depth);
                    }
                }
            }
            _ => {}
        }
    }

    fn member(&mut self, shape: &'m Shape<'m>, name: &str, place: Place<'m>, path: &str, depth: usize) {
        let Some(member) = shape.member(name) else { return };
        for strategy in tagged(&member.base, false) {
            self.check(strategy, place, path);
        }
        if let Some(target) = self.all.new.shape(member.target) {
            self.contents(target, place, path, depth + 1);
        }
    }
}

/// Traits that change something in the crate though no event about them says so.
pub fn unreported(all: &Differences<'_>, findings: &[Finding]) -> Vec<Finding> {
    let mut unreported = Vec::new();
    for change in &all.changed {
        for own in change.traits.iter().filter(|own| !is_of_presence(own.id)) {
            let (what, impact) = sentence(all, change, own.id, how(own), "");
            let said = |finding: &Finding| {
                let is_about = finding.shape.as_deref() == Some(change.new.id());
                is_about && (finding.id.ends_with(own.id) || finding.impact.verdict >= impact.verdict)
            };
            if impact.verdict > Verdict::Patch && !is_idle(all, change, own) && !findings.iter().any(said) {
                let finding = found(Severity::Note, "", change.new, what, impact);
                unreported.push(own.new.map_or(finding.clone(), |own| finding.at(own.span)));
            }
        }
    }
    unreported
}

/// Only members of inputs can be tokens, and the values of enums are judged one by one.
fn is_idle(all: &Differences<'_>, change: &Changed<'_>, own: &TraitChange<'_>) -> bool {
    let is_input = || all.parts.new.roles(&change.new.root().base.id).contains(&Role::Input);
    match own.id {
        evolution::IDEMPOTENCY_TOKEN => !is_input(),
        evolution::ENUM => how(own) == Change::Updated,
        _ => false,
    }
}

/// The text of a string value.
pub fn word(node: &Node<'_>) -> String {
    text(node).map(String::from).unwrap_or_default()
}
