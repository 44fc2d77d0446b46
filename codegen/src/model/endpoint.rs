//! Who sets the parameters of the endpoint rules, beside the settings that all clients have.

use crate::diagnostic::Span;
use crate::endpoint::rules::{Literal, ParameterKind};
use crate::jmespath::Expression;

/// A parameter of the endpoint rules and where an operation has its value from.
#[derive(Debug)]
pub struct EndpointParam {
    pub name: String,
    pub span: Span,
    pub source: ParamSource,
}

/// Where the value of a parameter comes from.
#[derive(Debug)]
pub enum ParamSource {
    /// `smithy.rules#staticContextParams`
    Static(Literal),
    /// `smithy.rules#contextParam` or `smithy.rules#operationContextParams`: a way through the input.
    Input(Expression),
}

/// A parameter of the endpoint rules that is a setting of the client.
#[derive(Debug)]
pub struct ClientParam {
    pub name: String,
    pub span: Span,
    pub kind: ParameterKind,
    pub docs: Option<String>,
}
