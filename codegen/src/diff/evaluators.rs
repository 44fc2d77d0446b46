//! The evaluators of smithy-diff 1.73, all 29 of them.

use super::differences::Differences;
use super::event::Finding;
use super::{
    bindings, breaking, defaults, enums, members, metadata, modified, nullability, operations, ranges, rename, shapes,
    suppress, target,
};

/// Finds the events of one kind.
pub type Evaluator = fn(&Differences<'_>, &mut Vec<Finding>);

/// By the names that smithy-diff gives them.
pub const EVALUATORS: [(&str, Evaluator); 29] = [
    ("AddedEntityBinding", bindings::added),
    ("AddedMetadata", metadata::added),
    ("AddedOperationError", operations::added_error),
    ("AddedRequiredMember", members::added_required),
    ("AddedServiceError", operations::added_service_error),
    ("AddedShape", shapes::added),
    ("AddedTraitDefinition", shapes::added_trait),
    ("ChangedDefault", defaults::changed),
    ("ChangedEnumTrait", enums::changed),
    ("ChangedLengthTrait", ranges::changed_length),
    ("ChangedMemberOrder", members::changed_order),
    ("ChangedMemberTarget", target::changed),
    ("ChangedMetadata", metadata::changed),
    ("ChangedNullability", nullability::changed),
    ("ChangedOperationInput", operations::changed_input),
    ("ChangedOperationOutput", operations::changed_output),
    ("ChangedRangeTrait", ranges::changed_range),
    ("ChangedResourceIdentifiers", bindings::changed_identifiers),
    ("ChangedShapeType", shapes::changed_type),
    ("ModifiedTrait", modified::changed),
    // smithy-diff keeps the name and gives no event: authentication schemes are traits, which `TraitBreakingChange` has.
    ("RemovedAuthenticationScheme", |_, _| {}),
    ("RemovedEntityBinding", bindings::removed),
    ("RemovedMetadata", metadata::removed),
    ("RemovedOperationError", operations::removed_error),
    ("RemovedServiceError", operations::removed_service_error),
    ("RemovedShape", shapes::removed),
    ("RemovedTraitDefinition", shapes::removed_trait),
    ("ServiceRename", rename::changed),
    ("TraitBreakingChange", breaking::changed),
];

/// Runs them all.
pub fn run(all: &Differences<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, evaluator) in EVALUATORS {
        evaluator(all, &mut findings);
    }
    suppress::apply(all.new, &mut findings);
    findings
}
