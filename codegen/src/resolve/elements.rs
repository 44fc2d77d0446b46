//! What lists and maps hold.

use super::closure::Closure;
use super::views::View;
use crate::ast::{Member, ShapeId, ShapeType};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Constraints, Element};
use crate::traits::{Facts, Owner};

impl Closure<'_, '_, '_> {
    /// The member of a list or the value of a map.
    pub fn element(&mut self, view: &View<'_, '_>, name: &str) -> Option<Element> {
        let member = self.named(view, name)?;
        self.inside(&view.shape.id.with_member(name), |closure| {
            closure.definitions.check(&member.traits, Owner::Data, closure.log);
            closure.follow(&member.target, &format!("`{name}`"), "a type of data", ShapeType::is_data)?;
            let traits = Facts::new(&member.traits);
            Some(Element {
                target: member.target.id.clone(),
                sensitive: traits.sensitive(closure.log),
                timestamp_format: traits.timestamp_format(closure.log),
                constraints: traits.constraints(closure.log),
            })
        })
    }

    pub fn key(&mut self, view: &View<'_, '_>) -> Option<(ShapeId, Constraints)> {
        let member = self.named(view, "key")?;
        self.inside(&view.shape.id.with_member("key"), |closure| {
            closure.definitions.check(&member.traits, Owner::Data, closure.log);
            let fits = |found| matches!(found, ShapeType::String | ShapeType::Enum);
            closure.follow(&member.target, "the key of a map", "a string or an enum", fits)?;
            Some((member.target.id.clone(), Facts::new(&member.traits).constraints(closure.log)))
        })
    }

    fn named<'m, 'n>(&mut self, view: &'m View<'_, 'n>, name: &str) -> Option<&'m Member<'n>> {
        let member = view.members.iter().find(|member| member.name == name);
        if member.is_none() {
            let owner = view.shape.shape_type.with_article();
            self.log.miss(
                view.shape.id.with_member(name),
                Diagnostic::new(Code::Incomplete, view.shape.span, format!("{owner} needs a `{name}`"))
                    .label(format!("has no `{name}`")),
            );
        }
        member
    }
}
