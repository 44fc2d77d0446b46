//! Lowers waiters: the acceptors of the model become tests of outputs and errors.

use super::{Lowering, deprecated_documentation};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::path::Path;
use crate::ir::waiters::{Decisions, ErrorTest, Waiter};
use crate::jmespath::{Checker, Root};
use crate::model::{self, Acceptor, Deprecated, Matcher, Model, Operation, PathMatcher, State};
use crate::names;

/// The trait, for messages.
const TRAIT: &str = "waitable";

impl Lowering<'_> {
    /// The waiters of an operation.
    pub(super) fn waiters(&mut self, operation: &Operation) -> Vec<Waiter> {
        let waiters = operation.waiters.iter().map(|waiter| self.waiter(operation, waiter));
        let mut waiters: Vec<_> = waiters.collect();
        waiters.sort_by_key(|waiter| waiter.module.to_string());
        waiters
    }

    fn waiter(&mut self, operation: &Operation, waiter: &model::Waiter) -> Waiter {
        let name = &waiter.name;
        let succeeds = waiter.incomplete || waiter.acceptors.iter().any(|acceptor| acceptor.state == State::Success);
        if !succeeds {
            let fault = Diagnostic::new(Code::Waiter, waiter.span, format!("`{name}` waits for ever"));
            let fault = fault.label("no acceptor is for `success`");
            self.diagnostics.push(fault.shape(&operation.id));
        }
        let deprecated = waiter.deprecated.then_some(Deprecated { message: None, since: None });
        let (input, output) = (operation.input.as_ref(), operation.output.as_ref());
        let (mut outputs, mut errors) = (Decisions::none(), Decisions::none());
        for Acceptor { state, matcher } in &waiter.acceptors {
            match matcher {
                Matcher::Success(true) => outputs.add(None, *state),
                Matcher::Success(false) => errors.add(None, *state),
                Matcher::ErrorType(error) => errors.add(Some(error_test(self.model, operation, error)), *state),
                Matcher::Output(path) => self.output(operation, path, Root::Output(output), *state, &mut outputs),
                Matcher::InputOutput(path) => {
                    self.output(operation, path, Root::Both(input, output), *state, &mut outputs)
                }
            }
        }
        Waiter {
            wire: name.clone(),
            module: names::module(name),
            method: names::wait_until(name),
            builder: names::fluent_builder(name),
            final_poll: names::final_poll(name),
            error: names::waiter_error(name),
            docs: deprecated_documentation(waiter.docs.as_deref(), deprecated.as_ref(), || {
                format!("The waiter `{name}`.")
            }),
            delays: [waiter.min_delay, waiter.max_delay],
            outputs,
            errors,
        }
    }

    /// Adds what a path through the output asks; a constant is no test.
    fn output<'m>(
        &mut self,
        operation: &'m Operation,
        path: &PathMatcher,
        root: Root<'m>,
        state: State,
        outputs: &mut Decisions<Path>,
    ) {
        let model = self.model;
        let (test, names_deprecated) = self.diagnostics.inside(&operation.id, |log| {
            let mut checker = Checker::new(model, TRAIT, log);
            (checker.expect(&path.path, root, &path.expected), checker.names_deprecated)
        });
        self.path_names_deprecated |= names_deprecated;
        match test {
            None | Some(Path::Boolean(false)) => {}
            Some(Path::Boolean(true)) => outputs.add(None, state),
            Some(test) => outputs.add(Some(test), state),
        }
    }
}

/// By type if the operation has the error, or else by code.
fn error_test(model: &Model, operation: &Operation, name: &str) -> ErrorTest {
    match operation.errors.iter().find(|id| id.name() == name) {
        Some(id) => ErrorTest::Is(names::is_method(&names::type_name(&model.shapes[id].name))),
        None => ErrorTest::Code(name.to_owned()),
    }
}
