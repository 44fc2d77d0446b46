//! The rules as one function: a chain of `if` for each list of rules, nested for trees.

use super::expression::{formatted, owned, text, value};
use crate::endpoint::functions;
use crate::ir::endpoint::{Condition, Endpoint, Expr, ExprKind, Form, Rule, Target, Then, Value};
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use std::collections::BTreeSet;

/// The function `resolve`.
pub fn function(endpoint: &Endpoint, asks_partitions: bool) -> TokenStream {
    let asks = endpoint.has(&|value| matches!(value.kind, ExprKind::Parameter(_)));
    let params = if asks { quote!(params) } else { quote!(_) };
    let partitions = asks_partitions.then(|| quote!(, partitions: &[Partition]));
    let mut repeats = false;
    let rules = Chain::of(&endpoint.rules, &mut repeats).block(&mut repeats);
    let allow = repeats
        .then(|| quote!(#[allow(clippy::if_same_then_else, reason = "every rule of the model stands by itself")]));
    quote! {
        /// The rules of the service: the first one that applies decides.
        #allow
        pub(crate) fn resolve(#params: &Params #partitions) -> Result<Endpoint, ResolveEndpointError> {
            #rules
        }
    }
}

/// The functions and macros of the runtime support that the rules call.
pub fn imports(function: &TokenStream) -> Vec<[&'static str; 2]> {
    let mut names = BTreeSet::new();
    collect(function.clone(), &mut names);
    let own = [["endpoint_at", "at"], ["endpoint_object", "object"], ["endpoint_refuse", "refuse"]];
    own.into_iter().chain(functions::paths()).filter(|[_, name]| names.contains(*name)).collect()
}

fn collect(tokens: TokenStream, names: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => drop(names.insert(name.to_string())),
            TokenTree::Group(group) => collect(group.stream(), names),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Whether a property has properties itself.
pub fn has_object(target: &Target) -> bool {
    fn is_object(value: &Value) -> bool {
        match value {
            Value::Scalar(_) => false,
            Value::Array(items) => items.iter().any(is_object),
            Value::Object(_) => true,
        }
    }
    target.properties.iter().any(|(_, value)| is_object(value))
}

/// A list of rules: conditions with what they lead to, and what holds otherwise.
#[derive(Default)]
struct Chain {
    branches: Vec<(TokenStream, TokenStream)>,
    otherwise: Option<TokenStream>,
}

impl Chain {
    fn of(rules: &[Rule], repeats: &mut bool) -> Self {
        let mut chain = Self::default();
        for rule in rules {
            let (conditions, lets) = parts(&rule.conditions);
            if conditions.is_empty() {
                chain.end(&lets, &rule.then, repeats);
                break;
            }
            chain.branches.push((quote!(#(#conditions)&&*), block(&lets, &rule.then, repeats)));
        }
        chain
    }

    /// Rules after one without conditions can never apply.
    fn end(&mut self, lets: &[TokenStream], then: &Then, repeats: &mut bool) {
        match then {
            Then::Tree(rules) if lets.is_empty() => {
                let rest = Self::of(rules, repeats);
                self.branches.extend(rest.branches);
                self.otherwise = rest.otherwise;
            }
            _ => self.otherwise = Some(block(lets, then, repeats)),
        }
    }

    /// The chain as an expression; whether neighbours come to the same is noted.
    fn block(self, repeats: &mut bool) -> TokenStream {
        let none = || quote!(refuse!("no endpoint rule applies to the parameters"));
        let otherwise = self.otherwise.unwrap_or_else(none);
        let results: Vec<_> = self.branches.iter().map(|(_, block)| block).chain([&otherwise]).collect();
        *repeats |= results.windows(2).any(|pair| pair[0].to_string() == pair[1].to_string());
        let branches = self.branches.iter().map(|(condition, block)| quote!(if #condition { #block } else));
        if self.branches.is_empty() { otherwise } else { quote!(#(#branches)* { #otherwise }) }
    }
}

/// The operands of `&&`, and what can be kept after they have all held.
fn parts(conditions: &[Condition]) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let is_late = |condition: &&Condition| matches!(condition, Condition::Let(_, value) if outlives(value));
    let late = conditions.iter().rev().take_while(is_late).count();
    let (early, late) = conditions.split_at(conditions.len() - late);
    let mut operands = Vec::new();
    for (at, condition) in early.iter().enumerate() {
        operands.push(match condition {
            Condition::Test(test) => value(test),
            Condition::Some(name, optional) => {
                let optional = value(optional);
                quote!(let Some(#name) = #optional)
            }
            // A chain must neither begin nor end with a pattern that always matches.
            Condition::Let(name, kept) if at == 0 || at + 1 == early.len() => {
                let kept = text(kept);
                quote!(let Some(#name) = Some(#kept))
            }
            Condition::Let(name, kept) => {
                let kept = text(kept);
                quote!(let #name = #kept)
            }
        });
    }
    let lets = late.iter().filter_map(|condition| match condition {
        Condition::Let(name, kept) => {
            let kept = text(kept);
            Some(quote!(let #name = #kept;))
        }
        Condition::Test(_) | Condition::Some(..) => None,
    });
    (operands, lets.collect())
}

/// Whether the value can be kept after its statement, as it borrows from no temporary string.
fn outlives(value: &Expr) -> bool {
    value.form() == Form::Temporary || !value.has(&|part| part.form() == Form::Temporary)
}

fn block(lets: &[TokenStream], then: &Then, repeats: &mut bool) -> TokenStream {
    let result = match then {
        Then::Endpoint(target) => self::target(target),
        Then::Error(error) => {
            let error = formatted(error);
            quote!(refuse!(#error))
        }
        Then::Tree(rules) => Chain::of(rules, repeats).block(repeats),
    };
    quote!(#(#lets)* #result)
}

fn target(target: &Target) -> TokenStream {
    let url = formatted(&target.url);
    if target.headers.is_empty() && target.properties.is_empty() {
        return quote!(at!(#url));
    }
    let extras = extras(target);
    quote!(Ok(at!(#url)?.into_builder() #extras .build()))
}

/// Headers and properties as calls of the builder's methods.
pub fn extras(target: &Target) -> TokenStream {
    let headers = target.headers.iter().map(|(name, header)| {
        let header = match header.kind {
            ExprKind::Text(_) => value(header),
            _ => owned(header),
        };
        quote!(.header(#name, #header))
    });
    let properties = target.properties.iter().map(|(name, property)| {
        let property = match property {
            Value::Scalar(scalar) => self::scalar(scalar),
            Value::Array(items) => array(items),
            Value::Object(members) => object(members),
        };
        quote!(.property(#name, #property))
    });
    quote!(#(#headers)* #(#properties)*)
}

fn scalar(scalar: &Expr) -> TokenStream {
    match scalar.form() {
        Form::Place => text(scalar),
        Form::Borrowed | Form::Temporary => value(scalar),
    }
}

fn array(items: &[Value]) -> TokenStream {
    let items = items.iter().map(|item| match item {
        Value::Scalar(value) => {
            let value = scalar(value);
            quote!(aws_smithy_types::Document::from(#value))
        }
        Value::Array(items) => {
            let items = array(items);
            quote!(aws_smithy_types::Document::from(#items))
        }
        Value::Object(members) => object(members),
    });
    quote!(vec![#(#items),*])
}

fn object(members: &[(String, Value)]) -> TokenStream {
    let members = members.iter().map(|(name, value)| {
        let value = match value {
            Value::Scalar(value @ Expr { kind: ExprKind::Integer(..0), .. }) => {
                let value = scalar(value);
                quote!((#value).into())
            }
            Value::Scalar(value) => {
                let value = scalar(value);
                quote!(#value.into())
            }
            Value::Array(items) => {
                let items = array(items);
                quote!(#items.into())
            }
            Value::Object(members) => object(members),
        };
        quote!((#name, #value))
    });
    quote!(object([#(#members),*]))
}
