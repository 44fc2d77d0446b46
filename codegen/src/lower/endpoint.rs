//! Lowers the endpoint rules of the service.

use super::{Lowering, deprecated_documentation, documentation};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::endpoint;
use crate::endpoint::rules::{Literal, Parameter, ParameterKind};
use crate::ir;
use crate::ir::endpoint::{Binding, Shape, Source};
use crate::jmespath::{Checker, Root, Type, Typed};
use crate::model::{Kind, Model, Operation, ParamSource};
use crate::names;

impl Lowering<'_> {
    /// The endpoint rules; without any, clients must be told where to call.
    pub(super) fn endpoint(&mut self) -> ir::endpoint::Endpoint {
        let service = &self.model.service;
        let fallback = service.endpoint_rules.is_none().then(endpoint::fallback);
        let rules = service.endpoint_rules.as_ref().or(fallback.as_ref()).expect("either of them");
        let log = &mut self.diagnostics;
        let mut checked = log.inside(&service.id, |log| endpoint::check(rules, &service.endpoint_cases, &docs, log));
        for param in &service.client_params {
            let Some(known) = rules.parameters.iter().find(|known| known.name == param.name) else { continue };
            if known.kind != param.kind {
                let message = format!("the endpoint parameter `{}` has another type in the rules", param.name);
                let fault = Diagnostic::new(Code::EndpointRules, param.span, message).label("another type");
                log.push(fault.shape(&service.id));
                continue;
            }
            let text = param.docs.as_deref().or(Some("Sets a parameter of the endpoint rules."));
            let (setting, name) = (names::setting(&param.name), names::field(&param.name));
            let own = ir::endpoint::ClientParam {
                name: names::field(&setting),
                setter: names::setter(&setting),
                type_name: names::kept(&setting),
                kind: param.kind,
                docs: documentation(text, String::new),
            };
            // It goes before what is built in.
            if let Some(parameter) = checked.parameters.iter_mut().find(|known| known.name == name) {
                let otherwise = parameter.setting.take().map(|other| format!(" | {other}")).unwrap_or_default();
                parameter.setting = Some(format!("context {}{otherwise}", own.type_name));
            }
            checked.client_params.push(own);
        }
        checked
    }

    /// The parameters that an operation sets; they mean nothing to a service without rules.
    pub(super) fn endpoint_params(&mut self, operation: &Operation) -> Vec<Binding> {
        let model = self.model;
        let Some(rules) = &model.service.endpoint_rules else { return Vec::new() };
        let (log, names_deprecated) = (&mut self.diagnostics, &mut self.path_names_deprecated);
        log.inside(&operation.id, |log| {
            let bindings = operation.endpoint_params.iter().filter_map(|param| {
                let known = rules.parameters.iter().find(|known| known.name == param.name);
                if rules.unread.contains(&param.name) {
                    return None;
                }
                let Some(known) = known else {
                    let near = did_you_mean(&param.name, rules.parameters.iter().map(|it| (&*it.name, &*it.name)));
                    let message = format!("there is no endpoint parameter `{}`", param.name);
                    let fault = Diagnostic::new(Code::EndpointRules, param.span, message);
                    log.push(fault.label("not a parameter of the rule set").maybe_help(near));
                    return None;
                };
                let source = match &param.source {
                    ParamSource::Static(value) => fits(value, known.kind).then(|| Source::Static(value.clone())),
                    ParamSource::Input(expression) => {
                        let mut checker = Checker::new(model, "a parameter of the endpoint rules", log);
                        let typed = checker.check(expression, Root::Input(operation.input.as_ref()))?;
                        *names_deprecated |= checker.names_deprecated;
                        input(model, typed, known.kind)
                    }
                };
                if source.is_none() {
                    let message = format!("this is no value for the endpoint parameter `{}`", param.name);
                    log.push(Diagnostic::new(Code::EndpointRules, param.span, message).label("another type"));
                }
                Some(Binding { name: names::field(&param.name), source: source? })
            });
            bindings.collect()
        })
    }
}

fn fits(value: &Literal, kind: ParameterKind) -> bool {
    match value {
        Literal::String(_) => kind == ParameterKind::String,
        Literal::Boolean(_) => kind == ParameterKind::Boolean,
        Literal::Strings(_) => kind == ParameterKind::StringArray,
    }
}

/// A way through the input, if it leads to a value of this type.
fn input(model: &Model, typed: Typed, kind: ParameterKind) -> Option<Source> {
    let is_text = |id| matches!(model.shapes[id].kind, Kind::String);
    let shape = match (kind, &typed.ty) {
        (ParameterKind::String, Type::String) | (ParameterKind::Boolean, Type::Boolean) => Shape::Plain,
        (ParameterKind::StringArray, Type::List(id)) => match &model.shapes[id].kind {
            Kind::List { member, sparse: false } if is_text(&member.target) => Shape::List,
            _ => return None,
        },
        (ParameterKind::StringArray, Type::Iterator(of, false)) if **of == Type::String => Shape::Iterator,
        (ParameterKind::StringArray, Type::Iterator(of, true)) if **of == Type::String => Shape::Options,
        _ => return None,
    };
    Some(Source::Input { path: typed.path, optional: typed.optional, shape })
}

fn docs(parameter: &Parameter) -> ir::Docs {
    let docs = parameter.docs.as_deref().unwrap_or("A parameter of the endpoint rules.");
    let default = parameter.default.as_ref().map(|default| match default {
        Literal::String(text) => format!(" Unless set, it is `{text}`."),
        Literal::Boolean(value) => format!(" Unless set, it is `{value}`."),
        Literal::Strings(items) => format!(" Unless set, it is `{items:?}`."),
    });
    let docs = format!("{docs}{}", default.unwrap_or_default());
    deprecated_documentation(Some(&docs), parameter.deprecated.as_ref(), String::new)
}
