//! Reads the traits that say how calls are authenticated.
//!
//! See <https://smithy.io/2.0/spec/authentication-traits.html>.

use super::facts::{Facts, bad_value, field, fields, quoted, string};
use super::{Definition, Definitions, tables};
use crate::ast::Trait;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span, did_you_mean};
use crate::model::{AuthScheme, KeyPlace};

/// A scheme that stands on a service.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The id of its trait.
    pub id: String,
    pub span: Span,
    /// Nothing if it cannot be generated.
    pub scheme: Option<AuthScheme>,
    /// Whether something could not be read.
    pub incomplete: bool,
}

impl Facts<'_, '_> {
    /// The authentication schemes of a service, in the order of their traits' ids.
    pub fn auth_schemes(&self, definitions: &Definitions<'_>, log: &mut Diagnostics) -> Vec<Offered> {
        let mut offered: Vec<_> = self.0.iter().filter_map(|own| scheme(own, definitions, log)).collect();
        offered.sort_by(|left, right| left.id.cmp(&right.id));
        offered
    }

    /// `smithy.api#auth`: the schemes that it names, best first, out of those that the service has.
    pub fn auth<'o>(&self, offered: &'o [Offered], log: &mut Diagnostics) -> Option<Vec<&'o Offered>> {
        let own = self.find(tables::AUTH)?;
        let names = own.value.array(&quoted(own), log)?;
        let found = names.iter().filter_map(|node| {
            let name = node.string("an authentication scheme", log)?;
            let scheme = offered.iter().find(|offered| offered.id == *name);
            if scheme.is_none() {
                let whole = offered.iter().filter(|offered| !offered.incomplete);
                let near = did_you_mean(&name, whole.map(|offered| (&*offered.id, &*offered.id)));
                let message = format!("the service has no authentication scheme `{name}`");
                let fault = Diagnostic::new(Code::TraitValue, node.span(), message).label("not a trait of the service");
                log.push(fault.maybe_help(near));
            }
            scheme
        });
        Some(found.collect())
    }

    /// `smithy.api#optionalAuth`
    pub fn optional_auth(&self, log: &mut Diagnostics) -> bool {
        self.annotation(tables::OPTIONAL_AUTH, log)
    }

    /// `aws.auth#unsignedPayload`
    pub fn unsigned_payload(&self, log: &mut Diagnostics) -> bool {
        self.annotation(tables::UNSIGNED_PAYLOAD, log)
    }
}

fn scheme(own: &Trait<'_>, definitions: &Definitions<'_>, log: &mut Diagnostics) -> Option<Offered> {
    let (id, before) = (own.id.as_str(), log.len());
    // One with a wrong value is offered all the same.
    let scheme = match id {
        tables::SIGV4 => Some(AuthScheme::SigV4(signing_name(own, log).unwrap_or_default())),
        tables::HTTP_API_KEY_AUTH => {
            Some(AuthScheme::ApiKey(key_place(own, log).unwrap_or(KeyPlace::Query(String::new()))))
        }
        tables::HTTP_BASIC_AUTH => Some(AuthScheme::Basic),
        tables::HTTP_BEARER_AUTH => Some(AuthScheme::Bearer),
        _ if tables::OTHER_SCHEMES.contains(&id) => None,
        _ if definitions.0.get(id) == Some(&Definition::Auth) => None,
        _ => return None,
    };
    Some(Offered { id: id.to_owned(), span: own.span, scheme, incomplete: log.len() > before })
}

fn signing_name(own: &Trait<'_>, log: &mut Diagnostics) -> Option<String> {
    let entries = fields(own, log)?;
    match field(&entries, "name") {
        Some(entry) => string(entry, log),
        None => bad_value(own, "an object with `name`, which signatures call the service by", log),
    }
}

fn key_place(own: &Trait<'_>, log: &mut Diagnostics) -> Option<KeyPlace> {
    let entries = fields(own, log)?;
    let before = log.len();
    let mut text = |key| field(&entries, key).and_then(|entry| string(entry, log));
    let (name, place, scheme) = (text("name"), text("in"), text("scheme"));
    let is_token =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"(),/:;<=>?@[\\]{}".contains(&byte));
    match (name, place.as_deref()) {
        (Some(name), Some("query")) => Some(KeyPlace::Query(name)),
        (Some(name), Some("header")) if !name.is_empty() && is_token(&name) && scheme.iter().all(|it| is_token(it)) => {
            Some(KeyPlace::Header { name, scheme })
        }
        _ if log.len() > before => None,
        _ => bad_value(own, "an object with a `name` that fits, and `in`, which is `header` or `query`", log),
    }
}
