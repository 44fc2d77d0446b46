//! Reads `smithy.waiters#waitable` of operations.
//!
//! See <https://smithy.io/2.0/additional-specs/waiters.html>.

use super::facts::{Facts, field, fields, string};
use super::tables;
use crate::ast::{Entry, Node};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::jmespath::{self, Expected};
use crate::model::{Acceptor, Matcher, PathMatcher, State, Waiter};

/// Seconds between calls where the model has no others.
const DELAYS: [u64; 2] = [2, 120];

impl Facts<'_, '_> {
    /// `smithy.waiters#waitable`, by name.
    pub fn waiters(&self, log: &mut Diagnostics) -> Vec<Waiter> {
        let entries = self.find(tables::WAITABLE).and_then(|own| fields(own, log)).unwrap_or_default();
        let mut waiters: Vec<_> = entries.iter().filter_map(|entry| waiter(entry, log)).collect();
        waiters.sort_by(|a, b| a.name.cmp(&b.name));
        waiters
    }
}

fn waiter(entry: &Entry<'_>, log: &mut Diagnostics) -> Option<Waiter> {
    let before = log.len();
    let name = self::name(entry, log);
    let inner = entry.value.object("a waiter", log)?;
    let acceptors = field(&inner, "acceptors").map(|entry| acceptors(&entry.value, log)).unwrap_or_default();
    let [min_delay, max_delay] = delays(&inner, entry.key_span, log);
    Some(Waiter {
        name: name?,
        span: entry.key_span,
        docs: field(&inner, "documentation").and_then(|entry| string(entry, log)),
        deprecated: field(&inner, "deprecated").and_then(|entry| entry.value.boolean("`deprecated`", log))
            == Some(true),
        acceptors,
        incomplete: log.len() > before,
        min_delay,
        max_delay,
    })
}

fn name(entry: &Entry<'_>, log: &mut Diagnostics) -> Option<String> {
    let name = entry.key.to_string();
    if name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Some(name);
    }
    let what = format!("`{name}` is no name of a waiter");
    fault(entry.key_span, what, "expected letters and digits, first one in upper case", log)
}

fn delays(waiter: &[Entry<'_>], name: Span, log: &mut Diagnostics) -> [u64; 2] {
    let mut delay = |key: &str, otherwise| {
        let Some(entry) = field(waiter, key) else { return Some(otherwise) };
        let digits = entry.value.number(&format!("`{key}`"), log)?;
        let seconds = digits.parse().ok().filter(|seconds| (1..=i32::MAX as u64).contains(seconds));
        seconds.or_else(|| {
            fault(entry.value.span(), format!("`{key}` is in whole seconds, at least one"), "no delay", log)
        })
    };
    let (Some(min), Some(max)) = (delay("minDelay", DELAYS[0]), delay("maxDelay", DELAYS[1])) else { return DELAYS };
    if min > max {
        let [min_default, max_default] = DELAYS;
        let what = format!("`minDelay`, {min}, is above `maxDelay`, {max}");
        let note = format!("without these keys they are {min_default} and {max_default}");
        fault::<()>(name, what, &note, log);
    }
    [min, max]
}

fn acceptors(node: &Node<'_>, log: &mut Diagnostics) -> Vec<Acceptor> {
    let nodes = node.array("`acceptors`", log).unwrap_or_default();
    nodes.iter().filter_map(|node| acceptor(node, log)).collect()
}

fn acceptor(node: &Node<'_>, log: &mut Diagnostics) -> Option<Acceptor> {
    let entries = node.object("an acceptor", log)?;
    let (Some(state), Some(matcher)) = (field(&entries, "state"), field(&entries, "matcher")) else {
        return fault(
            node.span(),
            "an acceptor has a `state` and a `matcher`".to_owned(),
            "one of them is missing",
            log,
        );
    };
    let state = match &*string(state, log)? {
        "success" => Some(State::Success),
        "failure" => Some(State::Failure),
        "retry" => Some(State::Retry),
        other => {
            let what = format!("there is no state `{other}`");
            fault(state.value.span(), what, "expected `success`, `failure` or `retry`", log)
        }
    };
    let matcher = self::matcher(&matcher.value, log);
    Some(Acceptor { state: state?, matcher: matcher? })
}

fn matcher(node: &Node<'_>, log: &mut Diagnostics) -> Option<Matcher> {
    const EXPECTED: &str = "expected `success`, `output`, `inputOutput` or `errorType`";
    let entries = node.object("a matcher", log)?;
    let [entry] = &entries[..] else {
        return fault(node.span(), "a matcher has one key".to_owned(), EXPECTED, log);
    };
    match &*entry.key {
        "success" => entry.value.boolean("`success`", log).map(Matcher::Success),
        "errorType" => {
            let name = string(entry, log)?;
            // A shape id, or just the name.
            Some(Matcher::ErrorType(name.rsplit('#').next().unwrap_or(&name).to_owned()))
        }
        "output" => path(&entry.value, log).map(Matcher::Output),
        "inputOutput" => path(&entry.value, log).map(Matcher::InputOutput),
        other => fault(entry.key_span, format!("there is no matcher `{other}`"), EXPECTED, log),
    }
}

fn path(node: &Node<'_>, log: &mut Diagnostics) -> Option<PathMatcher> {
    let entries = node.object("a matcher of a path", log)?;
    let parts = (field(&entries, "path"), field(&entries, "expected"), field(&entries, "comparator"));
    let (Some(path), Some(expected), Some(comparator)) = parts else {
        let what = "a matcher of a path has `path`, `expected` and `comparator`".to_owned();
        return fault(node.span(), what, "something is missing", log);
    };
    let expression = jmespath::parse(&path.value, log);
    let (text, name) = (string(expected, log), string(comparator, log));
    let (text, name) = (text?, name?);
    let expected = match (&*name, &*text) {
        ("stringEquals", _) => Some(Expected::String(text)),
        ("allStringEquals", _) => Some(Expected::AllStrings(text)),
        ("anyStringEquals", _) => Some(Expected::AnyString(text)),
        ("booleanEquals", "true") => Some(Expected::Boolean(true)),
        ("booleanEquals", "false") => Some(Expected::Boolean(false)),
        ("booleanEquals", _) => fault(
            expected.value.span(),
            "`booleanEquals` compares with a boolean".to_owned(),
            "expected `true` or `false`, as a string",
            log,
        ),
        (other, _) => {
            let what = format!("there is no comparator `{other}`");
            let expected = "expected `stringEquals`, `booleanEquals`, `allStringEquals` or `anyStringEquals`";
            fault(comparator.value.span(), what, expected, log)
        }
    };
    Some(PathMatcher { path: expression?, expected: expected? })
}

fn fault<T>(span: Span, message: String, label: &str, log: &mut Diagnostics) -> Option<T> {
    log.push(Diagnostic::new(Code::Waiter, span, message).label(label));
    None
}
