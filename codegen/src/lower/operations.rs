//! Operations: marker, input, output and the enum of their errors.

use super::{Lowering, deprecated, documentation};
use crate::ast::ShapeId;
use crate::ir::{self, ErrorEnum, ErrorVariant, Role};
use crate::model::{Kind, Operation};
use crate::names;

impl Lowering<'_> {
    pub(super) fn operation(&mut self, operation: &Operation) -> ir::Operation {
        let wire = operation.id.name();
        self.path_names_deprecated = false;
        ir::Operation {
            id: operation.id.to_string(),
            wire: wire.to_owned(),
            module: names::module(wire),
            docs: documentation(operation.docs.as_deref(), || format!("The operation `{wire}`.")),
            deprecated: operation.deprecated.as_ref().map(deprecated::attribute),
            input: self.end(operation, operation.input.as_ref(), Role::Input),
            output: self.end(operation, operation.output.as_ref(), Role::Output),
            error: ErrorEnum {
                name: names::operation_error(wire),
                variants: operation.errors.iter().map(|error| self.error_variant(error)).collect(),
                uneven: operation.errors.iter().any(|error| self.is_large(error)),
            },
            fluent: names::fluent_builder(wire),
            is_sensitive: operation.output.as_ref().is_some_and(|output| self.holds_sensitive(output)),
            host: self.host(operation),
            auth: Some(&operation.auth).filter(|own| **own != self.model.service.auth).cloned(),
            is_unsigned_payload: super::sending::is_unsigned_payload(operation),
            finish: super::sending::finish(operation),
            endpoint_params: self.endpoint_params(operation),
            paginator: self.paginator(operation),
            waiters: self.waiters(operation),
            // After all that has paths.
            names_deprecated: self.operation_names_deprecated(operation) || self.path_names_deprecated,
            name: names::operation(wire),
        }
    }

    /// The structure at one end of an operation, empty for `smithy.api#Unit`.
    fn end(&mut self, operation: &Operation, id: Option<&ShapeId>, role: Role) -> ir::Structure {
        let model = self.model;
        let wire = operation.id.name();
        let (name, what) = match role {
            Role::Input => (names::input(wire), "Input"),
            Role::Data | Role::Output | Role::Error => (names::output(wire), "Output"),
        };
        let shape = id.map(|id| &model.shapes[id]);
        let (fields, checks) = match shape.map(|shape| (shape, &shape.kind)) {
            Some((shape, Kind::Structure(structure))) => {
                let fields = self.fields(shape, &structure.members, role);
                let is_sent = role == Role::Input;
                let checks = is_sent.then(|| self.checks(shape, &structure.members, &fields, role)).flatten();
                (fields, checks)
            }
            _ => (Vec::new(), None),
        };
        let docs = shape.and_then(|shape| shape.docs.as_deref());
        ir::Structure {
            id: operation.id.to_string(),
            wire: wire.to_owned(),
            builder: names::builder(&name),
            fluent: (role == Role::Input).then(|| names::fluent_builder(wire)),
            module: names::module(wire),
            docs: documentation(docs, || format!("{what} of {}.", names::link(&names::operation(wire)))),
            deprecated: shape.and_then(|shape| shape.deprecated.as_ref()).map(deprecated::attribute),
            // The operation, whose file it is, knows.
            names_deprecated: false,
            role,
            fields,
            checks,
            is_read: role == Role::Output,
            is_written: role == Role::Input,
            name,
        }
    }

    fn error_variant(&self, id: &ShapeId) -> ErrorVariant {
        let shape = &self.model.shapes[id];
        let name = names::type_name(&shape.name);
        ErrorVariant {
            predicate: names::is_method(&name),
            retry: super::sending::retry(&shape.kind),
            wire: shape.id.name().to_owned(),
            docs: documentation(shape.docs.as_deref(), || format!("The error `{}`.", shape.name)),
            deprecated: shape.deprecated.as_ref().map(deprecated::attribute),
            name,
        }
    }
}
