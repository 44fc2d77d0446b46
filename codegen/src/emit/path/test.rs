//! Paths that end in a boolean.

use super::{Emitter, parameter};
use crate::ir::path::{Path, Typed};
use crate::jmespath::Comparator;
use crate::names;
use proc_macro2::TokenStream;
use quote::quote;

impl Emitter<'_> {
    pub(super) fn test(&self, path: &Path) -> TokenStream {
        match path {
            Path::Compare(comparator, left, right) => self.compare(*comparator, left, right),
            Path::Contains(of, item) => {
                let (of, test) = (self.value(of), self.is_item(item));
                quote!(#of.any(|item| #test))
            }
            Path::All(of, text) => {
                let (of, some) = (self.value(of), &self.0.some);
                quote!(#of.map(|item| item == #text).reduce(|all, item| all && item) == #some(true))
            }
            Path::Text2(method, text, part) => {
                let (text, method, part) = (self.value(text), names::fixed(method), self.value(part));
                quote!(#text.#method(#part))
            }
            Path::And(left, right) => {
                let (left, right) = (self.side(left), self.side(right));
                quote!(#left && #right)
            }
            Path::Or(left, right) => {
                let (left, right) = (self.value(left), self.value(right));
                quote!(#left || #right)
            }
            Path::Not(of) => self.not(of),
            Path::Either { and, left, right } => self.either(*and, left, right),
            Path::IsSome(of, wanted) => {
                let (of, method) = (self.place(of), names::fixed(if *wanted { "is_some" } else { "is_none" }));
                quote!(#of.#method())
            }
            Path::IsFilled(of) => {
                let of = self.place(of);
                quote!(!#of.is_empty())
            }
            Path::HasAny(of) => self.has_any(of),
            Path::IsSomeAnd(of, test) => {
                let (of, it, test) = (self.value(of), parameter(test), self.value(test));
                quote!(#of.is_some_and(|#it| #test))
            }
            other => self.value(other),
        }
    }

    fn is_item(&self, (item, optional): &Typed) -> TokenStream {
        let (value, some) = (self.value(item), &self.0.some);
        match (&**item, optional) {
            (Path::Boolean(true), _) => quote!(item),
            (Path::Boolean(false), _) => quote!(!item),
            (_, true) => quote!(#some(item) == #value),
            (_, false) => quote!(item == #value),
        }
    }

    fn either(&self, and: bool, left: &Typed, right: &Typed) -> TokenStream {
        let (some, decides, value) = (&self.0.some, self.value(&left.0), self.optional(right));
        match (and, left.1) {
            (true, true) => quote!(match #decides { #some(true) => #value, other => other }),
            (true, false) => quote!(if #decides { #value } else { #some(false) }),
            (false, true) if right.1 => quote!(match #decides { #some(true) => #some(true), _ => #value }),
            (false, true) => {
                let value = self.value(&right.0);
                quote!(#decides == #some(true) || #value)
            }
            (false, false) => quote!(if #decides { #some(true) } else { #value }),
        }
    }

    /// One side of `&&`, which binds stronger than `||`.
    fn side(&self, path: &Path) -> TokenStream {
        let value = self.value(path);
        if matches!(path, Path::Or(..) | Path::Either { and: false, .. }) { quote!((#value)) } else { value }
    }

    fn not(&self, of: &Path) -> TokenStream {
        match of {
            Path::IsFilled(of) => {
                let of = self.place(of);
                quote!(#of.is_empty())
            }
            Path::IsSomeAnd(of, test) => {
                let (of, it, test) = (self.value(of), parameter(test), self.not(test));
                quote!(#of.is_none_or(|#it| #test))
            }
            Path::HasAny(of) if !matches!(**of, Path::Where(..)) => {
                let of = self.value(of);
                quote!(#of.next().is_none())
            }
            of => {
                let of = self.value(of);
                quote!(!#of)
            }
        }
    }

    fn has_any(&self, of: &Path) -> TokenStream {
        match of {
            Path::Where(of, condition) => {
                let (of, condition) = (self.value(of), self.value(condition));
                quote!(#of.any(|it| #condition))
            }
            of => {
                let of = self.value(of);
                quote!(#of.next().is_some())
            }
        }
    }

    fn compare(&self, comparator: Comparator, left: &Typed, right: &Typed) -> TokenStream {
        let sign = sign(comparator);
        let optional = (left.1, right.1);
        if comparator.is_equality() && optional.0 != optional.1 {
            let (left, right) = (self.optional(left), self.optional(right));
            return quote!(#left #sign #right);
        }
        let (left, right) = (self.operand(&left.0), self.operand(&right.0));
        match optional {
            _ if comparator.is_equality() => quote!(#left #sign #right),
            (false, false) => quote!(#left #sign #right),
            (true, false) => quote!(#left.map(|left| left #sign #right)),
            (false, true) => quote!(#right.map(|right| #left #sign right)),
            (true, true) => quote!(#left.zip(#right).map(|(left, right)| left #sign right)),
        }
    }

    /// One side of a comparison, which cannot be a comparison itself.
    fn operand(&self, path: &Path) -> TokenStream {
        let value = self.value(path);
        let is_weak =
            matches!(path, Path::Compare(..) | Path::And(..) | Path::Or(..) | Path::Either { .. } | Path::Length(..));
        if is_weak { quote!((#value)) } else { value }
    }
}

fn sign(comparator: Comparator) -> TokenStream {
    match comparator {
        Comparator::Equal => quote!(==),
        Comparator::NotEqual => quote!(!=),
        Comparator::Less => quote!(<),
        Comparator::LessOrEqual => quote!(<=),
        Comparator::Greater => quote!(>),
        Comparator::GreaterOrEqual => quote!(>=),
    }
}
