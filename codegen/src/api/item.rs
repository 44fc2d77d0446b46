//! The lines of each public item: itself, its fields and variants, its methods, and the traits it has.

use super::condition;
use super::function::{self, Argument, Function};
use super::implementation::{self, Implementation};
use super::module::{Crate, Module, Path};
use super::public::Public;
use super::question;
use super::show::{Known, Show};
use super::token::{self, Token};
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::{Attribute, Fields, Item, ItemTrait, Signature, TraitItem, Type};

/// All lines of the crate.
pub fn lines(krate: &Crate<'_>, public: &Public) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for (home, path) in &public.modules {
        if !path.is_empty() {
            let conditions = &krate.modules[home].conditions;
            lines.insert(with(format!("pub mod {}", path.join("::")), conditions));
        }
    }
    for (path, target, conditions) in &public.reexports {
        lines.insert(with(format!("pub use {} = {}", path.join("::"), target.join("::")), conditions));
    }
    for (home, module) in &krate.modules {
        let known = Known::default();
        let show = Show { krate, public, module: home, known: &known };
        let mut room = Lines { show, home, module, lines: &mut lines };
        module.items.iter().for_each(|item| room.item(item));
        module
            .implementations
            .iter()
            .filter_map(|item| implementation::read(item))
            .for_each(|it| room.implementation(&it));
    }
    lines
}

/// The lines of one module.
struct Lines<'c, 'l> {
    show: Show<'c>,
    home: &'c Path,
    module: &'c Module<'c>,
    lines: &'l mut BTreeSet<String>,
}

impl Lines<'_, '_> {
    fn item(&mut self, item: &Item) {
        let Some(name) = question::name(item) else { return };
        let Some(path) = self.show.public.path(self.home, &name.to_string()) else { return };
        let path = path.join("::");
        match item {
            Item::Const(item) => self.value("const", &path, &item.ty, &item.attrs),
            Item::Static(item) => self.value("static", &path, &item.ty, &item.attrs),
            Item::Type(item) => {
                let (generics, target) = (self.text(&item.generics), self.text(&item.ty));
                self.add(format!("pub type {path}{generics} = {target}"), &item.attrs);
            }
            Item::Fn(item) => self.signature(&path, &item.sig, &item.attrs),
            Item::Struct(item) => {
                let generics = self.generics(&item.generics);
                self.add(format!("pub struct {path}{generics}"), &item.attrs);
                self.derives(&path, &item.attrs);
                self.fields(&path, &item.fields);
            }
            Item::Enum(item) => {
                let generics = self.generics(&item.generics);
                self.add(format!("pub enum {path}{generics}"), &item.attrs);
                self.derives(&path, &item.attrs);
                for variant in &item.variants {
                    let fields = self.variant_fields(&variant.fields);
                    self.add(format!("pub variant {path}::{}{fields}", variant.ident), &variant.attrs);
                }
            }
            Item::Trait(item) => self.trait_items(&path, item),
            _ => {}
        }
    }

    fn value(&mut self, kind: &str, path: &str, of: &Type, attributes: &[Attribute]) {
        let of = self.text(of);
        self.add(format!("pub {kind} {path}: {of}"), attributes);
    }

    fn fields(&mut self, path: &str, fields: &Fields) {
        for (at, field) in fields.iter().enumerate().filter(|(_, field)| question::is_public(&field.vis)) {
            let name = field.ident.as_ref().map_or(at.to_string(), ToString::to_string);
            self.value("field", &format!("{path}::{name}"), &field.ty, &field.attrs);
        }
    }

    fn variant_fields(&self, fields: &Fields) -> String {
        let list = fields.iter().map(|field| match &field.ident {
            Some(name) => format!("{name}: {}", self.text(&field.ty)),
            None => self.text(&field.ty),
        });
        let list = list.collect::<Vec<_>>().join(", ");
        match fields {
            Fields::Named(_) => format!(" {{ {list} }}"),
            Fields::Unnamed(_) => format!("({list})"),
            Fields::Unit => String::new(),
        }
    }

    fn derives(&mut self, path: &str, attributes: &[Attribute]) {
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
            let names =
                attribute.parse_args_with(syn::punctuated::Punctuated::<syn::Path, syn::Token![,]>::parse_terminated);
            for name in names.into_iter().flatten() {
                let name = self.text(&name);
                let name = match name.as_str() {
                    "Debug" => "std::fmt::Debug",
                    "Hash" => "std::hash::Hash",
                    name => name,
                };
                self.add(format!("impl {name} for {path}"), &conditions_only(attributes));
            }
        }
    }

    fn trait_items(&mut self, path: &str, item: &ItemTrait) {
        let (generics, bounds) = (self.text(&item.generics), self.text(&item.supertraits));
        let bounds = if bounds.is_empty() { bounds } else { format!(": {bounds}") };
        let conditions = self.conditions(&item.generics);
        self.add(format!("pub trait {path}{generics}{bounds}{conditions}"), &item.attrs);
        for part in &item.items {
            match part {
                TraitItem::Const(part) => {
                    self.value("const", &format!("{path}::{}", part.ident), &part.ty, &part.attrs)
                }
                TraitItem::Fn(part) => self.signature(&format!("{path}::{}", part.sig.ident), &part.sig, &part.attrs),
                TraitItem::Type(part) => {
                    let bounds = self.text(&part.bounds);
                    let bounds = if bounds.is_empty() { bounds } else { format!(": {bounds}") };
                    self.add(format!("pub type {path}::{}{bounds}", part.ident), &part.attrs);
                }
                _ => {}
            }
        }
    }

    fn signature(&mut self, path: &str, signature: &Signature, attributes: &[Attribute]) {
        let text = signature.to_token_stream().to_string();
        let tokens = token::read(&text).unwrap_or_default();
        function::read(&tokens).into_iter().for_each(|function| self.function(path, &function, attributes));
    }

    /// A function whose types only this crate can name is still there for others.
    fn function(&mut self, path: &str, function: &Function<'_, '_>, attributes: &[Attribute]) {
        let arguments =
            function.arguments.iter().map(|argument| self.argument(argument)).collect::<Vec<_>>().join(", ");
        let words = function.words.iter().filter(|word| ["async", "const"].contains(word));
        let words: String = words.map(|word| format!("{word} ")).collect();
        let generics = self.show.text(function.generics);
        let output = self.show.text(function.output);
        let output = if output.is_empty() { output } else { format!(" {output}") };
        let conditions = conditions(&self.show.text(function.conditions));
        self.add(format!("pub {words}fn {path}{generics}({arguments}){output}{conditions}"), attributes);
    }

    fn argument(&self, argument: &Argument<'_, '_>) -> String {
        match argument {
            Argument::Receiver(receiver) => {
                let text = self.show.text(receiver);
                text.strip_prefix("mut ").map_or(text.clone(), str::to_owned)
            }
            Argument::Typed(name, of) => format!("{name}: {}", self.show.text(of)),
        }
    }

    fn implementation(&mut self, item: &Implementation<'_, '_>) {
        let attributes = question::attributes_of(item.attributes);
        if !condition::holds(&attributes) || self.show.is_private(item.for_type) {
            return;
        }
        let around = conditions_only(&attributes);
        let of = self.show.text(item.for_type);
        match item.of_trait {
            Some(path) if self.show.is_private(path) => {}
            Some(path) => self.trait_implementation(item, &self.show.text(path), &of, &around),
            None => token::items(item.parts).for_each(|part| self.inherent(part, &of, &around)),
        }
    }

    fn trait_implementation(&mut self, item: &Implementation<'_, '_>, of: &str, for_type: &str, around: &[Attribute]) {
        let generics = self.show.text(item.generics) + &conditions(&self.show.text(item.conditions));
        self.add(format!("impl{generics} {of} for {for_type}"), around);
        for (name, target) in token::items(item.parts).filter_map(|part| implementation::value("type", part)) {
            let target = self.show.text(target);
            self.add(format!("impl{generics} type <{for_type} as {of}>::{name} = {target}"), around);
        }
    }

    /// A part of an implementation that is not of a trait.
    fn inherent(&mut self, part: &[Token<'_>], of: &str, around: &[Attribute]) {
        let attributes = question::attributes_of(&part[..token::attributes(part)]);
        if !token::is_public(part) || question::is_hidden(&attributes) || !condition::holds(&attributes) {
            return;
        }
        let attributes = [around, &attributes].concat();
        if let Some(function) = function::read(part) {
            self.function(&format!("{of}::{}", function.name), &function, &attributes);
        } else if let Some((name, of_type)) = implementation::value("const", part) {
            let of_type = self.show.text(of_type);
            self.add(format!("pub const {of}::{name}: {of_type}"), &attributes);
        }
    }

    fn generics(&self, generics: &syn::Generics) -> String {
        self.text(generics) + &self.conditions(generics)
    }

    fn conditions(&self, generics: &syn::Generics) -> String {
        conditions(&self.text(&generics.where_clause))
    }

    fn text(&self, tokens: &impl ToTokens) -> String {
        let text = tokens.to_token_stream().to_string();
        self.show.text(&token::read(&text).unwrap_or_default())
    }

    fn add(&mut self, mut line: String, attributes: &[Attribute]) {
        for name in ["deprecated", "non_exhaustive"] {
            if attributes.iter().any(|attribute| attribute.path().is_ident(name)) {
                line.push_str(&format!(" #[{name}]"));
            }
        }
        let conditions = [&self.module.conditions[..], &question::conditions(attributes)[..]].concat();
        self.lines.insert(with(line, &conditions));
    }
}

/// What stands behind an item that has these conditions.
fn conditions(conditions: &str) -> String {
    let conditions = conditions.trim_end_matches(',');
    if conditions.is_empty() { String::new() } else { format!(" {conditions}") }
}

fn conditions_only(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).cloned().collect()
}

fn with(mut line: String, conditions: &[String]) -> String {
    let needed = |(at, own): &(usize, &String)| !conditions[..*at].contains(own) && !follows(own, conditions);
    for (_, condition) in conditions.iter().enumerate().filter(needed) {
        line.push(' ');
        line.push_str(condition);
    }
    line
}

/// Whether a choice of features needs no saying, because one of them is asked for as well.
fn follows(condition: &str, all: &[String]) -> bool {
    let one = |own: &String| {
        own.strip_prefix("#[cfg(feature")
            .is_some_and(|feature| condition.contains(&format!("feature{}", feature.trim_end_matches(")]"))))
    };
    condition.starts_with("#[cfg(any(") && all.iter().any(one)
}
