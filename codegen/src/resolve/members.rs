//! Says of each member of a structure or union what its traits and its target make of it: above all, whether a client
//! may see no value.
//!
//! The rules are those of `NullableIndex` in mode `CLIENT_CAREFUL`, which the official crates follow.

use super::closure::Closure;
use super::views::{Target, View};
use crate::ast;
use crate::ast::{ShapeType, Version};
use crate::model::{Default, Member};
use crate::traits::default::DefaultFact;
use crate::traits::places::check_single_token;
use crate::traits::{Facts, Owner};

impl Closure<'_, '_, '_> {
    /// The members of a structure or union.
    pub fn members(&mut self, view: &View<'_, '_>) -> Vec<Member> {
        let in_structure = view.shape.shape_type == ShapeType::Structure;
        let in_input = Facts::new(&view.traits).input(self.log);
        check_single_token(&view.members, self.log);
        let mut members = Vec::with_capacity(view.members.len());
        for member in view.members.iter() {
            let id = view.shape.id.with_member(&member.name);
            members.extend(self.inside(&id, |closure| closure.member(member, in_structure, in_input)));
        }
        members
    }

    fn member(&mut self, member: &ast::Member<'_>, in_structure: bool, in_input: bool) -> Option<Member> {
        self.definitions.check(&member.traits, Owner::Data, self.log);
        let target = self.follow(&member.target, "the target of a member", "a type of data", ShapeType::is_data)?;
        let traits = Facts::new(&member.traits);
        traits.check_place(target.shape_type(), &Facts::new(target.traits()), self.log);
        let required = traits.required(self.log);
        let optional = traits.client_optional(self.log);
        let default = self.default_value(&traits, &target, in_structure);
        let aggregate = matches!(target.shape_type(), ShapeType::Structure | ShapeType::Union);
        let absent = match default {
            DefaultFact::Null => true,
            DefaultFact::Value(_) => false,
            DefaultFact::Absent => !required,
        };
        // What Smithy 1.0 implies takes nothing back.
        let has_default = default != DefaultFact::Absent && self.version != Version::One;
        let default = match default {
            DefaultFact::Value(value) if !optional => Some(value),
            DefaultFact::Value(_) | DefaultFact::Null | DefaultFact::Absent => None,
        };
        Some(Member {
            name: member.name.clone(),
            span: member.span,
            target: member.target.id.clone(),
            docs: traits.docs(self.log),
            deprecated: traits.deprecated(self.log),
            required: required && !optional && !has_default,
            sensitive: traits.sensitive(self.log),
            default,
            nullable: in_structure && (in_input || optional || aggregate || absent),
            timestamp_format: traits.timestamp_format(self.log),
            constraints: traits.constraints(self.log),
            idempotency_token: traits.idempotency_token(self.log),
            recursive: false,
        })
    }

    fn default_value(
        &mut self,
        traits: &Facts<'_, '_>,
        target: &Target<'_, '_, '_>,
        in_structure: bool,
    ) -> DefaultFact {
        let written = traits.default_value(target.shape_type(), self.log);
        let implied = written == DefaultFact::Absent && in_structure && self.version == Version::One;
        if !implied || traits.boxed(self.log) || self.is_boxed(target) {
            return written;
        }
        match zero(target.shape_type()) {
            Some(zero) => DefaultFact::Value(zero),
            None => DefaultFact::Absent,
        }
    }

    fn is_boxed(&mut self, target: &Target<'_, '_, '_>) -> bool {
        match target {
            Target::Model(view) => Facts::new(&view.traits).boxed(self.log),
            Target::Prelude(prelude) => prelude.boxed,
        }
    }
}

/// The value that members of the type have in Smithy 1.0 unless they are boxed.
fn zero(target: ShapeType) -> Option<Default> {
    use ShapeType::*;
    match target {
        Boolean => Some(Default::Boolean(false)),
        Byte | Short | Integer | Long | Float | Double => Some(Default::Number("0".to_owned())),
        Blob | String | BigInteger | BigDecimal | Timestamp | Document | Enum | IntEnum => None,
        List | Map | Structure | Union | Operation | Resource | Service => None,
    }
}
