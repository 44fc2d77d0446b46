//! The names that `use` brings into a module.

use super::attribute;
use super::module::Path;
use super::token::{self, Token, is_double_colon};

/// A name that `use` brings.
pub struct Import {
    pub path: Path,
    pub public: bool,
    pub conditions: Vec<String>,
}

/// The names that an item brings; a glob brings `*`.
pub fn imports(item: &[Token<'_>]) -> Vec<(String, Import)> {
    let attributes = &item[..token::attributes(item)];
    let public = token::is_public(item) && !attribute::is_hidden(attributes);
    let conditions = attribute::conditions(attributes);
    let mut names = Vec::new();
    let tree = token::head(item).get(1..).unwrap_or_default();
    leaves(&tree[..token::until(tree, |token| token.is(';'))], Vec::new(), &mut names);
    let import = |(name, path)| (name, Import { path, public, conditions: conditions.clone() });
    names.into_iter().map(import).collect()
}

/// Adds each name with its path.
fn leaves(tree: &[Token<'_>], mut path: Path, names: &mut Vec<(String, Path)>) {
    match tree {
        rest if is_double_colon(rest) => leaves(&rest[2..], path, names),
        [Token::Word(word), rest @ ..] if is_double_colon(rest) => {
            path.push((*word).to_owned());
            leaves(&rest[2..], path, names);
        }
        [Token::Group(_, inside)] => {
            token::parts(inside).into_iter().for_each(|part| leaves(part, path.clone(), names));
        }
        [star] if star.is('*') => names.push(("*".to_owned(), path)),
        [Token::Word(word), behind @ ..] => {
            // `self` is the module around.
            path.extend(Some((*word).to_owned()).filter(|word| word != "self"));
            let name = match behind {
                [Token::Word("as"), Token::Word(name)] => Some((*name).to_owned()),
                _ => path.last().cloned(),
            };
            names.push((name.unwrap_or_default(), path));
        }
        _ => {}
    }
}
