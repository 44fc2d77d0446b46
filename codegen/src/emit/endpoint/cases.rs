//! The endpoint cases of the model as one table-driven test.

use super::rules::{extras, has_object};
use super::{asks_partitions, literal};
use crate::emit::{Condition, Item, Table};
use crate::endpoint::partitions::{self, LATE_DUAL_STACK};
use crate::endpoint::rules::Literal;
use crate::ir::endpoint::{Case, Endpoint, ExprKind};
use crate::names::Ident;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

/// The items of the module `tests`.
pub fn items(endpoint: &Endpoint) -> Vec<Item> {
    let mut items = Vec::new();
    if asks_partitions(endpoint) {
        items.push(Item::Rust(quote!(
            use super::partitions::PARTITIONS;
        )));
    }
    items.push(Item::Rust(quote!(
        use super::{Params, resolve};
    )));
    items.push(Item::Rust(quote!(
        use crate::support::endpoint_cases::cases;
    )));
    items.extend(object_import(endpoint));
    if asks_partitions(endpoint) {
        items.push(Item::Rust(quote!(
            use crate::support::endpoint_partition::Partition;
        )));
        items.push(Item::Rust(partitions(endpoint)));
    }
    let head = if asks_partitions(endpoint) { "|params| resolve(params, &partitions())" } else { "resolve" };
    let rows = endpoint.cases.iter().map(case_row).collect();
    items.push(Item::Table(Table { name: "cases", condition: Condition::Always, head: head.to_owned(), rows }));
    items
}

/// What expected endpoints need that have objects among their properties.
fn object_import(endpoint: &Endpoint) -> Option<Item> {
    let has_objects = endpoint.cases.iter().any(|case| case.expected.as_ref().is_ok_and(has_object));
    has_objects.then(|| {
        Item::Rust(quote!(
            use crate::support::endpoint_object::object;
        ))
    })
}

/// The items of the module `tests` where every case is a test of its own.
pub fn single(endpoint: &Endpoint) -> Vec<Item> {
    let mut items = vec![Item::Rust(quote!(
        use super::*;
    ))];
    items.extend(object_import(endpoint));
    let head = if asks_partitions(endpoint) { "|params| resolve(params, PARTITIONS)" } else { "resolve" };
    let rows = endpoint.cases.iter().enumerate().map(|(at, case)| format!("case_{at} {}", case_row(case))).collect();
    items.push(Item::Table(Table { name: "crate::single", condition: Condition::Always, head: head.to_owned(), rows }));
    items
}

/// The partitions that the cases were written for: what they expect tells whether they know of dual stack.
fn partitions(endpoint: &Endpoint) -> TokenStream {
    let expected = |suffix: &str| endpoint.cases.iter().any(|case| url(case).is_some_and(|url| url.contains(suffix)));
    let today = partitions::today();
    let late = today.iter().filter(|own| LATE_DUAL_STACK.contains(&own.name.as_str()));
    let names = late.filter(|own| !expected(&own.dual_stack_dns_suffix)).map(|own| &own.name);
    quote! {
        /// Today's partitions, but as the cases know them: some had no dual stack.
        fn partitions() -> Vec<Partition> {
            let mut partitions = PARTITIONS.to_vec();
            for partition in &mut partitions {
                partition.supports_dual_stack &= ![#(#names),*].contains(&partition.name);
            }
            partitions
        }
    }
}

/// Calls of methods in one line.
fn line(tokens: TokenStream) -> String {
    let mut line = String::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                line.extend([open, &self::line(group.stream()), close]);
            }
            TokenTree::Punct(punct) if punct.as_char() == ',' => line.push_str(", "),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => line.push_str(&token.to_string()),
        }
    }
    line
}

/// The URL that a case expects.
fn url(case: &Case) -> Option<&str> {
    match &case.expected.as_ref().ok()?.url.kind {
        ExprKind::Text(url) => Some(url),
        _ => None,
    }
}

fn case_row(case: &Case) -> String {
    let set = |(name, value): &(Ident, Literal)| match value {
        Literal::Strings(_) => format!(".{name}({}.map(str::to_owned))", literal(value)),
        Literal::String(_) | Literal::Boolean(_) => format!(".{name}({})", literal(value)),
    };
    let parameters: String = case.parameters.iter().map(set).collect();
    let expected = match &case.expected {
        Err(error) => format!("Err({error:?})"),
        Ok(target) => {
            let (url, extras) = (url(case).unwrap_or_default(), line(extras(target)));
            if extras.is_empty() { format!("Ok({url:?})") } else { format!("Ok({url:?}), [{extras}]") }
        }
    };
    format!("{:?}: [{parameters}] => {expected}", case.name)
}
