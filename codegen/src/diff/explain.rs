//! What each kind of event means, for `cargo xtask explain`.

/// Ids of events, alphabetical, each with what it means for consumers of the crate. Ids below them (`AddedShape.x`) share it.
pub const EVENTS: &[(&str, &str)] = &[
    ("AddedMetadata", "The model says something new about itself. Nothing is generated from metadata. Verdict: patch."),
    (
        "AddedOperationBinding",
        "A service or resource can call one more operation. Verdict: minor, or patch if it could before in another way.",
    ),
    (
        "AddedOperationError",
        "An operation may fail in one more way: its error enum gains a variant. The enum is open (`non_exhaustive`), so \
         programs that do not look for the new error compile and treat it as they treat any other. Verdict: minor.",
    ),
    (
        "AddedRequiredMember",
        "A structure gains a member that must be set. Programs compile, but `build()` refuses what it took before. Where \
         it is the first such member, `build()` begins to return a `Result`. A member with a default, or one marked as \
         `clientOptional`, is not reported. Verdict: major; minor where the crate has the member as optional anyway.",
    ),
    (
        "AddedResourceBinding",
        "A service or resource has one more resource. Verdict: minor if operations come with it, else patch.",
    ),
    ("AddedServiceError", "All operations may fail in one more way. See AddedOperationError. Verdict: minor."),
    (
        "AddedShape",
        "A shape or member is new. Verdict: minor for operations, types, fields and variants (structures and enums are \
         `non_exhaustive`, so nothing breaks); patch for lists, maps, strings and numbers, which have no type of their own \
         in the crate, for inputs and outputs, which are called after their operation, for what takes the place of \
         something with the same Rust name, and for what no operation reaches.",
    ),
    ("AddedTraitDefinition", "The model defines a trait. Nothing is generated from it. Verdict: patch."),
    (
        "ChangedDefault",
        "A default value came, went or is another one. Verdict: major where a field changes between `T` and `Option<T>`, \
         minor where only the value differs, patch where the crate does not use it (inputs, defaults of whole shapes).",
    ),
    (
        "ChangedEnumTrait",
        "Values of an enum changed: `Appended` and `OrderChanged` (inserted before others) add a variant, `Removed` takes \
         one away, `NameChanged` renames one. The number is the place of the value. Variants have no order in Rust. \
         Verdict: minor for added values, since enums are open; major for removed and renamed ones.",
    ),
    ("ChangedLengthTrait", "A limit became narrower. The service checks limits, the crate does not. Verdict: patch."),
    ("ChangedMemberOrder", "Members stand in another order. No program sees the order of fields. Verdict: patch."),
    (
        "ChangedMemberTarget",
        "A member points to another shape. Verdict: patch if both are the same Rust type and nothing that differs between \
         them reaches the crate, else major.",
    ),
    ("ChangedMetadata", "The model says something else about itself. Verdict: patch."),
    (
        "ChangedNullability",
        "Whether a member may be without a value changed. The rest of the id says why. Verdict: major where a field changes \
         between `T` and `Option<T>` or `build()` begins to ask for it, minor where `build()` stops to ask, patch where \
         the crate has it as `Option` in both cases: inputs, and members that are structures or unions.",
    ),
    (
        "ChangedOperationInput",
        "The input of an operation is another structure. Its name in the crate stays, since it follows the operation. \
         Verdict: by its members: patch if they are the same, minor if optional ones were added, else major.",
    ),
    ("ChangedOperationOutput", "The output of an operation is another structure. See ChangedOperationInput."),
    ("ChangedRangeTrait", "A limit became narrower. The service checks limits, the crate does not. Verdict: patch."),
    (
        "ChangedResourceIdentifiers",
        "A resource is identified in another way. Nothing is generated from it. Verdict: patch.",
    ),
    (
        "ChangedShapeType",
        "A shape is of another type. Verdict: major, unless both are the same Rust type, as `integer` and `intEnum` are. A \
         `set` that becomes a `list` with `uniqueItems` and a string that becomes an `enum` are not reported.",
    ),
    (
        "ModifiedTrait",
        "A trait came (`Add`), went (`Remove`) or has another value (`Update`); the rest of the id is the trait. Verdict: by \
         the trait: patch for documentation, limits and whatever the generator ignores; minor for what adds to the crate \
         or changes how it behaves; major for what changes types or the wire, such as the value of an enum.",
    ),
    ("RemovedAuthenticationScheme", "smithy-diff has this evaluator but gives no such event. See TraitBreakingChange."),
    ("RemovedMetadata", "The model no longer says something about itself. Verdict: patch."),
    (
        "RemovedOperationBinding",
        "A service or resource no longer lists an operation. Verdict: major, or patch if the service still has it through \
         a resource.",
    ),
    (
        "RemovedOperationError",
        "An operation no longer fails in one way: its error enum loses a variant. Verdict: major.",
    ),
    ("RemovedResourceBinding", "A resource is no longer there. Verdict: major if operations go with it, else patch."),
    ("RemovedServiceError", "Not all operations may fail with this error any more. Verdict: major."),
    (
        "RemovedShape",
        "A shape or member is gone. Verdict: major for operations, types, fields and variants; patch for shapes without a \
         type of their own (`ScalarShape` among them), for inputs and outputs, which are called after their operation, for \
         what no operation reached, and where another shape or enum value gives the same Rust name.",
    ),
    ("RemovedTraitDefinition", "The model no longer defines a trait. Nothing was generated from it. Verdict: patch."),
    ("ServiceRename", "The service gives a shape another name. Verdict: major, unless both are the same name in Rust."),
    (
        "TraitBreakingChange",
        "A trait changed in a way that its definition calls breaking or worth knowing; the rest of the id is the trait. \
         Verdict: by the trait, as with ModifiedTrait: `idempotencyToken`, `timestampFormat`, `sparse` and `error` reach \
         the crate; HTTP and XML bindings do not, in the protocols that it speaks.",
    ),
];

/// What the events with this id, or with ids below it, mean.
pub fn explanation(id: &str) -> Option<(&'static str, &'static str)> {
    let event = id.split('.').next().unwrap_or_default();
    EVENTS.iter().copied().find(|(known, _)| known.eq_ignore_ascii_case(event))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::evaluators::EVALUATORS;

    #[test]
    fn every_evaluator_is_explained() {
        assert!(EVENTS.is_sorted());
        for (name, _) in EVALUATORS.iter().filter(|(name, _)| !name.ends_with("EntityBinding")) {
            assert!(explanation(name).is_some(), "{name}");
        }
        assert_eq!(explanation("ModifiedTrait.Add.com.example#mine").unwrap().0, "ModifiedTrait");
        assert_eq!(explanation("AddedShapes"), None);
    }
}
