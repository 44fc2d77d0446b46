//! Reads the values of the effective traits of a shape or member.

use super::{Definitions, tables};
use crate::ast::{Entry, NodeKind, ShapeId, Trait};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::endpoint;
use crate::endpoint::rules::{Case, RuleSet};
use crate::model::{ClientParam, Deprecated, ErrorFacts, Fault, Protocol, Retryable, TimestampFormat};

/// The traits of a shape or member, to be asked.
///
/// A value that does not have the form of its trait goes to the log, and the trait counts as missing.
#[derive(Clone, Copy)]
pub struct Facts<'t, 'a>(pub(super) &'t [Trait<'a>]);

/// What traits say of a service.
#[derive(Debug, Default)]
pub struct ServiceFacts {
    /// `smithy.api#title`
    pub title: Option<String>,
    /// `sdkId` of `aws.api#service`
    pub sdk_id: Option<String>,
    /// `endpointPrefix` of `aws.api#service`
    pub endpoint_prefix: Option<String>,
    /// `smithy.rules#endpointRuleSet`
    pub endpoint_rules: Option<RuleSet>,
    /// `smithy.rules#endpointTests`
    pub endpoint_cases: Vec<Case>,
    /// `smithy.rules#clientContextParams`
    pub client_params: Vec<ClientParam>,
    /// `aws.protocols#awsQueryCompatible`
    pub query_compatible: bool,
    /// Traits that are protocols.
    pub protocols: Vec<Protocol>,
}

impl<'t, 'a> Facts<'t, 'a> {
    /// Of these traits.
    pub fn new(traits: &'t [Trait<'a>]) -> Self {
        Self(traits)
    }

    pub(super) fn find(&self, id: &str) -> Option<&'t Trait<'a>> {
        self.0.iter().find(|own| own.id.as_str() == id)
    }

    /// `smithy.api#documentation`, as written.
    pub fn docs(&self, log: &mut Diagnostics) -> Option<String> {
        self.text(tables::DOCUMENTATION, log)
    }

    /// `smithy.api#deprecated`
    pub fn deprecated(&self, log: &mut Diagnostics) -> Option<Deprecated> {
        let own = self.find(tables::DEPRECATED)?;
        let entries = fields(own, log)?;
        let mut text = |key| field(&entries, key).and_then(|entry| string(entry, log));
        Some(Deprecated { message: text("message"), since: text("since") })
    }

    /// `smithy.api#sensitive`
    pub fn sensitive(&self, log: &mut Diagnostics) -> bool {
        self.annotation(tables::SENSITIVE, log)
    }

    /// `smithy.api#required`
    pub fn required(&self, log: &mut Diagnostics) -> bool {
        self.annotation(tables::REQUIRED, log)
    }

    /// `smithy.api#sparse`
    pub fn sparse(&self, log: &mut Diagnostics) -> bool {
        self.annotation(tables::SPARSE, log)
    }

    /// `smithy.api#input`
    pub fn input(&self, log: &mut Diagnostics) -> bool {
        self.annotation(tables::INPUT, log)
    }

    /// `smithy.api#clientOptional`
    pub fn client_optional(&self, log: &mut Diagnostics) -> bool {
        self.annotation(tables::CLIENT_OPTIONAL, log)
    }

    /// `smithy.api#box` of Smithy 1.0.
    pub fn boxed(&self, log: &mut Diagnostics) -> bool {
        self.annotation(tables::BOX, log)
    }

    /// `smithy.api#idempotencyToken`
    pub fn idempotency_token(&self, log: &mut Diagnostics) -> bool {
        self.annotation(tables::IDEMPOTENCY_TOKEN, log)
    }

    /// `smithy.api#timestampFormat`
    pub fn timestamp_format(&self, log: &mut Diagnostics) -> Option<TimestampFormat> {
        let own = self.find(tables::TIMESTAMP_FORMAT)?;
        match &*own.value.string(&quoted(own), log)? {
            "epoch-seconds" => Some(TimestampFormat::EpochSeconds),
            "date-time" => Some(TimestampFormat::DateTime),
            "http-date" => Some(TimestampFormat::HttpDate),
            _ => bad_value(own, "`epoch-seconds`, `date-time` or `http-date`", log),
        }
    }

    /// Whether the shape is an error, whatever its traits say in detail.
    pub fn is_error(&self) -> bool {
        self.find(tables::ERROR).is_some()
    }

    /// `smithy.api#error`, `smithy.api#httpError` and `smithy.api#retryable`
    pub fn error(&self, log: &mut Diagnostics) -> Option<ErrorFacts> {
        let own = self.find(tables::ERROR)?;
        // An error stays one, whoever is at fault.
        let fault = fault(own, log).unwrap_or(Fault::Client);
        Some(ErrorFacts { fault, http_status: self.http_status(log), retryable: self.retryable(log) })
    }

    fn http_status(&self, log: &mut Diagnostics) -> Option<u16> {
        let own = self.find(tables::HTTP_ERROR)?;
        let status = own.value.number(&quoted(own), log)?.parse().ok();
        let status = status.filter(|status| (100..600).contains(status));
        status.or_else(|| bad_value(own, "an HTTP status code such as 400", log))
    }

    fn retryable(&self, log: &mut Diagnostics) -> Option<Retryable> {
        let own = self.find(tables::RETRYABLE)?;
        let entries = fields(own, log)?;
        let throttling = field(&entries, "throttling").and_then(|entry| entry.value.boolean("`throttling`", log));
        Some(Retryable { throttling: throttling == Some(true) })
    }

    /// Whether `smithy.api#mixin` is there.
    pub fn is_mixin(&self) -> bool {
        self.find(tables::MIXIN).is_some()
    }

    /// The traits that a mixin keeps to itself: `localTraits` of `smithy.api#mixin`, and that one.
    pub fn local_traits(&self, log: &mut Diagnostics) -> Vec<ShapeId> {
        let Some(own) = self.find(tables::MIXIN) else {
            return Vec::new();
        };
        let entries = fields(own, log).unwrap_or_default();
        let local = field(&entries, "localTraits").and_then(|entry| entry.value.array("`localTraits`", log));
        let mut ids = vec![own.id.clone()];
        for node in local.unwrap_or_default() {
            let Some(text) = node.string("an element of `localTraits`", log) else {
                continue;
            };
            match ShapeId::parse(&text) {
                Ok(id) => ids.push(id),
                Err(fault) => log.push(
                    Diagnostic::new(Code::ShapeId, node.span(), format!("`{text}` is not a shape id: {fault}"))
                        .label("not a shape id"),
                ),
            }
        }
        ids
    }

    /// What traits say of a service.
    pub fn service(&self, definitions: &Definitions<'_>, log: &mut Diagnostics) -> ServiceFacts {
        let protocols = self.0.iter().filter(|own| definitions.is_protocol(own.id.as_str()));
        let rules = self.find(tables::ENDPOINT_RULE_SET).and_then(|own| endpoint::parse(&own.value, log));
        let cases = self.find(tables::ENDPOINT_TESTS).zip(rules.as_ref());
        ServiceFacts {
            endpoint_cases: cases
                .and_then(|(own, rules)| endpoint::parse_cases(&own.value, rules, log))
                .unwrap_or_default(),
            endpoint_rules: rules,
            client_params: self.client_params(log),
            title: self.text(tables::TITLE, log),
            sdk_id: self.text_in(tables::SERVICE, "sdkId", log),
            endpoint_prefix: self.text_in(tables::SERVICE, "endpointPrefix", log),
            query_compatible: self.annotation(tables::AWS_QUERY_COMPATIBLE, log),
            protocols: protocols.map(|own| Protocol { id: own.id.to_string(), span: own.span }).collect(),
        }
    }

    fn text(&self, id: &str, log: &mut Diagnostics) -> Option<String> {
        let own = self.find(id)?;
        own.value.string(&quoted(own), log).map(Into::into)
    }

    fn text_in(&self, id: &str, key: &str, log: &mut Diagnostics) -> Option<String> {
        let entries = fields(self.find(id)?, log)?;
        field(&entries, key).and_then(|entry| string(entry, log))
    }

    /// A trait without a value of its own: `{}`, and in old models `true` or `null`.
    pub(super) fn annotation(&self, id: &str, log: &mut Diagnostics) -> bool {
        let Some(own) = self.find(id) else {
            return false;
        };
        let fits = matches!(own.value.kind(), NodeKind::Object | NodeKind::Null) || own.value.raw() == "true";
        if !fits {
            log.push(own.value.unexpected("`{}`", &quoted(own)));
        }
        fits
    }
}

fn fault(error: &Trait<'_>, log: &mut Diagnostics) -> Option<Fault> {
    match &*error.value.string(&quoted(error), log)? {
        "client" => Some(Fault::Client),
        "server" => Some(Fault::Server),
        _ => bad_value(error, "`client` or `server`", log),
    }
}

/// Whether `aws.api#clientDiscoveredEndpoint` demands discovery.
pub fn requires_discovery(own: &Trait<'_>, log: &mut Diagnostics) -> bool {
    let entries = fields(own, log).unwrap_or_default();
    field(&entries, "required").and_then(|entry| entry.value.boolean("`required`", log)) == Some(true)
}

/// Reports that the value is of the right JSON type and still not one of those allowed.
pub(super) fn bad_value<T>(own: &Trait<'_>, expected: &str, log: &mut Diagnostics) -> Option<T> {
    log.push(wrong_value(own, expected));
    None
}

pub(super) fn wrong_value(own: &Trait<'_>, expected: &str) -> Diagnostic {
    let message = format!("the value of the trait {} must be {expected}", quoted(own));
    Diagnostic::new(Code::TraitValue, own.value.span(), message).label(format!("expected {expected}"))
}

/// The id for messages.
pub(super) fn quoted(own: &Trait<'_>) -> String {
    format!("`{}`", own.id)
}

pub(super) fn fields<'a>(own: &Trait<'a>, log: &mut Diagnostics) -> Option<Vec<Entry<'a>>> {
    own.value.object(&quoted(own), log)
}

pub(super) fn field<'e, 'a>(entries: &'e [Entry<'a>], key: &str) -> Option<&'e Entry<'a>> {
    entries.iter().find(|entry| entry.key == key)
}

pub(super) fn string(entry: &Entry<'_>, log: &mut Diagnostics) -> Option<String> {
    entry.value.string(&format!("`{}`", entry.key), log).map(Into::into)
}
