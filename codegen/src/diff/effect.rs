//! What coming, going and changing traits do to a generated crate: how much, and what a consumer sees of it.
//!
//! Traits without a row follow from where they stand in [`tables`].

use super::event::Verdict::{self, Major, Minor, Patch};
use crate::traits::tables::{self, Standing};

/// How a trait changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Added,
    Removed,
    Updated,
}

/// How much a change is, and what a consumer sees of it.
pub type Effect = (Verdict, String);

/// What the change of a trait does to the crate.
///
/// Not asked for the traits that say whether a member must have a value: that needs the member.
pub fn effect(id: &str, change: Change) -> Effect {
    // A row of a trait that is inert for now waits until the trait takes effect.
    if let Some(Standing::Inert(why)) = tables::standing(id) {
        return (Patch, format!("{why}; nothing in the crate changes"));
    }
    if let Some((_, effects)) = EFFECTS.iter().find(|(ids, _)| ids.contains(&id)) {
        let (verdict, why) = effects[change as usize];
        return (verdict, why.to_owned());
    }
    match tables::standing(id) {
        Some(Standing::Protocol) => (Patch, "the other protocols of the service stay".to_owned()),
        Some(Standing::Unsupported(why)) => unsupported(why, change),
        Some(Standing::Effective | Standing::Inert(_)) => (Minor, "the crate behaves in another way".to_owned()),
        None => unknown(id, change),
    }
}

/// Whether the trait says how a service speaks.
pub fn is_protocol(id: &str) -> bool {
    tables::standing(id) == Some(Standing::Protocol)
}

fn unsupported(why: &str, change: Change) -> Effect {
    match change {
        Change::Added => (Major, format!("what it stands on cannot be generated any more: {why}")),
        Change::Removed => (Minor, "what it stood on can be generated now".to_owned()),
        Change::Updated => (Patch, "what it stands on cannot be generated, before as after".to_owned()),
    }
}

fn unknown(id: &str, change: Change) -> Effect {
    let namespace = id.split('#').next().unwrap_or_default();
    if change == Change::Added && tables::is_reserved(namespace) {
        return (Major, "the generator does not know it and refuses what it stands on".to_owned());
    }
    (Patch, "traits of this namespace do not reach the crate".to_owned())
}

type Effects = [(Verdict, &'static str); 3];

type Row = (&'static [&'static str], Effects);

const fn always(ids: &'static [&'static str], verdict: Verdict, why: &'static str) -> Row {
    (ids, [(verdict, why); 3])
}

const ELSEWHERE: &str = "whether its members must have a value is said of each";

/// Traits, and what it does when they are added, removed and updated.
const EFFECTS: &[Row] = &[
    always(
        &[
            tables::DOCUMENTATION,
            tables::TITLE,
            "smithy.api#examples",
            "smithy.api#externalDocumentation",
            "smithy.api#since",
        ],
        Patch,
        "only documentation changes",
    ),
    (
        &[tables::DEPRECATED],
        [
            (Minor, "the compiler warns where it is used, nothing breaks"),
            (Patch, "the compiler warns no longer"),
            (Patch, "what the compiler says of it changes"),
        ],
    ),
    always(&[tables::ENDPOINT, tables::HOST_LABEL], Minor, "requests go to another host, no signature changes"),
    always(&[tables::HTTP_CHECKSUM_REQUIRED], Minor, "whether requests carry a checksum changes, no signature does"),
    always(&[tables::REQUEST_COMPRESSION], Minor, "whether requests are compressed changes, no signature does"),
    always(&[tables::AWS_QUERY_COMPATIBLE], Minor, "errors may go by other codes, no signature changes"),
    always(&[tables::ENDPOINT_TESTS], Patch, "the cases are run by the tests of the generator"),
    always(&[tables::SENSITIVE], Patch, "only what `Debug` prints and what is logged changes"),
    (
        &[tables::ERROR],
        [
            (Major, "the type moves from `types` to `types::error`"),
            (Major, "the type moves from `types::error` to `types`"),
            (Minor, "whether a call is tried again may change, no signature does"),
        ],
    ),
    always(&[tables::HTTP_ERROR], Patch, "errors are told apart by their code, not by the status"),
    (
        &[tables::IDEMPOTENCY_TOKEN],
        [
            (Minor, "a token is made up where none is set"),
            (Major, "no token is made up any more, so a repeated call may take effect twice"),
            (Patch, "nothing in the crate changes"),
        ],
    ),
    always(&[tables::RETRYABLE], Minor, "whether a call is tried again changes, no signature does"),
    always(&[tables::SPARSE], Major, "elements change between `T` and `Option<T>`"),
    always(&[tables::TIMESTAMP_FORMAT], Major, "the time goes over the wire in another form"),
    always(&[tables::ENUM], Major, "the type changes between `String` and an enum"),
    always(&[tables::ENUM_VALUE], Major, "the variant stands for another text on the wire"),
    always(&[tables::INPUT, "smithy.api#output", tables::CLIENT_OPTIONAL, tables::BOX], Patch, ELSEWHERE),
    always(&[tables::REQUIRED, tables::DEFAULT, "smithy.api#addedDefault"], Patch, ELSEWHERE),
    always(
        &[tables::MIXIN, tables::TRAIT, tables::PROTOCOL_DEFINITION, tables::AUTH_DEFINITION],
        Patch,
        "nothing is generated from it",
    ),
    always(
        &[tables::LENGTH, tables::PATTERN, tables::RANGE, tables::UNIQUE_ITEMS],
        Patch,
        "only what `validate()` finds changes, which no call asks",
    ),
    (
        &[tables::PAGINATED],
        [
            (Minor, "a paginator comes with it"),
            (Major, "its paginator goes"),
            (Minor, "its paginator finds pages in another way"),
        ],
    ),
    (&[tables::WAITABLE], [(Minor, "waiters come with it"), (Major, "its waiters go"), (Minor, "its waiters change")]),
    (
        &[tables::SIGV4, "aws.auth#sigv4a"],
        [
            (Minor, "requests may be signed in another way"),
            (Major, "requests are signed in another way"),
            (Minor, "requests are signed for another name"),
        ],
    ),
    (
        &[tables::HTTP_API_KEY_AUTH, tables::HTTP_BASIC_AUTH, tables::HTTP_BEARER_AUTH, "smithy.api#httpDigestAuth"],
        [
            (Minor, "clients may authenticate in one more way"),
            (Major, "clients cannot authenticate in this way any more"),
            (Minor, "clients authenticate in another way"),
        ],
    ),
    always(&[tables::AUTH, tables::OPTIONAL_AUTH], Minor, "requests may be authenticated in another way"),
    always(&[tables::UNSIGNED_PAYLOAD], Minor, "whether signatures leave out the payload changes, no signature does"),
    always(&[tables::SERVICE], Minor, "the name by which clients are logged changes, no signature does"),
    (
        &[tables::CLIENT_DISCOVERED_ENDPOINT],
        [
            (Major, "endpoints must be discovered, so the operation cannot be generated any more"),
            (Minor, "endpoints need not be discovered any more, so the operation can be generated"),
            (Patch, "whether endpoints must be discovered does not change"),
        ],
    ),
    always(
        &[
            tables::ENDPOINT_RULE_SET,
            "smithy.rules#endpointBdd",
            tables::CONTEXT_PARAM,
            tables::STATIC_CONTEXT_PARAMS,
            tables::OPERATION_CONTEXT_PARAMS,
            "aws.endpoints#dualStackOnlyEndpoints",
            "aws.endpoints#endpointsModifier",
            "aws.endpoints#rulesBasedEndpoints",
            "aws.endpoints#standardPartitionalEndpoints",
            "aws.endpoints#standardRegionalEndpoints",
        ],
        Minor,
        "requests may go to other hosts, no signature changes",
    ),
    (
        &[tables::CLIENT_CONTEXT_PARAMS],
        [
            (Minor, "clients gain settings"),
            (Major, "clients lose settings"),
            (Minor, "settings of clients change: look at each"),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_effective_trait_has_a_row_and_every_row_a_known_trait() {
        let rows: Vec<&str> = EFFECTS.iter().flat_map(|(ids, _)| ids.iter().copied()).collect();
        let missing: Vec<_> = tables::EFFECTIVE.iter().filter(|id| !rows.contains(id)).collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert!(rows.iter().all(|id| tables::standing(id).is_some()));
        assert!(rows.iter().enumerate().all(|(at, id)| !rows[..at].contains(id)));
    }

    #[test]
    fn traits_without_a_row_follow_their_table() {
        assert_eq!(effect("smithy.api#length", Change::Updated).0, Patch);
        assert_eq!(effect(tables::ENDPOINT_RULE_SET, Change::Updated).0, Minor);
        assert_eq!(effect("smithy.api#streaming", Change::Added).0, Major);
        assert_eq!(effect("smithy.api#streaming", Change::Removed).0, Minor);
        assert_eq!(effect("smithy.api#unheardOf", Change::Added).0, Major);
        assert_eq!(effect("com.example#mine", Change::Added).0, Patch);
    }
}
