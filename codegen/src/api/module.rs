//! The modules of a crate: items with the crate's own macros expanded, and what each name in them stands for.

use super::condition;
use super::import::{Import, imports};
use super::macros::{self, Macros};
use super::question::{
    Parts, absolute, attributes, conditional, conditional_part, conditions, has_call, is_hidden, is_public,
    module_path, name, parse,
};
use crate::Tree;
use proc_macro2::{Group, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use syn::{ImplItem, Item};

/// Segments of a path below the crate.
pub type Path = Vec<String>;

/// A crate.
pub struct Crate {
    pub macros: Macros,
    pub modules: BTreeMap<Path, Module>,
}

/// A module, whether in a file or in braces.
#[derive(Default)]
pub struct Module {
    /// Without modules, imports and macros.
    pub items: Vec<Item>,
    /// Names of the items.
    pub names: BTreeSet<String>,
    /// By the names that they bring.
    pub imports: BTreeMap<String, Import>,
    /// Imports of all that a module has.
    pub globs: Vec<Import>,
    /// Names of the modules in it, and whether they are `pub`.
    pub children: BTreeMap<String, bool>,
    /// `cfg` attributes of the module and of those around it.
    pub conditions: Vec<String>,
}

/// What a path stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    Module(Path),
    /// An item by the module that declares it, and what follows behind it.
    Item(Path, String, Path),
    /// Of another crate, with the `cfg` attributes of the imports on the way to it.
    Foreign(Path, Vec<String>),
}

impl Found {
    /// By an import that has these conditions.
    fn under(self, conditions: &[String]) -> Self {
        match self {
            Found::Foreign(path, more) => Found::Foreign(path, [conditions, &more[..]].concat()),
            found => found,
        }
    }
}

impl Crate {
    /// Reads the files of a crate's `src/`.
    ///
    /// # Panics
    /// If they are no Rust.
    pub fn of(sources: &Tree) -> Self {
        let parsed = sources.iter().filter(|(path, _)| path.ends_with(".rs")).map(|(path, text)| {
            let file = macros::file(text);
            (module_path(path), file.unwrap_or_else(|error| panic!("bug of the generator: {path} is no Rust: {error}")))
        });
        let files: Vec<(Path, syn::File)> = parsed.collect();
        let mut krate = Crate { macros: Macros::default(), modules: BTreeMap::new() };
        for (path, file) in &files {
            krate.define(path, &file.items);
        }
        for (path, file) in files {
            krate.fill(&path, file.items);
        }
        krate.hand_down();
        krate
    }

    /// Collects the macros.
    fn define(&mut self, module: &[String], items: &[Item]) {
        for item in items {
            if let Item::Macro(definition) = item
                && let Some(name) = definition.ident.as_ref().filter(|_| definition.mac.path.is_ident("macro_rules"))
            {
                self.macros.define(module, name, definition.mac.tokens.clone());
            }
        }
    }

    fn fill(&mut self, path: &[String], items: Vec<Item>) {
        let mut module = self.modules.remove(path).unwrap_or_default();
        // Imports first: calls of macros go by them.
        let items = items.into_iter().filter(|item| condition::holds(attributes(item)));
        let (uses, items): (Vec<Item>, Vec<Item>) = items.partition(|item| matches!(item, Item::Use(_)));
        for item in uses.into_iter().chain(items) {
            self.add(path, item, &mut module);
        }
        self.modules.insert(path.to_vec(), module);
    }

    fn add(&mut self, path: &[String], item: Item, module: &mut Module) {
        match item {
            Item::Mod(child) => {
                let name = child.ident.to_string();
                let mut inner = path.to_vec();
                inner.push(name.clone());
                module.children.insert(name, is_public(&child.vis) && !is_hidden(&child.attrs));
                let known = self.modules.entry(inner.clone()).or_default();
                known.conditions = conditions(&child.attrs);
                if let Some((_, items)) = child.content {
                    self.fill(&inner, items);
                }
            }
            Item::Use(item) => imports(&item).into_iter().for_each(|(name, import)| match name.as_str() {
                "*" => module.globs.push(import),
                _ => drop(module.imports.insert(name, import)),
            }),
            Item::Macro(call) => {
                let expanded = self.call(path, &module.imports, &call.mac);
                let items = expanded.map(|tokens| parse::<syn::File>(tokens).items);
                let items = items.into_iter().flatten().filter(|item| condition::holds(attributes(item)));
                let items = items.map(|item| conditional(&call.attrs, item));
                items.for_each(|item| self.add(path, item, module));
            }
            Item::Impl(mut item) => {
                item.items = self.complete(path, &module.imports, item.items);
                module.items.push(Item::Impl(item));
            }
            item => {
                module.names.extend(name(&item).map(ToString::to_string));
                module.items.push(item);
            }
        }
    }

    fn call(&self, module: &[String], imports: &BTreeMap<String, Import>, call: &syn::Macro) -> Option<TokenStream> {
        let path: Path = call.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.expand(module, imports, &path, call.tokens.clone())
    }

    /// What a call in a module becomes.
    fn expand(
        &self,
        module: &[String],
        imports: &BTreeMap<String, Import>,
        path: &Path,
        input: TokenStream,
    ) -> Option<TokenStream> {
        let full = match &path[..] {
            [name] => match imports.get(name).filter(|import| import.path.len() > 1) {
                Some(import) => absolute(module, &import.path),
                None => [module, path].concat(),
            },
            _ => absolute(module, path),
        };
        let (name, home) = full.split_last()?;
        self.macros.expand(home, name, input)
    }

    /// Expands the calls among the items of an `impl`.
    fn complete(&self, module: &[String], imports: &BTreeMap<String, Import>, parts: Vec<ImplItem>) -> Vec<ImplItem> {
        let mut done = Vec::new();
        for part in parts {
            let ImplItem::Macro(call) = &part else {
                done.push(part);
                continue;
            };
            if !condition::holds(&call.attrs) {
                continue;
            }
            let Some(tokens) = self.call(module, imports, &call.mac) else { continue };
            let inner = self.complete(module, imports, parse::<Parts>(tokens).0);
            done.extend(inner.into_iter().map(|part| conditional_part(&call.attrs, part)));
        }
        done
    }

    /// Expands the calls within tokens, such as those that stand for types.
    pub fn expanded(&self, module: &[String], tokens: TokenStream) -> TokenStream {
        if !has_call(&tokens) {
            return tokens;
        }
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let Some(home) = self.modules.get(module) else { return trees.into_iter().collect() };
        let (mut output, mut at) = (TokenStream::new(), 0);
        while at < trees.len() {
            let expansion = macros::call(&trees[at..])
                .and_then(|call| Some((self.expand(module, &home.imports, &call.path, call.input)?, call.length)));
            if let Some((tokens, length)) = expansion {
                output.extend(self.expanded(module, tokens));
                at += length;
                continue;
            }
            match &trees[at] {
                TokenTree::Group(group) => {
                    output.extend(
                        [Group::new(group.delimiter(), self.expanded(module, group.stream()))].map(TokenTree::from),
                    );
                }
                tree => output.extend([tree.clone()]),
            }
            at += 1;
        }
        output
    }

    /// What a path in a module stands for; nothing for names that are everywhere, such as `Option`, and for parameters.
    pub fn resolve(&self, module: &[String], path: &[String]) -> Option<Found> {
        let rooted = path.len() > 1 && matches!(path[0].as_str(), "crate" | "self" | "super");
        if rooted {
            return self.inside(&absolute(module, path), 0);
        }
        let first = path.first()?;
        let home = self.modules.get(module)?;
        let known = home.children.contains_key(first) || home.names.contains(first) || home.imports.contains_key(first);
        if known {
            return self.inside(&[module, path].concat(), 0);
        }
        let by_glob = home.globs.iter().find_map(|glob| match self.resolve(module, &glob.path)? {
            Found::Module(target) => self.inside(&[&target[..], path].concat(), 0),
            Found::Item(..) | Found::Foreign(..) => None,
        });
        if by_glob.is_some() {
            return by_glob;
        }
        (path.len() > 1 && path[0] != "Self").then(|| Found::Foreign(path.to_vec(), Vec::new()))
    }

    /// What a path below the crate stands for. Imports may lead from one to the next, but not for ever.
    fn inside(&self, path: &[String], depth: usize) -> Option<Found> {
        let mut home: Path = Vec::new();
        for (at, segment) in path.iter().enumerate() {
            let module = self.modules.get(&home)?;
            let rest = &path[at + 1..];
            if module.names.contains(segment) {
                return Some(Found::Item(home, segment.clone(), rest.to_vec()));
            }
            if module.children.contains_key(segment) {
                home.push(segment.clone());
                continue;
            }
            let (import, rest) = match module.imports.get(segment).filter(|_| depth < 16) {
                Some(import) => (import, rest),
                None => (module.globs.first().filter(|_| depth < 16)?, &path[at..]),
            };
            let target = [&import.path[..], rest].concat();
            let found = match target[0].as_str() {
                "crate" | "self" | "super" => self.inside(&absolute(&home, &target), depth + 1),
                first if module.children.contains_key(first) => {
                    self.inside(&[&home[..], &target[..]].concat(), depth + 1)
                }
                _ => Some(Found::Foreign(target, Vec::new())),
            };
            return found.map(|found| found.under(&import.conditions));
        }
        Some(Found::Module(home))
    }

    /// What a module is only under a condition, those in it are, too.
    fn hand_down(&mut self) {
        let own: BTreeMap<Path, Vec<String>> =
            self.modules.iter().map(|(path, module)| (path.clone(), module.conditions.clone())).collect();
        for (path, module) in &mut self.modules {
            let above = (0..path.len()).filter_map(|length| own.get(&path[..length])).flatten().cloned();
            module.conditions = above.chain(own[path].iter().cloned()).collect();
        }
    }
}
