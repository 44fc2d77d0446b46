//! A rule set as written, and the cases that go with it.
#![expect(missing_docs, reason = "fields that say what they are by name have no text")]

use crate::diagnostic::Span;
use crate::model::Deprecated;

/// `smithy.rules#endpointRuleSet`.
#[derive(Debug)]
pub struct RuleSet {
    pub span: Span,
    /// In model order.
    pub parameters: Vec<Parameter>,
    /// The names of those that could not be read.
    pub unread: Vec<String>,
    pub rules: Vec<Rule>,
}

/// What a caller may say about the endpoint.
#[derive(Debug)]
pub struct Parameter {
    pub name: String,
    pub span: Span,
    pub kind: ParameterKind,
    /// Where clients get the value from, such as `AWS::Region`.
    pub built_in: Option<String>,
    pub required: bool,
    pub default: Option<Literal>,
    pub docs: Option<String>,
    pub deprecated: Option<Deprecated>,
}

/// The type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ParameterKind {
    String,
    Boolean,
    StringArray,
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    String(String),
    Boolean(bool),
    Strings(Vec<String>),
}

/// What happens if all conditions hold.
#[derive(Debug)]
pub struct Rule {
    pub conditions: Vec<Condition>,
    /// Nothing if it could not be read.
    pub then: Option<Then>,
}

/// The three types of rules.
#[derive(Debug)]
pub enum Then {
    Endpoint(Endpoint),
    Error(Expression),
    Tree(Vec<Rule>),
}

/// An endpoint that a rule gives, or that a case expects.
#[derive(Debug)]
pub struct Endpoint {
    pub url: Expression,
    /// By name.
    pub headers: Vec<(String, Vec<Expression>)>,
    /// By name.
    pub properties: Vec<(String, Value)>,
}

/// A call whose result must be there and not be false.
#[derive(Debug)]
pub struct Condition {
    /// Nothing if it could not be read.
    pub call: Option<Expression>,
    /// The variable that keeps the result.
    pub assign: Option<(String, Span)>,
}

/// Something that has a value.
#[derive(Debug)]
pub struct Expression {
    pub span: Span,
    pub kind: ExpressionKind,
}

/// The forms of an expression.
#[derive(Debug)]
pub enum ExpressionKind {
    /// Text with values in between.
    Template(Vec<Part>),
    Boolean(bool),
    Integer(i64),
    /// A parameter or variable.
    Reference(String),
    Call {
        function: String,
        arguments: Vec<Expression>,
    },
}

/// A part of a template.
#[derive(Debug)]
pub enum Part {
    Text(String),
    Value(Expression),
}

/// The value of a property.
#[derive(Debug)]
pub enum Value {
    Scalar(Expression),
    Array(Vec<Value>),
    /// By name.
    Object(Vec<(String, Value)>),
}

/// One of `smithy.rules#endpointTests`.
#[derive(Debug)]
pub struct Case {
    /// What it is about.
    pub name: String,
    /// Name, value and place of each.
    pub parameters: Vec<(String, Literal, Span)>,
    /// The endpoint, or the text of the error.
    pub expected: Result<Endpoint, String>,
}
