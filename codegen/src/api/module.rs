//! The modules of a crate: items with the crate's own macros expanded, and what each name in them stands for.

use super::condition;
use super::expand::Expand;
use super::import::{Import, imports};
use super::lean;
use super::macros::Macros;
use super::question::{absolute, attributes, conditions, is_hidden, is_public, module_path, name};
use super::token::{self, Token};
use crate::Tree;
use proc_macro2::Spacing;
use std::collections::{BTreeMap, BTreeSet};
use syn::Item;

/// Segments of a path below the crate.
pub type Path = Vec<String>;

/// A crate.
pub struct Crate<'a> {
    pub modules: BTreeMap<Path, Module<'a>>,
}

/// A module, whether in a file or in braces.
#[derive(Default)]
pub struct Module<'a> {
    /// Without modules, imports and macros.
    pub items: Vec<Item>,
    /// Of what tables become most are these, which need no parser.
    pub implementations: Vec<Vec<Token<'a>>>,
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

impl<'a> Crate<'a> {
    /// Reads the files of a crate's `src/`.
    ///
    /// # Panics
    /// If they are no Rust.
    pub fn of(sources: &'a Tree) -> Self {
        let read = sources.iter().filter(|(path, _)| path.ends_with(".rs")).map(|(path, text)| {
            let tokens = token::read(text).map(|tokens| lean::tokens(&tokens));
            (path, module_path(path), tokens.unwrap_or_else(|| panic!("bug of the generator: {path} is no Rust")))
        });
        let files: Vec<(&String, Path, Vec<Token<'a>>)> = read.collect();
        let mut macros = Macros::default();
        files.iter().for_each(|(_, path, tokens)| macros.define(path, tokens));
        let mut krate = Crate { modules: BTreeMap::new() };
        for (file, path, tokens) in &files {
            // Imports first: calls of macros go by them.
            let (uses, items): (Vec<_>, Vec<_>) =
                token::items(tokens).partition(|item| matches!(token::head(item), [Token::Word("use"), ..]));
            let mut module = krate.modules.remove(path).unwrap_or_default();
            krate.fill(file, path, &uses.concat(), &mut module);
            let expand = Expand { macros: &macros, module: path, imports: &module.imports };
            krate.fill(file, path, &expand.items(&items.concat()), &mut module);
            krate.modules.insert(path.clone(), module);
        }
        krate.hand_down();
        krate
    }

    fn fill(&mut self, file: &str, path: &[String], items: &[Token<'a>], module: &mut Module<'a>) {
        for tokens in token::items(items) {
            match token::head(tokens) {
                [Token::Word("macro_rules"), ..] => {}
                [Token::Word("impl"), ..] => module.implementations.push(tokens.to_vec()),
                [Token::Word("mod"), Token::Word(_), inside @ Token::Group(..)] => {
                    let semicolon = Token::Punct(';', Spacing::Alone);
                    let head = &tokens[..tokens.len() - 1];
                    self.add(file, path, parse(file, &[head, &[semicolon]].concat()), Some(inside), module);
                }
                _ => self.add(file, path, parse(file, tokens), None, module),
            }
        }
    }

    fn add(&mut self, file: &str, path: &[String], item: Item, inside: Option<&Token<'a>>, module: &mut Module<'a>) {
        if !condition::holds(attributes(&item)) {
            return;
        }
        match item {
            Item::Mod(child) => {
                let name = child.ident.to_string();
                let mut inner = path.to_vec();
                inner.push(name.clone());
                module.children.insert(name, is_public(&child.vis) && !is_hidden(&child.attrs));
                let mut known = self.modules.remove(&inner).unwrap_or_default();
                known.conditions = conditions(&child.attrs);
                if let Some(Token::Group(_, items)) = inside {
                    self.fill(file, &inner, items, &mut known);
                }
                self.modules.insert(inner, known);
            }
            Item::Use(item) => imports(&item).into_iter().for_each(|(name, import)| match name.as_str() {
                "*" => module.globs.push(import),
                _ => drop(module.imports.insert(name, import)),
            }),
            item => {
                module.names.extend(name(&item).map(ToString::to_string));
                module.items.push(item);
            }
        }
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

fn parse(file: &str, item: &[Token<'_>]) -> Item {
    syn::parse2(token::stream(item)).unwrap_or_else(|error| panic!("bug of the generator: {file} is no Rust: {error}"))
}
