//! Expressions of rules as expressions of Rust.

use crate::ir::endpoint::{Expr, ExprKind, Form, Part, Type};
use crate::names;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The expression as it is: a string may be a `&str`, a `String`, or a place that holds one.
pub fn value(expr: &Expr) -> TokenStream {
    match &expr.kind {
        ExprKind::Text(text) => quote!(#text),
        ExprKind::Format(_) => {
            let format = formatted(expr);
            quote!(format!(#format))
        }
        ExprKind::Boolean(value) => quote!(#value),
        ExprKind::Integer(value) => {
            let value = i32::try_from(*value).map_or(Literal::i64_suffixed(*value), Literal::i32_unsuffixed);
            quote!(#value)
        }
        ExprKind::Parameter(name) if expr.optional => quote!(params.#name()),
        ExprKind::Parameter(name) => quote!(params.#name),
        ExprKind::Variable(name, _) => quote!(#name),
        ExprKind::IsSet(optional) => {
            let optional = value(optional);
            quote!(#optional.is_some())
        }
        ExprKind::Not(inner) => not(inner),
        ExprKind::Equal(left, right) => compare(left, right, true),
        ExprKind::Field(of, field) => {
            let (of, field) = (value(of), names::fixed(field));
            quote!(#of.#field)
        }
        ExprKind::Index(of, index) => self::index(of, *index),
        ExprKind::Split(of, by, limit) => split(of, by, *limit),
        ExprKind::Coalesce(values) => coalesce(expr, values),
        ExprKind::Choice(parts) => choice(expr, parts),
        ExprKind::Call(function, arguments) => {
            let name = names::fixed(function.path[1]);
            let partitions = (function.result == Type::Partition).then(|| quote!(partitions,));
            let arguments = arguments.iter().map(argument);
            quote!(#name(#partitions #(#arguments),*))
        }
    }
}

/// The expression as an argument: strings are borrowed, in one way or another, unless they are made for it.
pub fn argument(expr: &Expr) -> TokenStream {
    let value = value(expr);
    match (expr.ty, expr.form()) {
        (Type::String, Form::Place | Form::Temporary) => quote!(&#value),
        _ => value,
    }
}

/// The expression with a string as a `&str`, or as a `String` if it is made here.
pub fn text(expr: &Expr) -> TokenStream {
    let value = value(expr);
    match (expr.ty, expr.form()) {
        (Type::String, Form::Place) => quote!(#value.as_str()),
        _ => value,
    }
}

/// The expression with a string as a `String`.
pub fn owned(expr: &Expr) -> TokenStream {
    let value = value(expr);
    match (expr.ty, expr.form(), expr.optional) {
        (Type::String, Form::Borrowed, true) => quote!(#value.map(str::to_owned)),
        (Type::String, Form::Borrowed, false) => quote!(#value.to_owned()),
        (Type::String, Form::Place, _) => quote!(#value.clone()),
        _ => value,
    }
}

/// A string as the arguments of `format!`.
pub fn formatted(expr: &Expr) -> TokenStream {
    match &expr.kind {
        ExprKind::Format(parts) => format(parts),
        ExprKind::Text(text) => format(&[Part::Text(text.clone())]),
        _ => format(&[Part::Value(expr.clone())]),
    }
}

fn format(parts: &[Part]) -> TokenStream {
    let (mut format, mut arguments) = (String::new(), Vec::new());
    for part in parts {
        match part {
            Part::Text(text) => format.push_str(&text.replace('{', "{{").replace('}', "}}")),
            Part::Value(Expr { kind: ExprKind::Variable(name, _), .. }) if !name.to_string().starts_with("r#") => {
                format.push_str(&format!("{{{name}}}"));
            }
            Part::Value(other) => {
                format.push_str("{}");
                arguments.push(value(other));
            }
        }
    }
    quote!(#format #(, #arguments)*)
}

fn not(inner: &Expr) -> TokenStream {
    match &inner.kind {
        ExprKind::IsSet(optional) => {
            let optional = value(optional);
            quote!(#optional.is_none())
        }
        ExprKind::Equal(left, right) => compare(left, right, false),
        _ => {
            let inner = value(inner);
            quote!(!#inner)
        }
    }
}

fn compare(left: &Expr, right: &Expr, same: bool) -> TokenStream {
    let is_empty = |side: &Expr| matches!(&side.kind, ExprKind::Text(text) if text.is_empty());
    let other = if is_empty(left) { right } else { left };
    if is_empty(left) || is_empty(right) {
        let (other, not) = (value(other), (!same).then(|| quote!(!)));
        return quote!(#not #other.is_empty());
    }
    let (left, right) = if matches!(left.kind, ExprKind::Text(_)) { (right, left) } else { (left, right) };
    let operator = if same { quote!(==) } else { quote!(!=) };
    let [left, right] = [left, right].map(|side| {
        let tokens = value(side);
        match &side.kind {
            ExprKind::Equal(..) | ExprKind::Not(_) | ExprKind::Choice(_) => quote!((#tokens)),
            _ => tokens,
        }
    });
    quote!(#left #operator #right)
}

fn index(of: &Expr, index: i64) -> TokenStream {
    let tokens = value(of);
    let position = Literal::u64_unsuffixed(index.unsigned_abs());
    let element = match index {
        0 => quote!(first()),
        1.. => quote!(get(#position)),
        -1 => quote!(last()),
        _ => {
            let position = Literal::u64_unsuffixed(index.unsigned_abs() - 1);
            quote!(iter().rev().nth(#position))
        }
    };
    match of.ty {
        Type::Strings => quote!(#tokens.#element.map(String::as_str)),
        _ => quote!(#tokens.#element.copied()),
    }
}

fn split(of: &Expr, by: &Expr, limit: i64) -> TokenStream {
    let (form, of, by) = (of.form(), value(of), argument(by));
    match limit {
        1 if form == Form::Borrowed => quote!([#of]),
        1 => quote!([#of.as_str()]),
        0 => quote!(#of.split(#by).collect::<Vec<_>>()),
        limit => {
            let limit = Literal::i64_unsuffixed(limit);
            quote!(#of.splitn(#limit, #by).collect::<Vec<_>>())
        }
    }
}

/// `convert` to what the whole expression is.
fn alike(whole: &Expr, part: &Expr) -> TokenStream {
    if whole.form() == Form::Temporary { owned(part) } else { text(part) }
}

fn coalesce(whole: &Expr, values: &[Expr]) -> TokenStream {
    let mut values = values.iter();
    let mut tokens = values.next().map(|first| alike(whole, first)).unwrap_or_default();
    for part in values {
        let other = alike(whole, part);
        tokens = if part.optional { quote!(#tokens.or(#other)) } else { quote!(#tokens.unwrap_or(#other)) };
    }
    tokens
}

fn choice(whole: &Expr, [condition, then, other]: &[Expr; 3]) -> TokenStream {
    let condition = value(condition);
    let [then, other] = [then, other].map(|part| {
        let tokens = alike(whole, part);
        if whole.optional && !part.optional { quote!(Some(#tokens)) } else { tokens }
    });
    quote!(if #condition { #then } else { #other })
}
