//! What names mean inside a rule: parameters, and variables of the conditions before.

use super::functions;
use super::rules::{Parameter, RuleSet};
use crate::ir::endpoint::{Expr, ExprKind, Type};
use crate::names;
use crate::names::Ident;

/// The names in sight.
pub struct Scope<'a> {
    pub parameters: &'a [Parameter],
    /// The names of parameters that could not be read.
    unread: &'a [String],
    variables: Vec<Variable>,
}

struct Variable {
    name: String,
    /// Nothing if it is not known because of a fault.
    value: Option<Expr>,
}

/// Names of Rust that the generated function and its imports have.
const TAKEN: [&str; 5] = ["at", "object", "params", "partitions", "refuse"];

impl<'a> Scope<'a> {
    pub fn new(set: &'a RuleSet) -> Self {
        Self { parameters: &set.parameters, unread: &set.unread, variables: Vec::new() }
    }

    /// The value of a parameter or variable.
    pub fn get(&self, name: &str) -> Option<Expr> {
        if let Some(variable) = self.variables.iter().rev().find(|variable| variable.name == name) {
            return variable.value.clone();
        }
        let parameter = self.parameters.iter().find(|parameter| parameter.name == name)?;
        let optional = !parameter.required && parameter.default.is_none();
        Some(Expr { kind: ExprKind::Parameter(names::field(name)), ty: Type::of(parameter.kind), optional })
    }

    /// Whether there is such a parameter or variable.
    pub fn has(&self, name: &str) -> bool {
        self.variables.iter().any(|variable| variable.name == name)
            || self.parameters.iter().any(|parameter| parameter.name == name)
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let variables = self.variables.iter().map(|variable| variable.name.as_str());
        variables.chain(self.parameters.iter().map(|parameter| parameter.name.as_str()))
    }

    /// Adds a variable.
    pub fn push(&mut self, name: &str, value: Expr) {
        self.variables.push(Variable { name: name.to_owned(), value: Some(value) });
    }

    /// Adds what a condition with a fault keeps, or without a name, what it tells of others.
    pub fn push_unknown(&mut self, name: &str) {
        self.variables.push(Variable { name: name.to_owned(), value: None });
    }

    /// Whether a fault is the reason that nothing is known of the parameter or variable.
    pub fn is_unknown(&self, name: &str) -> bool {
        let unknown = self.variables.iter().filter(|variable| variable.value.is_none());
        self.unread.iter().chain(unknown.map(|variable| &variable.name)).any(|unknown| unknown == name)
    }

    /// Whether a condition with a fault may have told that something is set.
    pub fn lacks_condition(&self) -> bool {
        self.is_unknown("")
    }

    /// How many variables there are.
    pub fn len(&self) -> usize {
        self.variables.len()
    }

    /// Forgets all variables but the first ones.
    pub fn truncate(&mut self, len: usize) {
        self.variables.truncate(len);
    }

    /// What a variable is called in Rust: its name, unless that is taken.
    pub fn ident(&self, name: &str) -> Ident {
        let mut ident = names::field(name);
        for number in 1.. {
            if !self.is_taken(&ident) {
                break;
            }
            let number = if number == 1 { String::new() } else { number.to_string() };
            ident = names::field(&format!("{name}Value{number}"));
        }
        ident
    }

    fn is_taken(&self, ident: &Ident) -> bool {
        let is_variable = |variable: &Variable| match variable.value.as_ref().map(|value| &value.kind) {
            Some(ExprKind::Variable(other, _)) => other == ident,
            _ => false,
        };
        TAKEN.iter().any(|taken| ident == taken)
            || functions::paths().any(|[_, function]| ident == function)
            || self.parameters.iter().any(|parameter| names::field(&parameter.name) == *ident)
            || self.variables.iter().any(is_variable)
    }
}
