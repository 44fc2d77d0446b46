//! What `validate()` checks: the constraints of members go before those of their targets, and whatever leads to a
//! constraint is gone through.

use super::constrained::{self, hashes};
use super::{Lowering, pattern};
use crate::ast::ShapeId;
use crate::ir::checks::{Check, Checks, Row, Slot};
use crate::ir::{Field, Presence, Role};
use crate::model::{Constraints, Element, Kind, Member, Pattern, Shape};
use crate::names;

impl Lowering<'_> {
    /// The checks of a structure with these fields.
    pub(super) fn checks(&mut self, shape: &Shape, members: &[Member], fields: &[Field], role: Role) -> Option<Checks> {
        let is_input = role == Role::Input;
        if !is_input && !self.is_checked(shape) {
            return None;
        }
        let mut rows = Vec::new();
        for (member, field) in members.iter().zip(fields) {
            let slot = match &field.presence {
                Presence::Required if is_input => Slot::Required,
                Presence::Optional if constrained::must_be_set(member) && !field.is_token => Slot::Required,
                Presence::Required | Presence::Default(_) if !is_input => Slot::Always,
                Presence::Optional | Presence::Required | Presence::Default(_) => Slot::Optional,
            };
            let checks = self.member_checks(shape, member, field.sensitive);
            if slot == Slot::Required || !checks.is_empty() {
                rows.push(Row { name: field.name.clone(), wire: member.name.clone(), slot: Some(slot), checks });
            }
        }
        let method = is_input.then(|| names::validate(members.iter().map(|member| member.name.as_str())));
        (!is_input || !rows.is_empty()).then(|| Checks { is_union: false, id: shape.id.to_string(), method, rows })
    }

    /// The checks of a union.
    pub(super) fn union_checks(&mut self, shape: &Shape, members: &[Member]) -> Option<Checks> {
        if !self.is_checked(shape) {
            return None;
        }
        let mut rows = Vec::new();
        for member in members.iter().filter(|member| !member.target.is_unit()) {
            let is_sensitive = shape.sensitive || member.sensitive || self.is_sensitive(&member.target);
            let checks = self.member_checks(shape, member, is_sensitive);
            if !checks.is_empty() {
                rows.push(Row { name: names::variant(&member.name), wire: member.name.clone(), slot: None, checks });
            }
        }
        Some(Checks { is_union: true, id: shape.id.to_string(), method: None, rows })
    }

    fn is_checked(&self, shape: &Shape) -> bool {
        self.usage.is_written(&shape.id) && self.constrained.has(&shape.id)
    }

    fn member_checks(&mut self, shape: &Shape, member: &Member, is_sensitive: bool) -> Vec<Check> {
        let own = Own { constraints: &member.constraints, id: shape.id.with_member(&member.name) };
        let mut checks = self.value_checks(&member.target, &own, shape.id.namespace());
        if is_sensitive && checks.iter().any(Check::leads_on) {
            checks.insert(0, Check::Sensitive);
        }
        checks
    }

    fn value_checks(&mut self, target: &ShapeId, own: &Own<'_>, namespace: &str) -> Vec<Check> {
        let model = self.model;
        let shape = &model.shapes[target];
        let mut checks = self.own_checks(shape, own, namespace);
        match &shape.kind {
            Kind::List { member, sparse } => {
                let items = self.element_checks(target, "member", member, *sparse, namespace);
                checks.extend((!items.is_empty()).then_some(Check::Each(items)));
            }
            Kind::Map { key, key_constraints, value, sparse } => {
                let own = Own { constraints: key_constraints, id: target.with_member("key") };
                let keys = self.value_checks(key, &own, namespace);
                checks.extend((!keys.is_empty()).then_some(Check::Keys(keys)));
                let values = self.element_checks(target, "value", value, *sparse, namespace);
                checks.extend((!values.is_empty()).then_some(Check::Values(values)));
            }
            Kind::Structure(_) | Kind::Union(_) => {
                checks.extend(self.constrained.has(target).then_some(Check::Nested));
            }
            Kind::Blob | Kind::Boolean | Kind::String | Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => {}
            Kind::Float | Kind::Double | Kind::BigInteger | Kind::BigDecimal | Kind::Timestamp(_) => {}
            Kind::Document | Kind::Enum(_) | Kind::IntEnum(_) => {}
        }
        checks
    }

    /// The checks of what a list or map holds.
    fn element_checks(
        &mut self,
        holder: &ShapeId,
        name: &str,
        element: &Element,
        sparse: bool,
        namespace: &str,
    ) -> Vec<Check> {
        if self.too_deep.contains(holder) {
            return Vec::new();
        }
        let own = Own { constraints: &element.constraints, id: holder.with_member(name) };
        let checks = self.value_checks(&element.target, &own, namespace);
        if sparse && !checks.is_empty() { vec![Check::Present(checks)] } else { checks }
    }

    /// The checks that the traits of what targets a shape ask for, or else those of the shape.
    fn own_checks(&mut self, target: &Shape, own: &Own<'_>, namespace: &str) -> Vec<Check> {
        let member = constrained::applicable(&target.kind, own.constraints);
        let inherited = constrained::applicable(&target.kind, &target.constraints);
        let shape = |is_own: bool| {
            let id = if is_own { &own.id } else { &target.id };
            if id.namespace() == namespace { id.local().to_owned() } else { id.to_string() }
        };
        let mut checks = Vec::new();
        if let Some(length) = member.length.or(inherited.length) {
            let (min, max) = (length.min.unwrap_or(0), length.max.unwrap_or(u64::MAX));
            checks.push(Check::Length { min, max, shape: shape(member.length.is_some()) });
        }
        if let Some(range) = member.range.or(inherited.range) {
            let [min, max] = [&range.min, &range.max].map(|bound| bound.clone().unwrap_or_default());
            checks.push(Check::Range { min, max, shape: shape(member.range.is_some()) });
        }
        if let Some(pattern) = member.pattern.or(inherited.pattern) {
            let shape = shape(member.pattern.is_some());
            let id = if member.pattern.is_some() { &own.id } else { &target.id };
            checks.extend(self.pattern(pattern, id).map(|pattern| Check::Pattern { pattern, shape }));
        }
        if let (true, Kind::List { member: element, .. }) = (member.unique || inherited.unique, &target.kind) {
            let hashed = hashes(&self.model.shapes[&element.target].kind);
            checks.push(Check::Unique { hashed, shape: shape(member.unique) });
        }
        checks
    }

    /// The pattern in the syntax of the generated crate, unless it has none there, which is noted.
    fn pattern(&mut self, pattern: &Pattern, id: &ShapeId) -> Option<String> {
        let translated = self.patterns.entry(pattern.text.clone()).or_insert_with(|| pattern::translate(&pattern.text));
        match translated {
            Ok(pattern) => Some(pattern.clone()),
            Err(why) => {
                self.unchecked.insert(format!("the pattern of `{id}`: {why}"));
                None
            }
        }
    }
}

/// The constraints of what targets a shape, and its id.
struct Own<'a> {
    constraints: &'a Constraints,
    id: ShapeId,
}
