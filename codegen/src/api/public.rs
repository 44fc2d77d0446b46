//! The paths under which other crates reach the items of a crate.

use super::module::{Crate, Found, Module, Path};
use std::collections::{BTreeMap, BTreeSet};

/// What is public, and where.
pub struct Public {
    /// Home module and name of each item, with the path to call it by.
    items: BTreeMap<(Path, String), Path>,
    /// Public modules, with the path to call them by.
    pub modules: BTreeMap<Path, Path>,
    /// Further names: the public path, what it stands for, and `cfg` attributes.
    pub reexports: BTreeSet<(Path, Path, Vec<String>)>,
}

impl Public {
    /// Walks from the crate's root.
    pub fn of(krate: &Crate<'_>) -> Self {
        let mut walk = Walk { krate, seen: BTreeSet::new(), names: BTreeMap::new(), foreign: BTreeSet::new() };
        walk.module(&Vec::new(), &Vec::new());
        let Walk { seen, names, foreign, .. } = walk;
        let mut public = Public { items: BTreeMap::new(), modules: BTreeMap::new(), reexports: foreign };
        for (home, path) in seen {
            public.modules.entry(home).or_insert(path);
        }
        for ((home, name), mut paths) in names {
            // The declaration comes first, then the shortest path.
            paths.sort_by_key(|(path, conditions)| {
                let declared = path.split_last().is_some_and(|(last, above)| *last == name && above == home);
                (!declared, path.len(), path.clone(), conditions.clone())
            });
            let (best, _) = paths[0].clone();
            let others = paths.into_iter().skip(1).filter(|(path, _)| *path != best);
            public.reexports.extend(others.map(|(path, conditions)| (path, best.clone(), conditions)));
            public.items.insert((home, name), best);
        }
        public
    }

    /// The path of an item for other crates, if they can reach it.
    pub fn path(&self, home: &[String], name: &str) -> Option<&Path> {
        self.items.get(&(home.to_vec(), name.to_owned()))
    }
}

/// Public paths of an item, each with `cfg` attributes.
type Places = Vec<(Path, Vec<String>)>;

struct Walk<'k> {
    krate: &'k Crate<'k>,
    /// Modules with their public path.
    seen: BTreeSet<(Path, Path)>,
    names: BTreeMap<(Path, String), Places>,
    foreign: BTreeSet<(Path, Path, Vec<String>)>,
}

impl Walk<'_> {
    fn module(&mut self, home: &Path, path: &Path) {
        let Some(module) = self.krate.modules.get(home) else { return };
        if self.seen.insert((home.clone(), path.clone())) {
            self.contents(home, module, path, &[]);
        }
    }

    /// What a module has, under the path of that module or of one that has it all by a glob: with these conditions.
    fn contents(&mut self, home: &Path, module: &Module<'_>, path: &Path, around: &[String]) {
        for (name, _) in module.children.iter().filter(|(_, public)| **public) {
            self.module(&below(home, name), &below(path, name));
        }
        for name in module.declarations.iter().filter(|own| own.is_public).map(|own| own.name.to_owned()) {
            let place = (below(path, &name), around.to_vec());
            self.names.entry((home.clone(), name)).or_default().push(place);
        }
        for glob in module.globs.iter().filter(|import| import.public) {
            let conditions = [around, &module.conditions[..], &glob.conditions[..]].concat();
            match self.krate.resolve(home, &glob.path) {
                Some(Found::Module(target)) if target != *home => {
                    self.contents(&target, &self.krate.modules[&target], path, &conditions);
                }
                Some(Found::Foreign(target, more)) => {
                    self.foreign.insert((below(path, "*"), below(&target, "*"), [conditions, more].concat()));
                }
                Some(Found::Module(_) | Found::Item(..)) | None => {}
            }
        }
        for (name, import) in module.imports.iter().filter(|(_, import)| import.public) {
            let place = below(path, name);
            let conditions = [around, &module.conditions[..], &import.conditions[..]].concat();
            match self.krate.resolve(home, &import.path) {
                Some(Found::Item(home, name, _)) => {
                    self.names.entry((home, name)).or_default().push((place, conditions))
                }
                Some(Found::Module(home)) => self.module(&home, &place),
                Some(Found::Foreign(target, more)) => {
                    self.foreign.insert((place, target, [conditions, more].concat()));
                }
                None => {}
            }
        }
    }
}

fn below(path: &[String], name: &str) -> Path {
    [path, &[name.to_owned()]].concat()
}
