//! What a model says about events itself: `smithy.api#suppress`, and the metadata `suppressions` and
//! `severityOverrides` (Smithy specification, "Model validation").

use super::event::{Finding, Severity};
use super::modified::word;
use super::value::{elements, field, texts};
use super::world::World;
use crate::traits::evolution::SUPPRESS;

/// A rule of the metadata.
struct Rule {
    id: String,
    /// Without `*`.
    namespace: Option<String>,
    severity: Severity,
}

/// Gives events the severity that the new model wants. Errors stay errors.
pub fn apply(world: &World<'_>, findings: &mut [Finding]) {
    let mut rules = rules(world, "suppressions", |_| Some(Severity::Suppressed));
    rules.extend(self::rules(world, "severityOverrides", |name| {
        Severity::parse(name?).filter(|own| matches!(own, Severity::Warning | Severity::Danger))
    }));
    for finding in findings.iter_mut().filter(|own| own.severity < Severity::Error) {
        let wanted = || rules.iter().filter(|rule| rule.fits(finding)).map(|rule| rule.severity);
        finding.severity = match () {
            () if is_suppressed(world, finding) || wanted().any(|own| own == Severity::Suppressed) => {
                Severity::Suppressed
            }
            () => wanted().fold(finding.severity, Severity::max),
        };
    }
}

impl Rule {
    fn fits(&self, finding: &Finding) -> bool {
        let namespace = finding.shape.as_deref().and_then(|id| id.split('#').next());
        covers(&self.id, &finding.id) && self.namespace.as_deref().is_none_or(|own| namespace == Some(own))
    }
}

fn is_suppressed(world: &World<'_>, finding: &Finding) -> bool {
    let item = finding.shape.as_deref().and_then(|id| world.item(id));
    let own = item.and_then(|item| item.base().find(SUPPRESS));
    own.is_some_and(|own| texts(&own.value).iter().any(|id| covers(id, &finding.id)))
}

/// Whether the event has this id or one below it.
fn covers(id: &str, event: &str) -> bool {
    event.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn rules(world: &World<'_>, key: &str, severity: impl Fn(Option<&str>) -> Option<Severity>) -> Vec<Rule> {
    let entry = world.metadata.iter().find(|entry| entry.key == key);
    let rules = entry.map(|entry| elements(&entry.value)).unwrap_or_default();
    let read = |rule: &crate::ast::Node<'_>| {
        let at = |key: &str| field(rule, key).map(|own| word(&own));
        let namespace = at("namespace")?;
        let severity = severity(at("severity").as_deref())?;
        Some(Rule { id: at("id")?, namespace: Some(namespace).filter(|own| own != "*"), severity })
    };
    rules.iter().filter_map(read).collect()
}
