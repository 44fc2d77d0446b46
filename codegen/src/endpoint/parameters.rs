//! The parameters of a rule set: their names in Rust, and where clients have their values from.

use super::check::Checker;
use super::functions;
use super::rules::{self, ParameterKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Docs;
use crate::ir::endpoint::{self as ir, Type};
use crate::names;

pub const REGION: &str = "AWS::Region";
pub const CUSTOM: &str = "SDK::Endpoint";
const DUAL_STACK: &str = "AWS::UseDualStack";
const FIPS: &str = "AWS::UseFIPS";
const ACCOUNT: &str = "AWS::Auth::AccountId";
const ACCOUNT_MODE: &str = "AWS::Auth::AccountIdEndpointMode";

/// A method that the parameters have anyway.
const RESOLVE: &str = "resolve";

impl Checker<'_, '_> {
    pub fn parameter(&mut self, parameter: &rules::Parameter, docs: Docs) -> ir::Parameter {
        let fits = match (&parameter.default, parameter.kind) {
            (None, _) => true,
            (Some(rules::Literal::String(_)), kind) => kind == ParameterKind::String,
            (Some(rules::Literal::Boolean(_)), kind) => kind == ParameterKind::Boolean,
            (Some(rules::Literal::Strings(_)), kind) => kind == ParameterKind::StringArray,
        };
        debug_assert!(fits, "literals are read by the type of their parameter");
        self.check_built_in(parameter);
        self.check_name(parameter);
        ir::Parameter {
            setter: names::setter(&parameter.name),
            docs,
            kind: parameter.kind,
            required: parameter.required,
            default: parameter.default.clone(),
            setting: match parameter.built_in.as_deref() {
                Some(REGION) => Some("region".to_owned()),
                Some(CUSTOM) => Some("url".to_owned()),
                Some(DUAL_STACK) => Some("dual_stack".to_owned()),
                Some(FIPS) => Some("fips".to_owned()),
                Some(ACCOUNT_MODE) => Some("account_id_mode".to_owned()),
                _ => None,
            },
            is_account: parameter.built_in.as_deref() == Some(ACCOUNT)
                && !parameter.required
                && parameter.default.is_none(),
            check: match parameter.built_in.as_deref().filter(|_| parameter.kind == ParameterKind::String) {
                Some(REGION) => Some("endpoint_region"),
                Some(CUSTOM) => Some("host"),
                _ => None,
            },
            name: names::field(&parameter.name),
        }
    }

    /// A parameter has two methods, which no other one must have.
    fn check_name(&mut self, parameter: &rules::Parameter) {
        let methods = |parameter: &rules::Parameter| [names::field(&parameter.name), names::setter(&parameter.name)];
        let own = methods(parameter);
        let mut before = self.scope.parameters.iter().take_while(|other| other.span != parameter.span);
        let (message, label) = if own[0] == RESOLVE {
            (format!("the parameter `{}` is the method `{RESOLVE}` in Rust", parameter.name), "taken".to_owned())
        } else if let Some(other) = before.find(|other| methods(other).iter().any(|name| own.contains(name))) {
            let message =
                format!("the parameters `{}` and `{}` have the same name in Rust", other.name, parameter.name);
            (message, format!("`{}`", own[0]))
        } else {
            return;
        };
        self.log.push(Diagnostic::new(Code::NameCollision, parameter.span, message).label(label));
    }

    /// Built-in parameters have the types that clients have values of.
    fn check_built_in(&mut self, parameter: &rules::Parameter) {
        let expected = match parameter.built_in.as_deref() {
            Some(REGION | CUSTOM | ACCOUNT | ACCOUNT_MODE) => ParameterKind::String,
            Some(DUAL_STACK | FIPS) => ParameterKind::Boolean,
            Some(_) | None => return,
        };
        if parameter.kind != expected {
            let (expected, found) = (Type::of(expected), Type::of(parameter.kind));
            let message = format!(
                "the built-in parameter `{}` must be {}, not {}",
                parameter.name,
                functions::name(expected),
                functions::name(found)
            );
            self.log.push(Diagnostic::new(Code::EndpointRules, parameter.span, message).label("another type"));
        }
    }
}
