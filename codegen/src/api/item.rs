//! The lines of each public item: itself, its fields and variants, its methods, and the traits it has.

use super::attribute::{self, Marks};
use super::declaration::{self, Declaration, Kind, Variant};
use super::function::{self, Argument, Function};
use super::implementation::{self, Implementation};
use super::module::{Crate, Module, Path};
use super::public::Public;
use super::show::{Known, Show};
use super::token::{self, Token};
use crate::parallel::{each, hands};
use proc_macro2::Delimiter;
use std::collections::BTreeSet;

/// All lines of the crate.
pub fn lines(krate: &Crate<'_>, public: &Public) -> BTreeSet<String> {
    let modules = public.modules.iter().filter(|(_, path)| !path.is_empty()).map(|(home, path)| {
        let conditions = &krate.modules[home].conditions;
        with(format!("pub mod {}", path.join("::")), conditions)
    });
    let reexports = public.reexports.iter().map(|(path, target, conditions)| {
        with(format!("pub use {} = {}", path.join("::"), target.join("::")), conditions)
    });
    let of_module = |(home, module): (&Path, &Module<'_>)| of_module(krate, public, home, module);
    let items = each(0..hands(), &krate.modules, |_| of_module);
    modules.chain(reexports).chain(items.into_iter().flatten()).collect()
}

fn of_module(krate: &Crate<'_>, public: &Public, home: &Path, module: &Module<'_>) -> Vec<String> {
    let (known, mut lines) = (Known::default(), Vec::new());
    let show = Show { krate, public, module: home, known: &known };
    let mut room = Lines { show, home, module, lines: &mut lines };
    module.declarations.iter().for_each(|own| room.declaration(own));
    let implementations = module.implementations.iter().filter_map(|item| implementation::read(item));
    implementations.for_each(|own| room.implementation(&own));
    lines
}

/// The lines of one module.
struct Lines<'c, 'l> {
    show: Show<'c>,
    home: &'c Path,
    module: &'c Module<'c>,
    lines: &'l mut Vec<String>,
}

impl Lines<'_, '_> {
    fn declaration(&mut self, own: &Declaration<'_>) {
        let Some(path) = self.show.public.path(self.home, own.name) else { return };
        let path = path.join("::");
        let marks = Marks::of(own.attributes);
        match own.kind {
            Kind::Const => self.value("const", &path, own.target(), &marks),
            Kind::Static => self.value("static", &path, own.target(), &marks),
            Kind::Type => {
                let (generics, target) = (self.show.text(own.generics), self.show.text(own.target()));
                self.add(format!("pub type {path}{generics} = {target}"), &marks);
            }
            Kind::Function => {
                function::read(own.item).into_iter().for_each(|function| self.function(&path, &function, &marks));
            }
            Kind::Struct => {
                self.add(format!("pub struct {path}{}", self.generics(own)), &marks);
                self.derives(&path, own.attributes, &marks);
                self.fields(&path, own);
            }
            Kind::Enum => {
                self.add(format!("pub enum {path}{}", self.generics(own)), &marks);
                self.derives(&path, own.attributes, &marks);
                for variant in own.variants() {
                    let line = format!("pub variant {path}::{}{}", variant.name, self.variant_fields(&variant));
                    self.add(line, &Marks::of(variant.attributes));
                }
            }
            Kind::Trait => self.trait_items(&path, own, &marks),
        }
    }

    fn value(&mut self, kind: &str, path: &str, of: &[Token<'_>], marks: &Marks) {
        let of = self.show.text(of);
        self.add(format!("pub {kind} {path}: {of}"), marks);
    }

    fn fields(&mut self, path: &str, own: &Declaration<'_>) {
        for (at, field) in own.fields().iter().enumerate().filter(|(_, field)| field.is_public) {
            let name = field.name.map_or(at.to_string(), str::to_owned);
            self.value("field", &format!("{path}::{name}"), field.of_type, &Marks::of(field.attributes));
        }
    }

    fn variant_fields(&self, variant: &Variant<'_>) -> String {
        let Some((delimiter, fields)) = &variant.fields else { return String::new() };
        let list = fields.iter().map(|field| match field.name {
            Some(name) => format!("{name}: {}", self.show.text(field.of_type)),
            None => self.show.text(field.of_type),
        });
        let list = list.collect::<Vec<_>>().join(", ");
        if *delimiter == Delimiter::Brace { format!(" {{ {list} }}") } else { format!("({list})") }
    }

    fn derives(&mut self, path: &str, attributes: &[Token<'_>], marks: &Marks) {
        let marks = Marks { conditions: marks.conditions.clone(), words: Vec::new() };
        for attribute in attribute::each(attributes) {
            let [Token::Word("derive"), Token::Group(_, names)] = attribute else { continue };
            for name in token::parts(names) {
                let name = self.show.text(name);
                let name = match name.as_str() {
                    "Debug" => "std::fmt::Debug",
                    "Hash" => "std::hash::Hash",
                    name => name,
                };
                self.add(format!("impl {name} for {path}"), &marks);
            }
        }
    }

    fn trait_items(&mut self, path: &str, own: &Declaration<'_>, marks: &Marks) {
        let (generics, bounds) = (self.show.text(own.generics), self.bounds(own));
        let conditions = self.conditions(own.conditions());
        self.add(format!("pub trait {path}{generics}{bounds}{conditions}"), marks);
        for part in own.parts() {
            let (path, marks) = (format!("{path}::{}", part.name), Marks::of(part.attributes));
            match part.kind {
                Kind::Type => self.add(format!("pub type {path}{}", self.bounds(&part)), &marks),
                Kind::Function => {
                    function::read(part.item).into_iter().for_each(|function| self.function(&path, &function, &marks));
                }
                _ => self.value("const", &path, part.target(), &marks),
            }
        }
    }

    fn bounds(&self, own: &Declaration<'_>) -> String {
        match own.bounds() {
            [] => String::new(),
            bounds => format!(": {}", self.show.text(bounds)),
        }
    }

    /// A function whose types only this crate can name is still there for others.
    fn function(&mut self, path: &str, function: &Function<'_, '_>, marks: &Marks) {
        let arguments =
            function.arguments.iter().map(|argument| self.argument(argument)).collect::<Vec<_>>().join(", ");
        let words = function.words.iter().filter(|word| ["async", "const"].contains(word));
        let words: String = words.map(|word| format!("{word} ")).collect();
        let generics = self.show.text(function.generics);
        let output = self.show.text(function.output);
        let output = if output.is_empty() { output } else { format!(" {output}") };
        let conditions = self.conditions(function.conditions);
        self.add(format!("pub {words}fn {path}{generics}({arguments}){output}{conditions}"), marks);
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
        if !attribute::holds(item.attributes) || self.show.is_private(item.for_type) {
            return;
        }
        let around = Marks { conditions: attribute::conditions(item.attributes), words: Vec::new() };
        let of = self.show.text(item.for_type);
        match item.of_trait {
            Some(path) if self.show.is_private(path) => {}
            Some(path) => self.trait_implementation(item, &self.show.text(path), &of, &around),
            None => token::items(item.parts).for_each(|part| self.inherent(part, &of, &around)),
        }
    }

    fn trait_implementation(&mut self, item: &Implementation<'_, '_>, of: &str, for_type: &str, around: &Marks) {
        let generics = self.show.text(item.generics) + &self.conditions(item.conditions);
        self.add(format!("impl{generics} {of} for {for_type}"), around);
        let types = token::items(item.parts).filter_map(declaration::read).filter(|part| part.kind == Kind::Type);
        for part in types {
            let target = self.show.text(part.target());
            self.add(format!("impl{generics} type <{for_type} as {of}>::{} = {target}", part.name), around);
        }
    }

    /// A part of an implementation that is not of a trait.
    fn inherent(&mut self, part: &[Token<'_>], of: &str, around: &Marks) {
        let own = declaration::read(part).filter(|own| own.is_public && attribute::holds(own.attributes));
        let Some(own) = own else { return };
        let (path, marks) = (format!("{of}::{}", own.name), Marks::of(own.attributes).under(&around.conditions));
        match function::read(own.item) {
            Some(function) => self.function(&path, &function, &marks),
            None => self.value("const", &path, own.target(), &marks),
        }
    }

    fn generics(&self, own: &Declaration<'_>) -> String {
        self.show.text(own.generics) + &self.conditions(own.conditions())
    }

    /// What stands behind an item that has these conditions.
    fn conditions(&self, tokens: &[Token<'_>]) -> String {
        let text = self.show.text(tokens);
        let conditions = text.trim_end_matches(',');
        if conditions.is_empty() { String::new() } else { format!(" {conditions}") }
    }

    fn add(&mut self, mut line: String, marks: &Marks) {
        for word in &marks.words {
            line.push_str(&format!(" #[{word}]"));
        }
        let conditions = [&self.module.conditions[..], &marks.conditions[..]].concat();
        self.lines.push(with(line, &conditions));
    }
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
