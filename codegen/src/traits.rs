//! The one place that spells trait ids: raw traits in, typed facts out.
//!
//! What follows from the facts is left to [`crate::resolve`].

mod auth;
pub mod cases;
mod constraints;
pub mod default;
pub mod document;
mod endpoint;
mod enums;
pub mod evolution;
mod facts;
mod inputs;
mod pages;
pub mod places;
mod sending;
pub mod tables;
mod waiters;

pub use auth::Offered;
pub use facts::{Facts, requires_discovery};
pub use inputs::OperationInput;

use crate::ast::{Ast, Trait};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use std::collections::BTreeMap;
use tables::Standing;

/// The traits that a model defines itself.
#[derive(Debug, Default)]
pub struct Definitions<'s>(BTreeMap<&'s str, Definition>);

/// What a trait that a model defines itself is for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Definition {
    Protocol,
    Auth,
    Other,
}

/// What traits stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The service.
    Service,
    /// A selected operation.
    Operation,
    /// A shape or member that a selected operation reaches.
    Data,
}

impl<'s> Definitions<'s> {
    /// Finds them.
    pub fn of(ast: &'s Ast<'_>) -> Self {
        let definition = |traits: &[Trait<'_>]| {
            let has = |id: &str| traits.iter().any(|own| own.id.as_str() == id);
            match () {
                () if has(tables::PROTOCOL_DEFINITION) => Some(Definition::Protocol),
                () if has(tables::AUTH_DEFINITION) => Some(Definition::Auth),
                () if has(tables::TRAIT) => Some(Definition::Other),
                () => None,
            }
        };
        let shapes = ast.shapes.iter();
        Self(shapes.filter_map(|shape| Some((shape.id.as_str(), definition(&shape.traits)?))).collect())
    }

    /// Whether the trait says how a service speaks.
    pub fn is_protocol(&self, id: &str) -> bool {
        tables::standing(id) == Some(Standing::Protocol) || self.0.get(id) == Some(&Definition::Protocol)
    }

    /// Reports the traits that must not be ignored and cannot be acted on.
    pub fn check(&self, traits: &[Trait<'_>], owner: Owner, log: &mut Diagnostics) {
        let has_rules = traits.iter().any(|own| own.id.as_str() == tables::ENDPOINT_RULE_SET);
        for own in traits {
            if own.id.as_str() == tables::ENDPOINT_BDD && !has_rules {
                log.push(unsupported(own, owner, "it has the only endpoint rules, as a decision diagram"));
            }
            match tables::standing(own.id.as_str()) {
                Some(Standing::Effective) => check_discovery(own, owner, log),
                Some(Standing::Protocol | Standing::Inert(_)) => {}
                Some(Standing::Unsupported(why)) => log.push(unsupported(own, owner, why)),
                None => self.check_unknown(own, log),
            }
        }
    }

    fn check_unknown(&self, own: &Trait<'_>, log: &mut Diagnostics) {
        let namespace = own.id.namespace();
        let definition = self.0.get(own.id.as_str());
        let reserved = tables::is_reserved(namespace);
        if reserved && (definition.is_none() || tables::is_known_namespace(namespace)) {
            log.push(
                Diagnostic::new(Code::UnknownTrait, own.span, format!("the trait `{}` is unknown", own.id))
                    .label("might change what goes over the wire")
                    .help("place it in a table of `codegen/src/traits/tables.rs`: effective, inert or unsupported"),
            );
        }
    }
}

fn check_discovery(own: &Trait<'_>, owner: Owner, log: &mut Diagnostics) {
    if own.id.as_str() == tables::CLIENT_DISCOVERED_ENDPOINT && requires_discovery(own, log) {
        log.push(unsupported(own, owner, "endpoint discovery, which is required here, cannot be generated"));
    }
}

fn unsupported(own: &Trait<'_>, owner: Owner, why: &str) -> Diagnostic {
    let help = match owner {
        Owner::Service => "no operation of this service can be generated yet",
        Owner::Operation => "leave the operation out of the selection",
        Owner::Data => "select only operations that do not reach this shape",
    };
    Diagnostic::new(Code::UnsupportedTrait, own.span, format!("the trait `{}` is not supported yet", own.id))
        .label(why)
        .help(help)
}
