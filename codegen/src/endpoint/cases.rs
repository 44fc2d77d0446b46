//! Reads `smithy.rules#endpointTests` from JSON.

use super::parse::{endpoint, find, literal, need, scalar};
use super::rules::{Case, Expression, RuleSet};
use super::template;
use crate::ast::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// The cases of a rule set. How clients get at the parameters (`operationInputs`) is not read.
pub fn parse(node: &Node<'_>, rules: &RuleSet, log: &mut Diagnostics) -> Option<Vec<Case>> {
    let entries = node.object("endpoint cases", log)?;
    let cases = need(node, &entries, "testCases", log)?.array("`testCases`", log)?;
    Some(cases.iter().filter_map(|node| case(node, rules, log)).collect())
}

fn case(node: &Node<'_>, rules: &RuleSet, log: &mut Diagnostics) -> Option<Case> {
    let entries = node.object("an endpoint case", log)?;
    let name = find(&entries, "documentation").and_then(|node| node.string("`documentation`", log));
    let given = find(&entries, "params").map_or(Some(Vec::new()), |node| node.object("`params`", log))?;
    let mut parameters = Vec::new();
    for entry in &given {
        match rules.parameters.iter().find(|parameter| parameter.name == entry.key) {
            Some(parameter) => {
                let value = literal(&entry.value, parameter.kind, log)?;
                parameters.push((parameter.name.clone(), value, entry.key_span));
            }
            None if rules.unread.iter().any(|unread| *unread == entry.key) => {}
            None => log.push(
                Diagnostic::new(Code::EndpointRules, entry.key_span, format!("there is no parameter `{}`", entry.key))
                    .label("not a parameter of the rule set"),
            ),
        }
    }
    let order = |name: &str| rules.parameters.iter().position(|parameter| parameter.name == name);
    parameters.sort_by_key(|(name, ..)| order(name));
    let expect = need(node, &entries, "expect", log)?;
    let expect = expect.object("`expect`", log)?;
    let expected = match find(&expect, "error") {
        Some(error) => Err(error.string("`error`", log)?.into_owned()),
        None => {
            let node = need(node, &expect, "endpoint", log)?;
            let entries = node.object("`endpoint`", log)?;
            let url = need(&node, &entries, "url", log).and_then(|url| text(&url, log));
            Ok(endpoint(url, &entries, &mut text, log)?)
        }
    };
    Some(Case { name: name.unwrap_or_default().into_owned(), parameters, expected })
}

/// A scalar whose strings are just text.
fn text(node: &Node<'_>, log: &mut Diagnostics) -> Option<Expression> {
    match node.kind() {
        NodeKind::String => Some(template::text(&node.string("a value", log)?, node.span())),
        _ => scalar(node, log),
    }
}
