//! The traits that stand on what is reached, and what becomes of them.

use crate::ast::{Ast, ShapeId};
use crate::model::Model;
use crate::protocol;
use crate::resolve::Views;
use crate::traits::Definitions;
use crate::traits::tables::{self, Standing};
use std::collections::BTreeMap;

/// A trait.
#[derive(Debug)]
pub struct TraitUse {
    /// Its id.
    pub id: String,
    /// How many shapes and members have it.
    pub uses: usize,
    /// What becomes of it.
    pub effect: Effect,
}

/// What the generator does about a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It shows in the generated code.
    Effective,
    /// It has none, for this reason.
    Inert(&'static str),
    /// It stands in the way, for this reason.
    Unsupported(&'static str),
}

/// All traits by id.
pub fn of(ast: &Ast<'_>, views: &Views<'_, '_>, model: &Model) -> Vec<TraitUse> {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    let operations = model.operations.iter().map(|operation| &operation.id);
    let ids: Vec<&ShapeId> = [&model.service.id].into_iter().chain(operations).chain(model.shapes.keys()).collect();
    for view in ids.iter().filter_map(|id| views.get(id.as_str())) {
        let members = view.members.iter().flat_map(|member| &member.traits);
        for own in view.traits.iter().chain(members) {
            *uses.entry(own.id.to_string()).or_default() += 1;
        }
    }
    let definitions = Definitions::of(ast);
    let effect = |id: &str| effect(id, model, &definitions);
    uses.into_iter().map(|(id, uses)| TraitUse { effect: effect(&id), uses, id }).collect()
}

fn effect(id: &str, model: &Model, definitions: &Definitions<'_>) -> Effect {
    match tables::standing(id) {
        Some(Standing::Effective) => Effect::Effective,
        Some(Standing::Inert(why)) => Effect::Inert(why),
        Some(Standing::Unsupported(why)) => Effect::Unsupported(why),
        Some(Standing::Protocol) => spoken(id, model),
        None if definitions.is_protocol(id) => spoken(id, model),
        None if tables::is_reserved(id.split('#').next().unwrap_or_default()) => {
            Effect::Unsupported("it is in no table of `codegen/src/traits/tables.rs`")
        }
        None => Effect::Inert("a trait of the model's own, which no protocol knows"),
    }
}

/// A service that speaks several protocols is called in one of them.
fn spoken(id: &str, model: &Model) -> Effect {
    let chosen = protocol::ALL.iter().find(|known| model.service.protocols.iter().any(|own| own.id == known.id()));
    match chosen {
        Some(chosen) if chosen.id() == id => Effect::Effective,
        Some(_) => Effect::Inert("the service is called in another of its protocols"),
        None => Effect::Unsupported("this protocol cannot be generated"),
    }
}
