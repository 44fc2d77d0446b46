//! Waiters, each in a file of its own: what an answer means. How the waiting is done is hand-written.

use super::prelude::Prelude;
use super::{Condition, File, Item, Table, deprecated, docs, path, value};
use crate::ir::waiters::{Decisions, ErrorTest, Waiter};
use crate::ir::{Crate, Operation};
use crate::model::State;
use crate::names;
use crate::names::Ident;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

/// `waiters.rs` and what stands in it; nothing without waiters.
pub fn files(krate: &Crate) -> Vec<File> {
    let waiters = krate.waiters();
    let modules = waiters.iter().map(|(operation, waiter)| {
        let docs = docs::attributes(&[format!("The waiter `{}`.", waiter.wire)]);
        let module = &waiter.module;
        let allow = (module == "waiters")
            .then(|| quote!(#[allow(clippy::module_inception, reason = "the waiter is called so")]));
        let permission = super::tokens(deprecated::permission(operation.names_deprecated));
        Item::Rust(quote!(#docs #allow #permission pub mod #module;))
    });
    let list = File {
        path: "waiters.rs".to_owned(),
        shape: krate.service_id.clone(),
        docs: vec![
            "What can be waited for, each in a module of its own. The trait [`Waiters`](crate::client::Waiters) has"
                .to_owned(),
            "the methods of the client.".to_owned(),
        ],
        items: modules.collect(),
    };
    let files: Vec<_> = waiters.iter().map(|(operation, waiter)| file(operation, waiter)).collect();
    Some(list).filter(|_| !files.is_empty()).into_iter().chain(files).collect()
}

/// The methods of the client, if there are waiters.
pub fn table(krate: &Crate) -> Option<Table> {
    let waiters = krate.waiters();
    let rows =
        waiters.iter().map(|(_, Waiter { method, module, builder, .. })| format!("{method} => {module}::{builder}"));
    let table = Table {
        name: "crate::support::client_waiter::client_waiters",
        condition: Condition::Always,
        head: "Waiters".to_owned(),
        rows: rows.collect(),
    };
    Some(table).filter(|_| !waiters.is_empty())
}

fn file(operation: &Operation, waiter: &Waiter) -> File {
    let (module, input, builder) = (&operation.module, &operation.input.name, &operation.input.builder);
    let prelude = Prelude::of([]);
    let items = vec![
        Item::Rust(quote!(
            use aws_smithy_runtime::client::waiters::AcceptorState;
        )),
        Item::Rust(quote!(use crate::operation::#module::{#input, #builder};)),
        Item::Table(call(operation, waiter, &prelude)),
        Item::Rust(accept(operation, waiter, &prelude)),
    ];
    File {
        path: format!("waiters/{}.rs", waiter.module),
        shape: operation.id.clone(),
        docs: waiter.docs.clone(),
        items,
    }
}

fn call(operation: &Operation, waiter: &Waiter, prelude: &Prelude) -> Table {
    let Operation { name, module, input, output, error, .. } = operation;
    let own = [&waiter.builder, &waiter.final_poll, &waiter.error];
    let of_operation = [module, name, &input.builder, &input.name, &output.name, &error.name];
    let names: Vec<_> = own.into_iter().chain(of_operation).map(ToString::to_string).collect();
    let [min, max] = waiter.delays;
    Table {
        name: "crate::support::client_waiter::client_waiter",
        condition: Condition::Always,
        head: format!("{}, {min}, {max}", names.join(", ")),
        rows: input.fields.iter().map(|field| value::row(field, prelude)).collect(),
    }
}

fn accept(operation: &Operation, waiter: &Waiter, prelude: &Prelude) -> TokenStream {
    let Operation { module, input, output, error, .. } = operation;
    let (input, output, error) = (&input.name, &output.name, &error.name);
    let outputs = arm("output", quote!(Ok), &waiter.outputs, |path| path::value(path, prelude));
    let errors = arm("error", quote!(Err), &waiter.errors, |test| match test {
        ErrorTest::Is(predicate) => quote!(error.#predicate()),
        ErrorTest::Code(code) => quote!(error.meta().code() == Some(#code)),
    });
    let input_name = variable("input", &outputs);
    quote! {
        /// What an answer means.
        fn accept(
            #input_name: &#input,
            answer: Result<&crate::operation::#module::#output, &crate::operation::#module::#error>,
        ) -> AcceptorState {
            match answer {
                #outputs
                #errors
            }
        }
    }
}

/// What answers of one kind mean, as the arm of a `match`.
fn arm<T>(
    name: &'static str,
    kind: TokenStream,
    decisions: &Decisions<T>,
    code: impl Fn(&T) -> TokenStream,
) -> TokenStream {
    let tests = decisions.tests.iter().map(|(test, state)| {
        let (test, state) = (code(test), self::state(Some(*state)));
        quote!(if #test { return AcceptorState::#state; })
    });
    let tests: TokenStream = tests.collect();
    let (name, others) = (variable(name, &tests), state(decisions.others));
    if decisions.tests.is_empty() {
        return quote!(#kind(_) => AcceptorState::#others,);
    }
    quote!(#kind(#name) => { #tests AcceptorState::#others })
}

fn state(state: Option<State>) -> Ident {
    names::fixed(match state {
        Some(State::Success) => "Success",
        Some(State::Failure) => "Failure",
        Some(State::Retry) => "Retry",
        None => "NoAcceptorsMatched",
    })
}

/// The name of a variable, or `_` if the code does not use it.
fn variable(name: &'static str, code: &TokenStream) -> TokenStream {
    let ident = names::fixed(name);
    if mentions(code, name) { quote!(#ident) } else { quote!(_) }
}

/// Whether the variable stands in the code; no field can be mistaken for it, since those follow a dot.
fn mentions(code: &TokenStream, variable: &str) -> bool {
    let mut after_dot = false;
    code.clone().into_iter().any(|tree| {
        let is_field =
            std::mem::replace(&mut after_dot, matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '.'));
        match tree {
            TokenTree::Ident(ident) => !is_field && ident == variable,
            TokenTree::Group(group) => mentions(&group.stream(), variable),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        }
    })
}
