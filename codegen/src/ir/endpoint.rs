//! Endpoint rules as a program: every name, type and conversion is decided.

use super::Docs;
use super::path::Path;
use crate::endpoint::rules::{Literal, ParameterKind};
use crate::names::Ident;

/// Everything about the endpoints of a service.
pub struct Endpoint {
    /// In model order.
    pub parameters: Vec<Parameter>,
    /// The first one that applies decides.
    pub rules: Vec<Rule>,
    /// The parameters for a region and for an endpoint in its place; none if there is none for a region.
    pub origin: Vec<Ident>,
    pub cases: Vec<Case>,
    /// Settings of the client that the rules ask for.
    pub client_params: Vec<ClientParam>,
}

/// A parameter that is a setting of the client.
pub struct ClientParam {
    pub name: Ident,
    pub setter: Ident,
    /// The type that the settings keep it by.
    pub type_name: Ident,
    pub kind: ParameterKind,
    pub docs: Docs,
}

/// A parameter that an operation sets.
pub struct Binding {
    pub name: Ident,
    pub source: Source,
}

/// Where an operation has the value of a parameter from.
pub enum Source {
    Static(Literal),
    /// A way through `input`, and whether it gives an `Option`.
    Input {
        path: Path,
        optional: bool,
        shape: Shape,
    },
}

/// What a way through the input leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A `&str` or a boolean.
    Plain,
    /// A `&Vec<String>`
    List,
    /// An iterator over `&str`.
    Iterator,
    /// An iterator over `Option<&str>`.
    Options,
}

/// A parameter of the rules.
pub struct Parameter {
    pub name: Ident,
    pub setter: Ident,
    pub docs: Docs,
    pub kind: ParameterKind,
    pub required: bool,
    pub default: Option<Literal>,
    /// Which setting of a client has the value, in the words of the support module `client_endpoint`.
    pub setting: Option<String>,
    /// Whether the credentials have the value: the id of their account.
    pub is_account: bool,
    /// The support module that knows what is wrong with a value.
    pub check: Option<&'static str>,
}

/// What happens if all conditions hold.
pub struct Rule {
    pub conditions: Vec<Condition>,
    pub then: Then,
}

/// What a rule comes to.
pub enum Then {
    Endpoint(Target),
    Error(Expr),
    /// One of these decides, or nothing.
    Tree(Vec<Rule>),
}

/// An endpoint.
pub struct Target {
    pub url: Expr,
    pub headers: Vec<(String, Expr)>,
    pub properties: Vec<(String, Value)>,
}

/// The value of a property.
pub enum Value {
    Scalar(Expr),
    Array(Vec<Value>),
    Object(Vec<(String, Value)>),
}

/// A condition, or what is kept for later.
pub enum Condition {
    /// A boolean that must be true.
    Test(Expr),
    /// An optional value that must be there, and its name then.
    Some(Ident, Expr),
    /// A value that is always there.
    Let(Ident, Expr),
}

/// An expression with its type.
#[derive(Clone)]
pub struct Expr {
    pub kind: ExprKind,
    pub ty: Type,
    /// Whether it is an `Option`.
    pub optional: bool,
}

/// The type of an expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Type {
    String,
    Boolean,
    Integer,
    /// Of a parameter, with strings of its own.
    Strings,
    /// Borrowed from another text.
    Slices,
    Partition,
    Arn,
    Url,
}

/// The forms of an expression.
#[derive(Clone)]
pub enum ExprKind {
    /// Text without values in between.
    Text(String),
    /// Text and values.
    Format(Vec<Part>),
    Boolean(bool),
    Integer(i64),
    Parameter(Ident),
    /// With whether it is a `String`, not a `&str`.
    Variable(Ident, bool),
    IsSet(Box<Expr>),
    Not(Box<Expr>),
    Equal(Box<Expr>, Box<Expr>),
    /// Name of the field.
    Field(Box<Expr>, &'static str),
    /// Counted from the end if negative.
    Index(Box<Expr>, i64),
    Split(Box<Expr>, Box<Expr>, i64),
    Coalesce(Vec<Expr>),
    Choice(Box<[Expr; 3]>),
    /// The function of a support module.
    Call(&'static Function, Vec<Expr>),
}

/// A part of a text with values.
#[derive(Clone)]
pub enum Part {
    Text(String),
    Value(Expr),
}

/// A function of the runtime support.
#[derive(Debug)]
pub struct Function {
    /// The support module and the function in it.
    pub path: [&'static str; 2],
    pub arguments: &'static [Type],
    pub result: Type,
    pub optional: bool,
}

/// Parameters, and what must come of them.
pub struct Case {
    pub name: String,
    pub parameters: Vec<(Ident, Literal)>,
    pub expected: Result<Target, String>,
}

/// What a string is in Rust.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// `&str`
    Borrowed,
    /// A `String` that something else owns.
    Place,
    /// A new `String`.
    Temporary,
}

impl Type {
    /// The type of a parameter.
    pub fn of(kind: ParameterKind) -> Self {
        match kind {
            ParameterKind::String => Type::String,
            ParameterKind::Boolean => Type::Boolean,
            ParameterKind::StringArray => Type::Strings,
        }
    }
}

impl Expr {
    /// A value that is always there.
    pub fn new(kind: ExprKind, ty: Type) -> Self {
        Self { kind, ty, optional: false }
    }

    /// `true` or `false`.
    pub fn boolean(value: bool) -> Self {
        Self::new(ExprKind::Boolean(value), Type::Boolean)
    }

    /// What the expression is, if its type is a string.
    pub fn form(&self) -> Form {
        let any = |values: &[Expr]| match values.iter().any(|value| value.form() == Form::Temporary) {
            true => Form::Temporary,
            false => Form::Borrowed,
        };
        match &self.kind {
            ExprKind::Parameter(_) if !self.optional => Form::Place,
            ExprKind::Variable(_, true) | ExprKind::Field(_, "normalized_path") => Form::Place,
            ExprKind::Format(_) => Form::Temporary,
            ExprKind::Call(function, _) if !function.optional => Form::Temporary,
            ExprKind::Coalesce(values) => any(values),
            ExprKind::Choice(values) => any(&values[1..]),
            _ => Form::Borrowed,
        }
    }
}

impl Endpoint {
    /// Whether a rule has an expression that `is` so.
    pub fn has(&self, is: &dyn Fn(&Expr) -> bool) -> bool {
        self.rules.iter().any(|rule| rule.has(is))
    }
}

impl Rule {
    /// Whether the rule has an expression that `is` so.
    pub fn has(&self, is: &dyn Fn(&Expr) -> bool) -> bool {
        let conditions = self.conditions.iter().any(|condition| match condition {
            Condition::Test(value) | Condition::Some(_, value) | Condition::Let(_, value) => value.has(is),
        });
        conditions
            || match &self.then {
                Then::Endpoint(target) => target.has(is),
                Then::Error(error) => error.has(is),
                Then::Tree(rules) => rules.iter().any(|rule| rule.has(is)),
            }
    }

    /// Whether the rule has this variable.
    pub fn uses(&self, name: &Ident) -> bool {
        self.has(&|value| matches!(&value.kind, ExprKind::Variable(variable, _) if variable == name))
    }
}

impl Target {
    fn has(&self, is: &dyn Fn(&Expr) -> bool) -> bool {
        self.url.has(is)
            || self.headers.iter().any(|(_, value)| value.has(is))
            || self.properties.iter().any(|(_, value)| value.has(is))
    }
}

impl Value {
    fn has(&self, is: &dyn Fn(&Expr) -> bool) -> bool {
        match self {
            Value::Scalar(value) => value.has(is),
            Value::Array(items) => items.iter().any(|item| item.has(is)),
            Value::Object(members) => members.iter().any(|(_, value)| value.has(is)),
        }
    }
}

impl Expr {
    /// Whether the expression, or one that it is made of, `is` so.
    pub fn has(&self, is: &dyn Fn(&Expr) -> bool) -> bool {
        is(self)
            || match &self.kind {
                ExprKind::Text(_) | ExprKind::Boolean(_) | ExprKind::Integer(_) => false,
                ExprKind::Parameter(_) | ExprKind::Variable(..) => false,
                ExprKind::Format(parts) => parts.iter().any(|part| matches!(part, Part::Value(value) if value.has(is))),
                ExprKind::IsSet(value) | ExprKind::Not(value) => value.has(is),
                ExprKind::Field(value, _) | ExprKind::Index(value, _) => value.has(is),
                ExprKind::Equal(left, right) | ExprKind::Split(left, right, _) => left.has(is) || right.has(is),
                ExprKind::Coalesce(values) | ExprKind::Call(_, values) => values.iter().any(|value| value.has(is)),
                ExprKind::Choice(values) => values.iter().any(|value| value.has(is)),
            }
    }
}
