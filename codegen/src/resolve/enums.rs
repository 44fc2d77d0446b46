//! Lists the values of enums.

use super::closure::Closure;
use super::views::View;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::model::{EnumValue, IntEnumValue};
use crate::traits::{Facts, Owner};
use std::collections::BTreeSet;

impl Closure<'_, '_, '_> {
    /// The values of an `enum`. A member without a value of its own has its name.
    pub fn enum_values(&mut self, view: &View<'_, '_>) -> Vec<EnumValue> {
        self.expect_members(view);
        let mut values = Vec::with_capacity(view.members.len());
        for member in view.members.iter() {
            let value = self.inside(&view.shape.id.with_member(&member.name), |closure| {
                closure.definitions.check(&member.traits, Owner::Data, closure.log);
                let traits = Facts::new(&member.traits);
                EnumValue {
                    name: Some(member.name.clone()),
                    value: traits.enum_value(closure.log).unwrap_or_else(|| member.name.clone()),
                    span: member.span,
                    docs: traits.docs(closure.log),
                    deprecated: traits.deprecated(closure.log),
                }
            });
            values.push(value);
        }
        self.distinct(values)
    }

    /// The values of an `intEnum`.
    pub fn int_enum_values(&mut self, view: &View<'_, '_>) -> Vec<IntEnumValue> {
        self.expect_members(view);
        let mut values: Vec<IntEnumValue> = Vec::with_capacity(view.members.len());
        for member in view.members.iter() {
            values.extend(self.inside(&view.shape.id.with_member(&member.name), |closure| {
                closure.definitions.check(&member.traits, Owner::Data, closure.log);
                let traits = Facts::new(&member.traits);
                if !traits.has_enum_value() {
                    let message = format!("the member `{}` of an intEnum has no value", member.name);
                    closure.log.miss(
                        view.shape.id.with_member(&member.name),
                        Diagnostic::new(Code::EnumValue, member.span, message)
                            .label("no value")
                            .help("give it an integer with `@enumValue`"),
                    );
                }
                let value = traits.int_enum_value(closure.log)?;
                let docs = traits.docs(closure.log);
                Some(IntEnumValue { name: member.name.clone(), value, span: member.span, docs })
            }));
        }
        let mut seen = BTreeSet::new();
        values
            .iter()
            .filter(|own| !seen.insert(own.value))
            .for_each(|own| self.twice(own.span, &own.value.to_string()));
        values
    }

    /// The values, of which no two may be equal. Of those that have the same name, too, one stays.
    pub fn distinct(&mut self, mut values: Vec<EnumValue>) -> Vec<EnumValue> {
        let mut seen = BTreeSet::new();
        values.iter().filter(|own| !seen.insert(&own.value)).for_each(|own| self.twice(own.span, &own.value));
        let mut kept = BTreeSet::new();
        values.retain(|own| kept.insert((own.name.clone(), own.value.clone())));
        values
    }

    fn twice(&mut self, span: Span, value: &str) {
        self.log.push(
            Diagnostic::new(Code::EnumValue, span, format!("the enum has the value `{value}` twice"))
                .label("the second one")
                .help("remove or change one of the two"),
        );
    }
}
