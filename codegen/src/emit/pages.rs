//! Paginators: the rows of an operation whose result comes in pages. What they do is hand-written.

use super::prelude::Prelude;
use super::{Condition, Table, value};
use crate::ir::Operation;
use crate::ir::pages::{Item, Items, Paginator, Step};

/// The table of an operation.
pub fn table(operation: &Operation, paginator: &Paginator, prelude: &Prelude) -> Table {
    let Operation { name, input, output, error, fluent, .. } = operation;
    let head = [name, &input.name, &input.builder, &output.name, &error.name, fluent, &paginator.name];
    let kind = value::value_type(&paginator.token_type, prelude);
    let mut rows = vec![format!("token {}: {kind} = |output| {}", paginator.token, next(&paginator.next, prelude))];
    rows.extend(
        paginator
            .page_size
            .iter()
            .map(|(field, kind)| format!("page_size {field}: {}", value::value_type(kind, prelude))),
    );
    rows.extend(paginator.items.iter().map(|items| self::items(items, prelude)));
    Table {
        name: "crate::support::client_paginator::client_paginator",
        condition: Condition::Client,
        head: head.map(ToString::to_string).join(", "),
        rows,
    }
}

fn items(Items { name, path, way, item }: &Items, prelude: &Prelude) -> String {
    let optional = |kind: String, sparse: bool| match sparse {
        true => format!("{}<{kind}>", prelude.path("option", "Option")),
        false => kind,
    };
    let item = match item {
        Item::Element(element, sparse) => optional(value::value_type(element, prelude), *sparse),
        Item::Entry(key, entry, sparse) => {
            let entry = optional(value::value_type(entry, prelude), *sparse);
            format!("({}, {entry})", value::value_type(key, prelude))
        }
    };
    let (value, is_option) = walk("output".to_owned(), way, Walk::Move);
    let flattened = if is_option { ".into_iter().flatten()" } else { "" };
    format!("items {name} = {path:?}: {item} = |output| {value}{flattened}")
}

/// The next token, as an `Option`.
fn next(way: &[Step], prelude: &Prelude) -> String {
    match walk("output".to_owned(), way, Walk::Borrow) {
        (value, true) => value,
        (value, false) => format!("{}({value})", prelude.some),
    }
}

/// How a way is gone.
#[derive(Clone, Copy)]
enum Walk {
    Borrow,
    Move,
}

/// What is at the end of the way that begins at `place`, and whether it is an `Option`.
fn walk(place: String, way: &[Step], how: Walk) -> (String, bool) {
    let Some((Step { field, optional }, rest)) = way.split_first() else {
        return match how {
            Walk::Borrow => (format!("&{place}"), false),
            Walk::Move => (place, false),
        };
    };
    let place = format!("{place}.{field}");
    if !optional {
        return walk(place, rest, how);
    }
    let option = match how {
        Walk::Borrow => format!("{place}.as_ref()"),
        Walk::Move => place,
    };
    if rest.is_empty() {
        return (option, true);
    }
    match walk("it".to_owned(), rest, how) {
        (inner, true) => (format!("{option}.and_then(|it| {inner})"), true),
        (inner, false) => (format!("{option}.map(|it| {inner})"), true),
    }
}
