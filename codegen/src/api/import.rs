//! The names that `use` brings into a module.

use super::module::Path;
use super::question;
use syn::{ItemUse, UseTree};

/// A name that `use` brings.
pub struct Import {
    pub path: Path,
    pub public: bool,
    pub conditions: Vec<String>,
}

/// The names that an item brings; a glob brings `*`.
pub fn imports(item: &ItemUse) -> Vec<(String, Import)> {
    let public = question::is_public(&item.vis) && !question::is_hidden(&item.attrs);
    let conditions = question::conditions(&item.attrs);
    let mut list = Vec::new();
    let mut todo = vec![(Vec::new(), &item.tree)];
    while let Some((mut path, tree)) = todo.pop() {
        match tree {
            UseTree::Path(part) => {
                path.push(part.ident.to_string());
                todo.push((path, &part.tree));
            }
            UseTree::Group(group) => todo.extend(group.items.iter().map(|tree| (path.clone(), tree))),
            UseTree::Name(_) | UseTree::Rename(_) | UseTree::Glob(_) => {
                let (last, name) = match tree {
                    UseTree::Name(part) => (part.ident.to_string(), part.ident.to_string()),
                    UseTree::Rename(part) => (part.ident.to_string(), part.rename.to_string()),
                    _ => ("*".to_owned(), "*".to_owned()),
                };
                let name = if last == "self" && name == "self" { path.last().cloned().unwrap_or(name) } else { name };
                path.extend(Some(last).filter(|last| !matches!(last.as_str(), "self" | "*")));
                list.push((name, Import { path, public, conditions: conditions.clone() }));
            }
        }
    }
    list
}
