//! Lowers the endpoint rules of the service.

use super::{Lowering, documentation};
use crate::endpoint;
use crate::endpoint::rules::{Literal, Parameter};
use crate::ir;

impl Lowering<'_> {
    /// The endpoint rules; without any, clients must be told where to call.
    pub(super) fn endpoint(&mut self) -> ir::endpoint::Endpoint {
        let service = &self.model.service;
        let fallback = service.endpoint_rules.is_none().then(endpoint::fallback);
        let rules = service.endpoint_rules.as_ref().or(fallback.as_ref()).expect("either of them");
        let log = &mut self.diagnostics;
        log.inside(&service.id, |log| endpoint::check(rules, &service.endpoint_cases, &docs, log))
    }
}

fn docs(parameter: &Parameter) -> ir::Docs {
    let docs = parameter.docs.as_deref().unwrap_or("A parameter of the endpoint rules.");
    let default = parameter.default.as_ref().map(|default| match default {
        Literal::String(text) => format!(" Unless set, it is `{text}`."),
        Literal::Boolean(value) => format!(" Unless set, it is `{value}`."),
        Literal::Strings(items) => format!(" Unless set, it is `{items:?}`."),
    });
    let docs = format!("{docs}{}", default.unwrap_or_default());
    documentation(Some(&docs), parameter.deprecated.as_ref(), String::new)
}
