//! Ways through values as expressions of Rust. Expressions that are true or false are [`test`]'s.

mod test;

use super::prelude::Prelude;
use crate::ir::path::{Each, Length, Link, Parts, Path, Typed, View, ViewKind};
use crate::names;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The expression of a path. It borrows from the variables that it begins with.
pub fn value(path: &Path, prelude: &Prelude) -> TokenStream {
    Emitter(prelude).value(path)
}

struct Emitter<'a>(&'a Prelude);

impl Emitter<'_> {
    fn value(&self, path: &Path) -> TokenStream {
        match path {
            Path::It => quote!(it),
            Path::Variable(name) => {
                let name = names::fixed(name);
                quote!(#name)
            }
            Path::Text(text) => quote!(#text),
            Path::Boolean(value) => quote!(#value),
            Path::Integer(number) => literal(Literal::i64_unsuffixed(*number)),
            Path::Float(number) => literal(Literal::f64_unsuffixed(*number)),
            Path::Field(_, _, view) => in_field(self.place(path), *view),
            Path::Variant(of, getter, view) => {
                let of = self.place(of);
                by_reference(quote!(#of.#getter().ok()), view.kind)
            }
            Path::Entry(of, key, view) => {
                let of = self.place(of);
                let sparse = view.optional.then(|| quote!(.and_then(|it| it.as_ref())));
                by_reference(quote!(#of.get(#key) #sparse), view.kind)
            }
            Path::Then(link, of, step) => self.then(*link, of, step),
            Path::Parts(..) | Path::Keys(_) | Path::Each(..) | Path::Where(..) | Path::Flat(_) | Path::List(_) => {
                self.iterator(path)
            }
            Path::Nth(of, index) => self.nth(of, *index),
            Path::Length(length, of) => self.length(*length, of),
            _ => self.test(path),
        }
    }

    /// The field itself, where a path leads through it.
    fn place(&self, path: &Path) -> TokenStream {
        match path {
            Path::Field(of, field, _) => {
                let of = self.place(of);
                quote!(#of.#field)
            }
            path => self.value(path),
        }
    }

    fn then(&self, link: Link, of: &Path, step: &Path) -> TokenStream {
        let (of, body) = (self.value(of), self.value(step));
        let it = parameter(step);
        match link {
            Link::Let => quote!({ let #it = #of; #body }),
            Link::Map => quote!(#of.map(|#it| #body)),
            Link::AndThen => quote!(#of.and_then(|#it| #body)),
        }
    }

    fn iterator(&self, path: &Path) -> TokenStream {
        match path {
            Path::Parts(parts, of, view) => {
                let of = self.place(of);
                let parts = match parts {
                    Parts::Elements => quote!(#of.iter()),
                    Parts::Values => quote!(#of.values()),
                };
                let sparse = view.optional.then(|| quote!(.flatten()));
                by_reference(quote!(#parts #sparse), view.kind)
            }
            Path::Keys(of) => {
                let of = self.place(of);
                quote!(#of.keys().map(|it| it.as_str()))
            }
            Path::Each(each, of, step) => {
                let (of, body) = (self.value(of), self.value(step));
                let it = parameter(step);
                match each {
                    Each::Value => quote!(#of.map(|#it| #body)),
                    Each::Option => quote!(#of.filter_map(|#it| #body)),
                    Each::Iterator => quote!(#of.flat_map(|#it| #body)),
                }
            }
            Path::Where(of, condition) => {
                let (of, condition) = (self.value(of), self.value(condition));
                quote!(#of.filter(|&it| #condition))
            }
            Path::List(items) => {
                let items = items.iter().map(|item| self.optional(item));
                quote!([#(#items),*].into_iter())
            }
            Path::Flat(of) => {
                let of = self.value(of);
                quote!(#of.flatten())
            }
            other => self.value(other),
        }
    }

    /// The path as an `Option`.
    fn optional(&self, (path, optional): &Typed) -> TokenStream {
        let (value, some) = (self.value(path), &self.0.some);
        if *optional { value } else { quote!(#some(#value)) }
    }

    fn nth(&self, of: &Path, index: i64) -> TokenStream {
        let at = Literal::u64_unsuffixed(index.unsigned_abs());
        let before = Literal::u64_unsuffixed(index.unsigned_abs().saturating_sub(1));
        match (of, index) {
            (Path::Parts(Parts::Elements, list, view @ View { optional: false, .. }), -1..) => {
                let list = self.place(list);
                let element = match index {
                    -1 => quote!(#list.last()),
                    0 => quote!(#list.first()),
                    _ => quote!(#list.get(#at)),
                };
                by_reference(element, view.kind)
            }
            (of, _) => {
                let of = self.value(of);
                match index {
                    -1 => quote!(#of.last()),
                    0 => quote!(#of.next()),
                    ..0 => quote!(#of.rev().nth(#before)),
                    _ => quote!(#of.nth(#at)),
                }
            }
        }
    }

    fn length(&self, length: Length, of: &Path) -> TokenStream {
        let of = self.place(of);
        match length {
            Length::Text => quote!(#of.chars().count() as i64),
            Length::Collection => quote!(#of.len() as i64),
            Length::Iterator => quote!(#of.count() as i64),
        }
    }
}

fn literal(literal: Literal) -> TokenStream {
    quote!(#literal)
}

/// What stands in a field of its own type.
fn in_field(place: TokenStream, view: View) -> TokenStream {
    match (view.kind, view.optional) {
        (ViewKind::String, true) => quote!(#place.as_deref()),
        (ViewKind::Enum, true) => quote!(#place.as_ref().map(|it| it.as_str())),
        (ViewKind::String | ViewKind::Enum, false) => quote!(#place.as_str()),
        (ViewKind::Copy, _) => place,
        (ViewKind::Integer, true) => quote!(#place.map(i64::from)),
        (ViewKind::Integer, false) => quote!(i64::from(#place)),
        (ViewKind::Float, true) => quote!(#place.map(f64::from)),
        (ViewKind::Float, false) => quote!(f64::from(#place)),
        (ViewKind::Reference, true) => quote!(#place.as_ref()),
        (ViewKind::Reference, false) => quote!(&#place),
    }
}

/// What an `Option` or an iterator gives by reference.
fn by_reference(values: TokenStream, kind: ViewKind) -> TokenStream {
    match kind {
        ViewKind::String | ViewKind::Enum => quote!(#values.map(|it| it.as_str())),
        ViewKind::Copy => quote!(#values.copied()),
        ViewKind::Integer => quote!(#values.map(|it| i64::from(*it))),
        ViewKind::Float => quote!(#values.map(|it| f64::from(*it))),
        ViewKind::Reference => values,
    }
}

/// The parameter of a closure with this body: what takes values out of an iterator changes it.
fn parameter(step: &Path) -> TokenStream {
    let is_it = |of: &Path| matches!(of, Path::It);
    let changes = match step {
        Path::Nth(of, index) => is_it(of) && *index >= 0,
        Path::Contains(of, _) => is_it(of),
        Path::HasAny(of) => is_it(of) || matches!(&**of, Path::Where(of, _) if is_it(of)),
        _ => false,
    };
    if changes { quote!(mut it) } else { quote!(it) }
}
