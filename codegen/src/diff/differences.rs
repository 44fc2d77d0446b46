//! Pairs the shapes and members of two models: added, removed, or in both with the traits that differ.

use super::event::{Finding, Impact, Severity, Side};
use super::part::Parts;
use super::value::same_trait;
use super::world::{Item, Member, Shape, World};
use crate::ast::{ShapeType, Trait};
use crate::diagnostic::Span;
use crate::traits::evolution::ENUM;

/// What differs between two models.
pub struct Differences<'m> {
    pub old: &'m World<'m>,
    pub new: &'m World<'m>,
    /// What of the models becomes a crate.
    pub parts: &'m Parts<'m>,
    pub added: Vec<Item<'m>>,
    pub removed: Vec<Item<'m>>,
    /// All that both models have, by id; members only if they differ.
    pub changed: Vec<Change<'m>>,
    /// How many changes of targets lead here. Only the outermost comparison has all shapes and metadata.
    pub depth: usize,
}

/// A shape or member in two models.
#[derive(Clone)]
pub struct Change<'m> {
    pub old: Item<'m>,
    pub new: Item<'m>,
    /// Traits that differ.
    pub traits: Vec<TraitChange<'m>>,
}

/// A trait that came, went or has another value. One of the two is there.
#[derive(Clone, Copy)]
pub struct TraitChange<'m> {
    pub id: &'m str,
    pub old: Option<&'m Trait<'m>>,
    pub new: Option<&'m Trait<'m>>,
}

impl<'m> Differences<'m> {
    /// Compares whole models.
    pub fn between(old: &'m World<'m>, new: &'m World<'m>, parts: &'m Parts<'m>) -> Self {
        let mut all = Self { old, new, parts, added: vec![], removed: vec![], changed: vec![], depth: 0 };
        for item in old.items() {
            match new.item(item.id()) {
                Some(other) => all.changed.extend(Change::between(item, other).if_any()),
                None => all.removed.push(item),
            }
        }
        all.added = new.items().filter(|item| old.item(item.id()).is_none()).collect();
        all
    }

    /// Members that both models have and that differ: the shapes that have them, the old and the new member.
    pub fn members(&self) -> impl Iterator<Item = MemberChange<'_, 'm>> {
        self.changed.iter().filter_map(|change| match (change.old, change.new) {
            (Item::Member(old_owner, old), Item::Member(new_owner, new)) => {
                Some(MemberChange { change, old_owner, new_owner, old, new })
            }
            _ => None,
        })
    }

    /// Shapes that both models have.
    pub fn shapes(&self) -> impl Iterator<Item = (&Change<'m>, &'m Shape<'m>, &'m Shape<'m>)> {
        self.changed.iter().filter_map(|change| match (change.old, change.new) {
            (Item::Shape(old), Item::Shape(new)) => Some((change, old, new)),
            _ => None,
        })
    }
}

/// A member in two models.
#[derive(Clone, Copy)]
pub struct MemberChange<'d, 'm> {
    pub change: &'d Change<'m>,
    pub old_owner: &'m Shape<'m>,
    pub new_owner: &'m Shape<'m>,
    pub old: &'m Member<'m>,
    pub new: &'m Member<'m>,
}

impl<'m> Change<'m> {
    /// Compares traits.
    pub fn between(old: Item<'m>, new: Item<'m>) -> Self {
        let (before, after) = (old.base(), new.base());
        let mut traits = Vec::new();
        for own in &before.traits {
            let other = after.find(own.id.as_str());
            if !other.is_some_and(|other| same_trait(own, other)) {
                traits.push(TraitChange { id: own.id.as_str(), old: Some(own), new: other });
            }
        }
        let added = after.traits.iter().filter(|own| !before.has(own.id.as_str()));
        traits.extend(added.map(|own| TraitChange { id: own.id.as_str(), old: None, new: Some(own) }));
        // An enum has the trait without saying so; its values are compared as such.
        if [old, new].iter().any(|item| matches!(item, Item::Shape(shape) if shape.is(ShapeType::Enum))) {
            traits.retain(|own| own.id != ENUM);
        }
        Self { old, new, traits }
    }

    fn if_any(self) -> Option<Self> {
        let differs = match (self.old, self.new) {
            (Item::Member(_, old), Item::Member(_, new)) => old.target != new.target || !self.traits.is_empty(),
            _ => true,
        };
        differs.then_some(self)
    }

    pub fn added(&self, id: &str) -> bool {
        self.traits.iter().any(|own| own.id == id && own.old.is_none())
    }

    pub fn removed(&self, id: &str) -> bool {
        self.traits.iter().any(|own| own.id == id && own.new.is_none())
    }

    /// The trait in both models, if its value differs.
    pub fn updated(&self, id: &str) -> Option<(&'m Trait<'m>, &'m Trait<'m>)> {
        self.traits.iter().find(|own| own.id == id).and_then(|own| own.old.zip(own.new))
    }
}

/// Something found about a shape or member of the new model.
pub fn found(severity: Severity, id: impl Into<String>, item: Item<'_>, what: String, impact: Impact) -> Finding {
    let span = item.base().span;
    Finding {
        severity,
        id: id.into(),
        shape: Some(item.id().to_owned()),
        side: Side::New,
        span,
        what,
        impact,
        about: None,
    }
}

impl Finding {
    /// Stands in the old model.
    pub fn in_old(mut self) -> Self {
        self.side = Side::Old;
        self
    }

    /// Stands there.
    pub fn at(mut self, span: Span) -> Self {
        self.span = span;
        self
    }

    /// Concerns the crate only if this shape belongs to it.
    pub fn about(mut self, id: &str) -> Self {
        self.about = Some(id.to_owned());
        self
    }
}
