//! The modules of a crate: items with the crate's own macros expanded, and what each name in them stands for.

use super::attribute;
use super::declaration::{self, Declaration};
use super::expand::Expand;
use super::import::{Import, imports};
use super::lean;
use super::macros::Macros;
use super::token::{self, Token};
use crate::Tree;
use crate::parallel::{each, hands};
use bumpalo::Bump;
use std::collections::{BTreeMap, BTreeSet};

/// Segments of a path below the crate.
pub type Path = Vec<String>;

/// A crate.
pub struct Crate<'a> {
    pub modules: BTreeMap<Path, Module<'a>>,
}

/// A module, whether in a file or in braces.
#[derive(Default)]
pub struct Module<'a> {
    pub declarations: Vec<Declaration<'a>>,
    pub implementations: Vec<&'a [Token<'a>]>,
    /// Names of what is declared.
    pub names: BTreeSet<&'a str>,
    /// By the names that they bring.
    pub imports: BTreeMap<String, Import>,
    /// Imports of all that a module has.
    pub globs: Vec<Import>,
    /// Names of the modules in it, and whether they are `pub`.
    pub children: BTreeMap<String, bool>,
    /// `cfg` attributes of the module and of those around it.
    pub conditions: Vec<String>,
}

impl Module<'_> {
    /// Adds what another file has of the module.
    fn merge(&mut self, other: Self) {
        self.declarations.extend(other.declarations);
        self.implementations.extend(other.implementations);
        self.names.extend(other.names);
        self.imports.extend(other.imports);
        self.globs.extend(other.globs);
        self.children.extend(other.children);
        self.conditions.extend(other.conditions);
    }
}

/// A file: the path of its module, and its tokens.
type File<'a> = (Path, Vec<Token<'a>>);

/// Where tokens are kept: one arena for each thread.
pub struct Arenas {
    reading: Vec<Bump>,
    defining: Bump,
    expanding: Vec<Bump>,
}

impl Arenas {
    /// Empty ones.
    pub fn new() -> Self {
        let some = || (0..hands()).map(|_| Bump::new()).collect();
        Self { reading: some(), defining: Bump::new(), expanding: some() }
    }
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
    /// Reads the files of a crate's `src/`; the tokens are kept in the arenas.
    ///
    /// # Panics
    /// If they are no Rust.
    pub fn of(sources: &'a Tree, arenas: &'a mut Arenas) -> Self {
        let Arenas { reading, defining, expanding } = arenas;
        let files = sources.iter().filter(|(path, _)| path.ends_with(".rs"));
        let files = each(reading, files, |arena| {
            let arena: &'a Bump = arena;
            move |file| read(file, arena)
        });
        let mut macros = Macros::default();
        files.iter().for_each(|(path, tokens)| macros.define(path, tokens, defining));
        let parts = each(expanding, &files, |arena| {
            let (arena, macros): (&'a Bump, _) = (arena, &macros);
            move |file| Self::part(file, macros, arena)
        });
        let mut krate = Crate { modules: BTreeMap::new() };
        for (path, module) in parts.into_iter().flat_map(|part| part.modules) {
            krate.modules.entry(path).or_default().merge(module);
        }
        krate.hand_down();
        krate
    }

    /// What a file has.
    fn part((path, tokens): &File<'a>, macros: &Macros<'a>, arena: &'a Bump) -> Self {
        let (mut krate, mut module) = (Crate { modules: BTreeMap::new() }, Module::default());
        // Imports first: calls of macros go by them.
        let (uses, items): (Vec<_>, Vec<_>) =
            token::items(tokens).partition(|item| matches!(token::head(item), [Token::Word("use"), ..]));
        krate.fill(path, arena.alloc_slice_copy(&uses.concat()), &mut module);
        let expand = Expand { macros, arena, module: path, imports: &module.imports };
        let items = expand.items(&items.concat());
        krate.fill(path, arena.alloc_slice_copy(&items), &mut module);
        krate.modules.insert(path.clone(), module);
        krate
    }

    fn fill(&mut self, path: &[String], items: &'a [Token<'a>], module: &mut Module<'a>) {
        for item in token::items(items) {
            let attributes = &item[..token::attributes(item)];
            match token::head(item) {
                [Token::Word("impl"), ..] => module.implementations.push(item),
                [Token::Word("macro_rules"), ..] => {}
                _ if !attribute::holds(attributes) => {}
                [Token::Word("mod"), Token::Word(name), inside, ..] => {
                    let is_public = token::is_public(item) && !attribute::is_hidden(attributes);
                    module.children.insert((*name).to_owned(), is_public);
                    let inner = [path, &[(*name).to_owned()]].concat();
                    let mut known = self.modules.remove(&inner).unwrap_or_default();
                    known.conditions = attribute::conditions(attributes);
                    self.fill(&inner, inside.inside(), &mut known);
                    self.modules.insert(inner, known);
                }
                [Token::Word("use"), ..] => imports(item).into_iter().for_each(|(name, import)| match name.as_str() {
                    "*" => module.globs.push(import),
                    _ => drop(module.imports.insert(name, import)),
                }),
                _ => {
                    let declaration = declaration::read(item);
                    module.names.extend(declaration.iter().map(|declaration| declaration.name));
                    module.declarations.extend(declaration);
                }
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
        let known = home.children.contains_key(first)
            || home.names.contains(first.as_str())
            || home.imports.contains_key(first);
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
            if module.names.contains(segment.as_str()) {
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

fn read<'a>((path, text): (&String, &'a String), arena: &'a Bump) -> File<'a> {
    let tokens = token::read(text, arena).map(|tokens| lean::tokens(&tokens, arena));
    (module_path(path), tokens.unwrap_or_else(|| panic!("bug of the generator: {path} is no Rust")))
}

fn module_path(file: &str) -> Path {
    match file.trim_end_matches(".rs") {
        "lib" => Vec::new(),
        path => path.split('/').map(str::to_owned).collect(),
    }
}

/// A path that begins with `crate`, `self` or `super`, as one below the crate.
pub fn absolute(module: &[String], path: &[String]) -> Path {
    let mut base = module.to_vec();
    let mut rest = path;
    while let Some((first, others)) = rest.split_first() {
        match first.as_str() {
            "crate" => base.clear(),
            "self" => {}
            "super" => {
                base.pop();
            }
            _ => break,
        }
        rest = others;
    }
    base.extend_from_slice(rest);
    base
}
