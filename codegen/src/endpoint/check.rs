//! From a rule set as written to a program: every reference and function resolved, every type checked.

use super::functions;
use super::parameters::{CUSTOM, REGION};
use super::rules::{self, Condition, Expression, ExpressionKind, ParameterKind, Rule, RuleSet};
use super::scope::Scope;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span, did_you_mean};
use crate::ir::Docs;
use crate::ir::endpoint::{self as ir, Expr, ExprKind, Form, Part, Target, Type};
use crate::names;

/// The program of a rule set. Faults go to the log, and what has them is missing.
pub fn check(
    set: &RuleSet,
    cases: &[rules::Case],
    docs: &dyn Fn(&rules::Parameter) -> Docs,
    log: &mut Diagnostics,
) -> ir::Endpoint {
    let mut checker = Checker { scope: Scope::new(set), log };
    let parameters = set.parameters.iter().map(|parameter| checker.parameter(parameter, docs(parameter))).collect();
    let origin = |parameter: &&rules::Parameter| {
        parameter.kind == ParameterKind::String && matches!(parameter.built_in.as_deref(), Some(REGION | CUSTOM))
    };
    let origin: Vec<_> = set.parameters.iter().filter(origin).collect();
    let has_region = origin.iter().any(|parameter| parameter.built_in.as_deref() == Some(REGION));
    let rules = reached(set.rules.iter().filter_map(|rule| checker.rule(rule)).collect());
    ir::Endpoint {
        parameters,
        rules,
        origin: origin.iter().filter(|_| has_region).map(|parameter| names::field(&parameter.name)).collect(),
        cases: cases.iter().filter_map(|case| checker.case(case)).collect(),
        client_params: Vec::new(),
    }
}

pub(super) struct Checker<'a, 'l> {
    pub scope: Scope<'a>,
    pub log: &'l mut Diagnostics,
}

impl Checker<'_, '_> {
    fn rule(&mut self, rule: &Rule) -> Option<ir::Rule> {
        let outside = self.scope.len();
        let conditions = all(rule.conditions.iter().map(|condition| self.known(condition)));
        let then = rule.then.as_ref().and_then(|then| self.then(then));
        self.scope.truncate(outside);
        let mut settled = ir::Rule { conditions: Vec::new(), then: then? };
        for condition in conditions?.into_iter().flatten().rev() {
            let kept = settle(condition, &settled);
            settled.conditions.splice(..0, kept);
        }
        Some(settled)
    }

    /// The condition, if there is anything to test. One with a fault must not lead to further faults.
    fn known(&mut self, condition: &Condition) -> Option<Option<ir::Condition>> {
        let found = condition.call.as_ref().and_then(|call| self.condition(call, condition));
        if found.is_none() {
            self.scope.push_unknown(condition.assign.as_ref().map_or("", |(name, _)| name));
        }
        found
    }

    fn condition(&mut self, call: &Expression, condition: &Condition) -> Option<Option<ir::Condition>> {
        if let Some(set) = self.set_parameter(call) {
            return Some(Some(set));
        }
        let value = self.expression(call)?;
        let Some((name, span)) = &condition.assign else {
            return Some(test(value));
        };
        if self.scope.has(name) {
            return self.fault(*span, format!("the name `{name}` is taken"), "by a parameter or variable in sight");
        }
        let ident = self.scope.ident(name);
        let is_owned = value.form() == Form::Temporary;
        let bound = |ty| Expr { kind: ExprKind::Variable(ident.clone(), is_owned), ty, optional: false };
        Some(match (value.optional, &value.kind, value.ty) {
            (true, _, Type::Boolean) => {
                self.scope.push(name, Expr::boolean(true));
                test(value)
            }
            (true, ..) => {
                self.scope.push(name, bound(value.ty));
                Some(ir::Condition::Some(ident, value))
            }
            (false, _, Type::Boolean) => {
                self.scope.push(name, Expr::boolean(true));
                test(value)
            }
            (false, ExprKind::Parameter(_) | ExprKind::Variable(..) | ExprKind::Field(..) | ExprKind::Text(_), _) => {
                self.scope.push(name, value);
                None
            }
            (false, ..) => {
                self.scope.push(name, bound(value.ty));
                Some(ir::Condition::Let(ident, value))
            }
        })
    }

    /// `isSet` of an optional parameter, which is known to be set from there on.
    fn set_parameter(&mut self, call: &Expression) -> Option<ir::Condition> {
        let ExpressionKind::Call { function, arguments } = &call.kind else { return None };
        let ([Expression { kind: ExpressionKind::Reference(name), .. }], "isSet") = (&arguments[..], &**function)
        else {
            return None;
        };
        let value = self.scope.get(name).filter(|value| value.optional)?;
        let ident = names::field(name);
        let kind = ExprKind::Variable(ident.clone(), false);
        self.scope.push(name, Expr::new(kind, value.ty));
        Some(ir::Condition::Some(ident, value))
    }

    fn then(&mut self, then: &rules::Then) -> Option<ir::Then> {
        Some(match then {
            rules::Then::Endpoint(endpoint) => ir::Then::Endpoint(self.target(endpoint)?),
            rules::Then::Error(error) => ir::Then::Error(self.expect(error, Type::String)?),
            rules::Then::Tree(rules) => ir::Then::Tree(reached(all(rules.iter().map(|rule| self.rule(rule)))?)),
        })
    }

    fn target(&mut self, endpoint: &rules::Endpoint) -> Option<Target> {
        let values = endpoint.headers.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
        let headers = all(values.map(|(name, value)| Some((name.clone(), self.expect(value, Type::String)?))));
        let properties = self.properties(&endpoint.properties);
        let url = self.expect(&endpoint.url, Type::String);
        Some(Target { url: url?, headers: headers?, properties: properties? })
    }

    fn properties(&mut self, properties: &[(String, rules::Value)]) -> Option<Vec<(String, ir::Value)>> {
        all(properties.iter().map(|(name, value)| Some((name.clone(), self.property(value)?))))
    }

    fn property(&mut self, value: &rules::Value) -> Option<ir::Value> {
        Some(match value {
            rules::Value::Scalar(expression) => {
                let value = self.present(expression)?;
                if !matches!(value.ty, Type::String | Type::Boolean | Type::Integer) {
                    let found = functions::name(value.ty);
                    return self.fault(expression.span, "this cannot be a property".to_owned(), found);
                }
                ir::Value::Scalar(value)
            }
            rules::Value::Array(items) => ir::Value::Array(all(items.iter().map(|item| self.property(item)))?),
            rules::Value::Object(members) => ir::Value::Object(self.properties(members)?),
        })
    }

    fn case(&mut self, case: &rules::Case) -> Option<ir::Case> {
        let parameters = case.parameters.iter().map(|(name, value, _)| (names::field(name), value.clone()));
        let expected = match &case.expected {
            Ok(endpoint) => Ok(self.target(endpoint)?),
            Err(error) => Err(error.clone()),
        };
        Some(ir::Case { name: case.name.clone(), parameters: parameters.collect(), expected })
    }

    /// The value of an expression of this type, which must always be there.
    pub fn expect(&mut self, expression: &Expression, ty: Type) -> Option<Expr> {
        let value = self.present(expression)?;
        let is_same = value.ty == ty || functions::name(value.ty) == functions::name(ty);
        if !is_same {
            let message = format!("expected {}, found {}", functions::name(ty), functions::name(value.ty));
            return self.fault(expression.span, message, &format!("this is {}", functions::name(value.ty)));
        }
        Some(value)
    }

    /// The value of an expression, which must always be there.
    pub fn present(&mut self, expression: &Expression) -> Option<Expr> {
        let value = self.expression(expression)?;
        if value.optional {
            let fault = Diagnostic::new(Code::EndpointRules, expression.span, "this value may be missing")
                .label("not known to be set")
                .help("test it with `isSet` or keep it with `assign`, in a condition before");
            if !self.scope.lacks_condition() {
                self.log.push(fault);
            }
            return None;
        }
        Some(value)
    }

    /// The value of an expression.
    pub fn expression(&mut self, expression: &Expression) -> Option<Expr> {
        match &expression.kind {
            ExpressionKind::Template(parts) => self.template(parts),
            ExpressionKind::Boolean(value) => Some(Expr::boolean(*value)),
            ExpressionKind::Integer(value) => Some(Expr::new(ExprKind::Integer(*value), Type::Integer)),
            ExpressionKind::Reference(name) => self.reference(name, expression.span),
            ExpressionKind::Call { function, arguments } => self.call(function, arguments, expression.span),
        }
    }

    fn template(&mut self, parts: &[rules::Part]) -> Option<Expr> {
        match parts {
            [rules::Part::Text(text)] => Some(Expr::new(ExprKind::Text(text.clone()), Type::String)),
            [rules::Part::Value(value)] => self.expect(value, Type::String),
            parts => {
                let checked = all(parts.iter().map(|part| match part {
                    rules::Part::Text(text) => Some(Part::Text(text.clone())),
                    rules::Part::Value(value) => self.expect(value, Type::String).map(Part::Value),
                }));
                Some(Expr::new(ExprKind::Format(checked?), Type::String))
            }
        }
    }

    fn reference(&mut self, name: &str, span: Span) -> Option<Expr> {
        let found = self.scope.get(name);
        if found.is_none() && !self.scope.is_unknown(name) {
            let near = did_you_mean(name, self.scope.names().map(|known| (known, known)));
            self.log.push(
                Diagnostic::new(Code::EndpointRules, span, format!("there is no parameter or variable `{name}`"))
                    .label("not known here")
                    .maybe_help(near),
            );
        }
        found
    }

    /// Reports what is wrong at this place.
    pub fn fault<T>(&mut self, span: Span, message: String, label: &str) -> Option<T> {
        self.log.push(Diagnostic::new(Code::EndpointRules, span, message).label(label));
        None
    }
}

/// All of them, if none is missing. Each has its say about what is wrong.
pub(super) fn all<T>(parts: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    parts.collect::<Vec<_>>().into_iter().collect()
}

/// The rules up to the first one that always applies.
fn reached(mut rules: Vec<ir::Rule>) -> Vec<ir::Rule> {
    if let Some(last) = rules.iter().position(|rule| rule.conditions.is_empty()) {
        rules.truncate(last + 1);
    }
    rules
}

/// A condition without a variable; nothing if it always holds. A boolean must be there and be true.
fn test(value: Expr) -> Option<ir::Condition> {
    match value.kind {
        ExprKind::Boolean(true) => None,
        _ if value.optional && value.ty == Type::Boolean => {
            let values = vec![value, Expr::boolean(false)];
            Some(ir::Condition::Test(Expr::new(ExprKind::Coalesce(values), Type::Boolean)))
        }
        _ if value.optional => Some(ir::Condition::Test(Expr::new(ExprKind::IsSet(value.into()), Type::Boolean))),
        _ if value.ty == Type::Boolean => Some(ir::Condition::Test(value)),
        _ => None,
    }
}

/// A condition without its variable if the rest of the rule does not use that.
fn settle(condition: ir::Condition, rest: &ir::Rule) -> Option<ir::Condition> {
    match condition {
        ir::Condition::Some(name, value) if !rest.uses(&name) => test(value),
        ir::Condition::Let(name, _) if !rest.uses(&name) => None,
        condition => Some(condition),
    }
}
