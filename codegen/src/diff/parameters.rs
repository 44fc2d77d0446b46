//! What a change of the endpoint rules does beyond leading requests elsewhere: their parameters have methods.

use super::differences::Change;
use super::event::Impact;
use super::modified::word;
use super::value::{field, fields};
use crate::ast::{Node, Trait};
use crate::endpoint;
use crate::endpoint::rules::ParameterKind;
use crate::traits::evolution::{CLIENT_CONTEXT_PARAMS, ENDPOINT_RULE_SET};

/// The impact of parameters that go, come or are of another type.
pub fn impact(change: &Change<'_>) -> Option<Impact> {
    let own = change.traits.iter().find(|own| own.id == ENDPOINT_RULE_SET)?;
    let [old, new] = [own.old, own.new].map(parameters);
    let (lost, gained) = (missing(&old, &new), missing(&new, &old));
    if !lost.is_empty() {
        return Some(Impact::major(format!("`config::endpoint::Params` has no longer these parameters: {lost}")));
    }
    let gains =
        || Impact::minor(format!("`config::endpoint::Params` gains {gained}, and requests may go to other hosts"));
    (!gained.is_empty()).then(gains)
}

/// The impact of settings of clients that go or are of another type.
pub fn of_client(change: &Change<'_>) -> Option<Impact> {
    let own = change.traits.iter().find(|own| own.id == CLIENT_CONTEXT_PARAMS)?;
    let [old, new] = [own.old, own.new].map(|own| own.map(|own| rows(&own.value)).unwrap_or_default());
    let lost = missing(&old, &new);
    (!lost.is_empty()).then(|| Impact::major(format!("clients have no longer these settings: {lost}")))
}

fn missing(own: &[Parameter], other: &[Parameter]) -> String {
    let names = own.iter().filter(|parameter| !other.contains(parameter)).map(|(name, _)| format!("`{name}`"));
    names.collect::<Vec<_>>().join(", ")
}

/// Name and type.
type Parameter = (String, String);

/// The parameters of a rule set, or of what stands in for it.
fn parameters(own: Option<&Trait<'_>>) -> Vec<Parameter> {
    let Some(own) = own else {
        let name = |kind| match kind {
            ParameterKind::String => "string",
            ParameterKind::Boolean => "boolean",
            ParameterKind::StringArray => "stringarray",
        };
        let parameters = endpoint::fallback().parameters.into_iter();
        return parameters.map(|own| (own.name, name(own.kind).to_owned())).collect();
    };
    field(&own.value, "parameters").map(|own| rows(&own)).unwrap_or_default()
}

fn rows(parameters: &Node<'_>) -> Vec<Parameter> {
    let kind = |own| field(own, "type").map(|own| word(&own).to_lowercase()).unwrap_or_default();
    fields(parameters).iter().map(|(name, own)| (name.to_string(), kind(own))).collect()
}
