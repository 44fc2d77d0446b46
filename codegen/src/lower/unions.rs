//! Unions: open enums whose variants carry the members' values.

use super::{Lowering, deprecated, documentation};
use crate::ir;
use crate::model::{Member, Shape};
use crate::names;

impl Lowering<'_> {
    pub(super) fn union(&mut self, shape: &Shape, members: &[Member]) -> ir::Union {
        ir::Union {
            id: shape.id.to_string(),
            name: names::type_name(&shape.name),
            module: names::file(&shape.name),
            docs: documentation(shape.docs.as_deref(), || format!("The union `{}`.", shape.name)),
            deprecated: shape.deprecated.as_ref().map(deprecated::attribute),
            names_deprecated: self.names_deprecated(shape, members),
            variants: members.iter().map(|member| self.union_variant(shape, member)).collect(),
            uneven: members.iter().any(|member| !member.recursive && self.is_large(&member.target)),
            checks: self.union_checks(shape, members),
            is_read: self.usage.is_read(&shape.id),
            is_written: self.usage.is_written(&shape.id),
        }
    }

    fn union_variant(&self, shape: &Shape, member: &Member) -> ir::UnionVariant {
        let name = names::variant(&member.name);
        ir::UnionVariant {
            wire: member.name.clone(),
            predicate: names::is_method(&name),
            getter: names::as_method(&name),
            docs: documentation(member.docs.as_deref(), || format!("The member `{}`.", member.name)),
            deprecated: member.deprecated.as_ref().map(deprecated::attribute),
            value: (!member.target.is_unit()).then(|| self.member_value(shape, member)),
            sensitive: shape.sensitive || member.sensitive || self.is_sensitive(&member.target),
            name,
        }
    }
}
