//! Reads `smithy.rules#endpointRuleSet` from JSON. What names and types mean is left to `check`.

use super::rules::{
    Condition, Endpoint, Expression, ExpressionKind, Literal, Parameter, ParameterKind, Rule, RuleSet, Then, Value,
};
use super::template;
use crate::ast::{Entry, Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Deprecated;

/// The rule set; what cannot be read is missing from it and in the log.
pub fn parse(node: &Node<'_>, log: &mut Diagnostics) -> Option<RuleSet> {
    let entries = object(node, "the rule set", &["version", "parameters", "rules"], log)?;
    check_version(node, &entries, log);
    let rules = need(node, &entries, "rules", log).and_then(|node| rules(&node, log)).unwrap_or_default();
    let mut set = RuleSet { span: node.span(), parameters: Vec::new(), unread: Vec::new(), rules };
    for entry in need(node, &entries, "parameters", log)?.object("`parameters`", log)? {
        match parameter(&entry, log) {
            Some(parameter) => set.parameters.push(parameter),
            None => set.unread.push(entry.key.into_owned()),
        }
    }
    Some(set)
}

fn check_version(node: &Node<'_>, entries: &[Entry<'_>], log: &mut Diagnostics) {
    let Some(version) = need(node, entries, "version", log) else { return };
    if version.string("`version`", log).is_some_and(|text| !text.starts_with("1.")) {
        fault::<()>(&version, "this version of endpoint rules is not supported", "expected 1.0 or another 1", log);
    }
}

fn parameter(entry: &Entry<'_>, log: &mut Diagnostics) -> Option<Parameter> {
    let keys = ["type", "builtIn", "required", "default", "documentation", "deprecated"];
    let entries = object(&entry.value, "a parameter", &keys, log)?;
    let kind = kind(&need(&entry.value, &entries, "type", log)?, log)?;
    let mut text = |key| find(&entries, key).and_then(|node| Some(node.string(key, log)?.into_owned()));
    let (built_in, docs) = (text("builtIn"), text("documentation"));
    let default = find(&entries, "default").map(|node| literal(&node, kind, log));
    let required = find(&entries, "required").map(|node| node.boolean("`required`", log));
    // What cannot be read is there all the same.
    let required = required.is_some_and(|value| value != Some(false)) || default == Some(None);
    let default = default.flatten();
    let deprecated = find(&entries, "deprecated").and_then(|node| deprecated(&node, log));
    let name = entry.key.clone().into_owned();
    Some(Parameter { name, span: entry.key_span, kind, built_in, required, default, docs, deprecated })
}

/// The type of a parameter.
pub fn kind(node: &Node<'_>, log: &mut Diagnostics) -> Option<ParameterKind> {
    match node.string("`type`", log)?.to_ascii_lowercase().as_str() {
        "string" => Some(ParameterKind::String),
        "boolean" => Some(ParameterKind::Boolean),
        "stringarray" => Some(ParameterKind::StringArray),
        _ => fault(node, "there is no such type of parameter", "expected string, boolean or stringArray", log),
    }
}

fn deprecated(node: &Node<'_>, log: &mut Diagnostics) -> Option<Deprecated> {
    let entries = object(node, "`deprecated`", &["message", "since"], log)?;
    let mut text = |key| find(&entries, key).and_then(|node| Some(node.string(key, log)?.into_owned()));
    Some(Deprecated { message: text("message"), since: text("since") })
}

/// The value of a parameter of this type.
pub fn literal(node: &Node<'_>, kind: ParameterKind, log: &mut Diagnostics) -> Option<Literal> {
    let what = "the value of this parameter";
    match kind {
        ParameterKind::String => Some(Literal::String(node.string(what, log)?.into_owned())),
        ParameterKind::Boolean => Some(Literal::Boolean(node.boolean(what, log)?)),
        ParameterKind::StringArray => {
            let items = node.array(what, log)?;
            let items = items.iter().map(|item| Some(item.string("an element of this parameter", log)?.into_owned()));
            Some(Literal::Strings(items.collect::<Option<_>>()?))
        }
    }
}

/// A list becomes a chain of `else if`, each of which takes stack space while the text is laid out. The longest list
/// in a model of AWS has 25 rules.
const MOST_RULES: usize = 250;

fn rules(node: &Node<'_>, log: &mut Diagnostics) -> Option<Vec<Rule>> {
    let rules = node.array("`rules`", log)?;
    if rules.is_empty() {
        return fault(node, "there are no rules", "at least one rule is needed", log);
    }
    if rules.len() > MOST_RULES {
        return fault(node, "there are too many rules", &format!("more than {MOST_RULES} in one list"), log);
    }
    Some(rules.iter().filter_map(|node| rule(node, log)).collect())
}

fn rule(node: &Node<'_>, log: &mut Diagnostics) -> Option<Rule> {
    let keys = ["type", "conditions", "documentation", "endpoint", "error", "rules"];
    let entries = object(node, "a rule", &keys, log)?;
    let nodes = find(&entries, "conditions").map_or(Some(Vec::new()), |node| node.array("`conditions`", log));
    let conditions: Option<Vec<_>> = nodes.map(|nodes| nodes.iter().map(|node| condition(node, log)).collect());
    let conditions = conditions.unwrap_or_else(|| vec![None]);
    // Where nothing at all is known of a condition, nothing is known of the variables of the rest.
    let then = then(node, &entries, log).filter(|_| conditions.iter().all(Option::is_some));
    Some(Rule { conditions: conditions.into_iter().flatten().collect(), then })
}

fn then(node: &Node<'_>, entries: &[Entry<'_>], log: &mut Diagnostics) -> Option<Then> {
    let kind = need(node, entries, "type", log)?;
    Some(match &*kind.string("`type`", log)? {
        "endpoint" => {
            let node = need(node, entries, "endpoint", log)?;
            let entries = object(&node, "an endpoint", &["url", "headers", "properties"], log)?;
            let url = need(&node, &entries, "url", log).and_then(|url| expression(&url, log));
            Then::Endpoint(endpoint(url, &entries, &mut expression, log)?)
        }
        "error" => Then::Error(expression(&need(node, entries, "error", log)?, log)?),
        "tree" => Then::Tree(rules(&need(node, entries, "rules", log)?, log)?),
        _ => return fault(&kind, "there is no such type of rule", "expected endpoint, error or tree", log),
    })
}

fn condition(node: &Node<'_>, log: &mut Diagnostics) -> Option<Condition> {
    let entries = object(node, "a condition", &["fn", "argv", "assign", "documentation"], log)?;
    let call = call(node, &entries, log);
    let Some(assign) = find(&entries, "assign") else { return Some(Condition { call, assign: None }) };
    let name = assign.string("`assign`", log)?;
    Some(Condition { call, assign: Some((name.into(), assign.span())) })
}

/// Reads strings as text or as templates.
type Read<'r> = &'r mut dyn FnMut(&Node<'_>, &mut Diagnostics) -> Option<Expression>;

/// An endpoint with this URL, if that could be read; whether strings have templates is up to `read`.
pub fn endpoint(
    url: Option<Expression>,
    entries: &[Entry<'_>],
    read: Read<'_>,
    log: &mut Diagnostics,
) -> Option<Endpoint> {
    let mut headers = Vec::new();
    for entry in find(entries, "headers").map_or(Some(Vec::new()), |node| node.object("`headers`", log))? {
        let values = entry.value.array("the values of a header", log)?;
        let values = values.iter().filter_map(|node| read(node, log)).collect();
        headers.push((entry.key.into_owned(), values));
    }
    let properties = match find(entries, "properties") {
        Some(node) => members(&node, read, log)?,
        None => Vec::new(),
    };
    headers.sort_by(|(a, _): &(String, _), (b, _)| a.cmp(b));
    Some(Endpoint { url: url?, headers, properties })
}

/// The properties in the order of their names, which has no meaning.
fn members(node: &Node<'_>, read: Read<'_>, log: &mut Diagnostics) -> Option<Vec<(String, Value)>> {
    let mut members = Vec::new();
    for entry in node.object("`properties`", log)? {
        members.extend(property(&entry.value, read, log).map(|value| (entry.key.into_owned(), value)));
    }
    members.sort_by(|(a, _), (b, _)| a.cmp(b));
    Some(members)
}

fn property(node: &Node<'_>, read: Read<'_>, log: &mut Diagnostics) -> Option<Value> {
    match node.kind() {
        NodeKind::Object => Some(Value::Object(members(node, read, log)?)),
        NodeKind::Array => {
            let items = node.array("a property", log)?;
            Some(Value::Array(items.iter().filter_map(|item| property(item, read, log)).collect()))
        }
        NodeKind::Null | NodeKind::Boolean | NodeKind::Number | NodeKind::String => {
            Some(Value::Scalar(read(node, log)?))
        }
    }
}

/// An expression whose strings are templates.
fn expression(node: &Node<'_>, log: &mut Diagnostics) -> Option<Expression> {
    let kind = match node.kind() {
        NodeKind::String => {
            let text = node.string("an expression", log)?;
            return match template::parse(&text, node.span()) {
                Ok(template) => Some(template),
                Err(problem) => fault(node, "this template is malformed", &problem, log),
            };
        }
        NodeKind::Object => {
            let entries = object(node, "an expression", &["ref", "fn", "argv"], log)?;
            let Some(name) = find(&entries, "ref") else {
                return call(node, &entries, log);
            };
            ExpressionKind::Reference(name.string("`ref`", log)?.into_owned())
        }
        NodeKind::Null | NodeKind::Boolean | NodeKind::Number | NodeKind::Array => return scalar(node, log),
    };
    Some(Expression { span: node.span(), kind })
}

/// A boolean or an integer.
pub fn scalar(node: &Node<'_>, log: &mut Diagnostics) -> Option<Expression> {
    let span = node.span();
    let kind = match node.raw() {
        "true" | "false" => Some(ExpressionKind::Boolean(node.raw() == "true")),
        number => number.parse().ok().map(ExpressionKind::Integer),
    };
    let Some(kind) = kind else {
        return fault(node, "this is not an expression", "expected a string, a boolean, an integer or a call", log);
    };
    Some(Expression { span, kind })
}

fn call(node: &Node<'_>, entries: &[Entry<'_>], log: &mut Diagnostics) -> Option<Expression> {
    let function = need(node, entries, "fn", log)?.string("`fn`", log)?.into_owned();
    let arguments = need(node, entries, "argv", log)?.array("`argv`", log)?;
    let arguments: Vec<_> = arguments.iter().map(|node| expression(node, log)).collect();
    let arguments = arguments.into_iter().collect::<Option<_>>()?;
    Some(Expression { span: node.span(), kind: ExpressionKind::Call { function, arguments } })
}

/// The entries of an object that may have these keys.
pub fn object<'a>(node: &Node<'a>, what: &str, keys: &[&str], log: &mut Diagnostics) -> Option<Vec<Entry<'a>>> {
    let entries = node.object(what, log)?;
    for entry in entries.iter().filter(|entry| !keys.contains(&&*entry.key)) {
        let message = format!("{what} has no `{}`", entry.key);
        log.push(Diagnostic::new(Code::EndpointRules, entry.key_span, message).label("unknown key"));
    }
    Some(entries)
}

/// The value of a key.
pub fn find<'a>(entries: &[Entry<'a>], key: &str) -> Option<Node<'a>> {
    entries.iter().find(|entry| entry.key == key).map(|entry| entry.value)
}

/// The value of a key that must be there.
pub fn need<'a>(node: &Node<'_>, entries: &[Entry<'a>], key: &str, log: &mut Diagnostics) -> Option<Node<'a>> {
    let found = find(entries, key);
    found.or_else(|| fault(node, &format!("`{key}` is missing"), &format!("`{key}` is missing here"), log))
}

fn fault<T>(node: &Node<'_>, message: &str, label: &str, log: &mut Diagnostics) -> Option<T> {
    log.push(Diagnostic::new(Code::EndpointRules, node.span(), message).label(label));
    None
}
