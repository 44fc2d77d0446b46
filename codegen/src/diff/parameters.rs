//! What a change of the endpoint rules does beyond leading requests elsewhere: their parameters have methods, and
//! `build()` may ask for them.

use super::differences::Change;
use super::event::Impact;
use super::modified::word;
use super::value::{field, fields};
use crate::ast::{Node, Trait};
use crate::endpoint;
use crate::endpoint::rules::{self, ParameterKind};
use crate::traits::evolution::{CLIENT_CONTEXT_PARAMS, ENDPOINT_RULE_SET};
use std::borrow::Cow;

/// The impact of parameters that go, come, are of another type or are asked for.
pub fn impact(change: &Change<'_>) -> Option<Impact> {
    let own = change.traits.iter().find(|own| own.id == ENDPOINT_RULE_SET)?;
    let [old, new] = [own.old, own.new].map(parameters);
    let (lost, gained) = (missing(&old, &new), missing(&new, &old));
    if !lost.is_empty() {
        return Some(Impact::major(format!("`config::endpoint::Params` has no longer these parameters: {lost}")));
    }
    let [asked_before, asked] =
        [&old, &new].map(|own| own.iter().filter(|own| own.is_asked).cloned().collect::<Vec<_>>());
    let asked = missing(&asked, &asked_before);
    if !asked.is_empty() {
        return Some(Impact::major(format!("`build()` of `config::endpoint::Params` now asks for {asked}")));
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

/// The names of those that the others do not have with the same type.
fn missing(own: &[Parameter], others: &[Parameter]) -> String {
    let has = |own: &Parameter| others.iter().any(|other| (&other.name, &other.kind) == (&own.name, &own.kind));
    let names = own.iter().filter(|own| !has(own)).map(|own| format!("`{}`", own.name));
    names.collect::<Vec<_>>().join(", ")
}

#[derive(Clone)]
struct Parameter {
    name: String,
    /// The word of the model for its type.
    kind: String,
    /// Whether it must be set.
    is_asked: bool,
}

/// The parameters of a rule set, or of what stands in for it.
fn parameters(own: Option<&Trait<'_>>) -> Vec<Parameter> {
    let Some(own) = own else {
        let kind = |kind| match kind {
            ParameterKind::String => "string",
            ParameterKind::Boolean => "boolean",
            ParameterKind::StringArray => "stringarray",
        };
        let parameter = |own: rules::Parameter| Parameter {
            kind: kind(own.kind).to_owned(),
            is_asked: own.required && own.default.is_none(),
            name: own.name,
        };
        return endpoint::fallback().parameters.into_iter().map(parameter).collect();
    };
    field(&own.value, "parameters").map(|own| rows(&own)).unwrap_or_default()
}

fn rows(parameters: &Node<'_>) -> Vec<Parameter> {
    let parameter = |(name, own): &(Cow<'_, str>, Node<'_>)| Parameter {
        name: name.to_string(),
        kind: field(own, "type").map(|own| word(&own).to_lowercase()).unwrap_or_default(),
        is_asked: field(own, "required").is_some_and(|own| own.raw() == "true") && field(own, "default").is_none(),
    };
    fields(parameters).iter().map(parameter).collect()
}
