//! Reads the traits that bind parameters of the endpoint rules: to members, operations and settings of the client.
//!
//! See <https://smithy.io/2.0/additional-specs/rules-engine/parameters.html>.

use super::facts::{Facts, bad_value, field, fields, string};
use super::tables;
use crate::ast::{Entry, NodeKind};
use crate::diagnostic::{Diagnostics, Span};
use crate::endpoint::rules::{Literal, ParameterKind};
use crate::endpoint::{literal, parameter_kind};
use crate::jmespath::{self, Kind};
use crate::model::{ClientParam, EndpointParam, ParamSource};

impl Facts<'_, '_> {
    /// `smithy.rules#contextParam` of a member: the parameter that has its value.
    pub fn context_param(&self, member: &str, log: &mut Diagnostics) -> Option<EndpointParam> {
        let own = self.find(tables::CONTEXT_PARAM)?;
        let entries = fields(own, log)?;
        let Some(entry) = field(&entries, "name") else {
            return bad_value(own, "an object with `name`", log);
        };
        let span = entry.value.span();
        let source = ParamSource::Input(jmespath::Expression { span, kind: Kind::Field(member.to_owned()) });
        Some(EndpointParam { name: string(entry, log)?, span, source })
    }

    /// `smithy.rules#staticContextParams` of an operation.
    pub fn static_params(&self, log: &mut Diagnostics) -> Vec<EndpointParam> {
        self.params(tables::STATIC_CONTEXT_PARAMS, "value", log, |entry, log| {
            let kind = match entry.value.kind() {
                NodeKind::Boolean => ParameterKind::Boolean,
                NodeKind::Array => ParameterKind::StringArray,
                NodeKind::Null | NodeKind::Number | NodeKind::String | NodeKind::Object => ParameterKind::String,
            };
            let value: Literal = literal(&entry.value, kind, log)?;
            Some(ParamSource::Static(value))
        })
    }

    /// `smithy.rules#operationContextParams` of an operation.
    pub fn operation_params(&self, log: &mut Diagnostics) -> Vec<EndpointParam> {
        self.params(tables::OPERATION_CONTEXT_PARAMS, "path", log, |entry, log| {
            jmespath::parse(&entry.value, log).map(ParamSource::Input)
        })
    }

    /// `smithy.rules#clientContextParams` of a service.
    pub fn client_params(&self, log: &mut Diagnostics) -> Vec<ClientParam> {
        let mut docs = Vec::new();
        let kinds = self.rows(tables::CLIENT_CONTEXT_PARAMS, "type", log, |entry, others, log| {
            docs.push(field(others, "documentation").and_then(|entry| string(entry, log)));
            parameter_kind(&entry.value, log)
        });
        kinds.into_iter().zip(docs).map(|((name, span, kind), docs)| ClientParam { name, span, kind, docs }).collect()
    }

    fn params(
        &self,
        id: &str,
        key: &str,
        log: &mut Diagnostics,
        read: impl Fn(&Entry<'_>, &mut Diagnostics) -> Option<ParamSource>,
    ) -> Vec<EndpointParam> {
        let rows = self.rows(id, key, log, |entry, _, log| read(entry, log));
        rows.into_iter().map(|(name, span, source)| EndpointParam { name, span, source }).collect()
    }

    /// What `read` makes of `key` for each parameter of a trait, with the parameter's name and place.
    fn rows<T>(
        &self,
        id: &str,
        key: &str,
        log: &mut Diagnostics,
        mut read: impl FnMut(&Entry<'_>, &[Entry<'_>], &mut Diagnostics) -> Option<T>,
    ) -> Vec<(String, Span, T)> {
        let Some(own) = self.find(id) else { return Vec::new() };
        let mut rows = Vec::new();
        for entry in fields(own, log).unwrap_or_default() {
            let Some(inner) = entry.value.object("a parameter", log) else { continue };
            let value = match field(&inner, key) {
                Some(value) => read(value, &inner, log),
                None => bad_value(own, &format!("parameters with `{key}`"), log),
            };
            rows.extend(value.map(|value| (entry.key.to_string(), entry.key_span, value)));
        }
        rows
    }
}
