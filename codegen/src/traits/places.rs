//! Which members may have traits that make a string of the input something more.

use super::facts::{Facts, quoted};
use super::tables;
use crate::ast::{Member, ShapeType, Trait};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

impl Facts<'_, '_> {
    /// Reports traits of a member that must be a string, if its target is `found`, with the traits `target`, instead.
    pub fn check_place(&self, found: ShapeType, target: &Facts<'_, '_>, log: &mut Diagnostics) {
        let is_enum = found == ShapeType::Enum || target.find(tables::ENUM).is_some();
        let is_string = found == ShapeType::String || is_enum;
        let label = || format!("the member is {}", if is_enum { "an enum".to_owned() } else { found.with_article() });
        if let Some(own) = self.find(tables::HOST_LABEL).filter(|_| !is_string) {
            log.push(misplaced(own, "must be a string", &label()));
        }
        if let Some(own) = self.find(tables::IDEMPOTENCY_TOKEN).filter(|_| !is_string || is_enum) {
            log.push(misplaced(own, "must be a string that may have any value", &label()));
        }
    }
}

/// Reports every `smithy.api#idempotencyToken` of a structure but the first.
pub fn check_single_token(members: &[Member<'_>], log: &mut Diagnostics) {
    let tokens = members.iter().filter_map(|member| Facts::new(&member.traits).find(tables::IDEMPOTENCY_TOKEN));
    for second in tokens.skip(1) {
        log.push(misplaced(second, "must be the only one of its structure", "another member has the trait, too"));
    }
}

fn misplaced(own: &Trait<'_>, rule: &str, label: &str) -> Diagnostic {
    let message = format!("a member with the trait {} {rule}", quoted(own));
    Diagnostic::new(Code::TraitPlace, own.span, message).label(label).help("remove the trait here")
}
