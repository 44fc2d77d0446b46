//! The effective authentication schemes of services and operations.
//!
//! See "effective authentication scheme" of <https://smithy.io/2.0/spec/authentication-traits.html>.

use super::closure::Closure;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AuthKind, AuthScheme};
use crate::traits::{Facts, Offered};

/// The schemes of a service.
pub struct Auth {
    offered: Vec<Offered>,
    /// Those of operations that do not say otherwise, best first.
    default: Vec<Offered>,
}

impl Auth {
    pub fn of(traits: &Facts<'_, '_>, closure: &mut Closure<'_, '_, '_>) -> Self {
        let offered = traits.auth_schemes(closure.definitions, closure.log);
        let chosen = traits.auth(&offered, closure.log).map(|chosen| chosen.into_iter().cloned().collect());
        Self { default: chosen.unwrap_or_else(|| offered.clone()), offered }
    }

    /// The schemes that can be had.
    pub fn schemes(&self) -> Vec<AuthScheme> {
        self.offered.iter().filter_map(|offered| offered.scheme.clone()).collect()
    }

    /// Those of operations that do not say otherwise.
    pub fn default(&self) -> Vec<AuthKind> {
        kinds(&self.default.iter().collect::<Vec<_>>(), false)
    }

    /// Those of an operation; an operation that cannot be called is refused.
    pub fn effective(&self, traits: &Facts<'_, '_>, closure: &mut Closure<'_, '_, '_>) -> Vec<AuthKind> {
        let chosen = traits.auth(&self.offered, closure.log).unwrap_or_else(|| self.default.iter().collect());
        let kinds = kinds(&chosen, traits.optional_auth(closure.log));
        if let (true, Some(first)) = (kinds.is_empty(), chosen.first()) {
            let message = format!("the authentication scheme `{}` is not supported yet", first.id);
            closure.log.push(
                Diagnostic::new(Code::UnsupportedTrait, first.span, message)
                    .label("the operation can be called with no other")
                    .help("leave the operation out of the selection"),
            );
        }
        kinds
    }
}

/// What can be had of these schemes; no scheme at all means no authentication.
fn kinds(chosen: &[&Offered], optional: bool) -> Vec<AuthKind> {
    let known = chosen.iter().filter_map(|offered| Some(offered.scheme.as_ref()?.kind()));
    known.chain((optional || chosen.is_empty()).then_some(AuthKind::Nothing)).collect()
}
