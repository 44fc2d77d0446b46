//! Turns a Smithy model into the source files of a Rust client crate: text in, file tree out. It never touches the disk.
//!
//! ```text
//! text --ast--> Ast --resolve--> Model --lower--> ir::Crate --emit--> files of items --render--> Tree
//! ```

pub mod api;
pub mod ast;
pub mod conformance;
pub mod diagnostic;
pub mod diff;
mod docs;
mod emit;
pub mod endpoint;
pub mod inspect;
mod ir;
mod jmespath;
mod lower;
mod manifest;
pub mod model;
mod names;
pub mod parallel;
mod protocol;
mod render;
pub mod resolve;
mod scaffold;
pub mod skip;
mod traits;

pub use docs::one_line;
pub use names::{CrateNameError, crate_name};
pub use scaffold::scaffold;

use diagnostic::{Diagnostics, Source};
use parallel::{each, hands};
use resolve::{Selection, Views, sound};
use std::collections::BTreeMap;

/// The files of a crate's `src/`: path with `/`, and text with `\n`.
pub type Tree = BTreeMap<String, String>;

/// What to generate from.
pub struct Request<'a> {
    /// The model; faults are shown with its path.
    pub source: &'a Source,
    /// How the first line of every generated file names the model: a path that is the same on every machine.
    pub model: &'a str,
    /// The service and its operations.
    pub selection: &'a Selection,
    /// Name of the Cargo package.
    pub package: &'a str,
    /// A file of Markdown written by hand with which the crate's documentation ends; its path below the crate's directory.
    pub page: Option<&'a str>,
}

/// Generates the sources of a crate.
///
/// # Errors
/// Everything that is wrong with the model or the selection, in the order of the source.
pub fn generate(request: &Request<'_>) -> Result<Tree, Diagnostics> {
    generate_noting(request, &mut Vec::new())
}

/// The same; adds a line to `unchecked` for each constraint that `validate()` cannot check, with the reason.
///
/// # Errors
/// As [`generate`].
pub fn generate_noting(request: &Request<'_>, unchecked: &mut Vec<String>) -> Result<Tree, Diagnostics> {
    let krate = crate_of(request)?;
    unchecked.extend(krate.unchecked.iter().cloned());
    Ok(tree(&krate))
}

fn crate_of(request: &Request<'_>) -> Result<ir::Crate, Diagnostics> {
    let mut log = Diagnostics::new();
    match attempt(request, &mut log) {
        Some(krate) => log.into_result(ir::Crate { page: request.page.map(str::to_owned), ..krate }),
        None => Err(log),
    }
}

/// Faults of one stage do not hide those of the next.
fn attempt(request: &Request<'_>, log: &mut Diagnostics) -> Option<ir::Crate> {
    let ast = ast::attempt(request.source, log)?;
    let mut model = log.go_on(|log| resolve::attempt(&ast, &Views::of(&ast, log), request.selection, log))?;
    let known = (!log.is_empty()).then(|| inspect::ways(&model));
    if known.is_some() {
        sound::keep(&mut model, log);
    }
    let krate = log.go_on(|log| lower::attempt(&model, request.package, request.model, log));
    if !log.is_empty() {
        let ways = known.unwrap_or_else(|| inspect::ways(&model));
        log.lead_to_unsupported(|shape| ways.get(shape).cloned());
    }
    Some(krate)
}

/// The manifest that makes a crate of the sources, which [`generate`] gave.
pub fn manifest(request: &Request<'_>, sources: &Tree) -> String {
    manifest::text(request.package, request.model, sources)
}

fn tree(krate: &ir::Crate) -> Tree {
    let file = |file: emit::File| (file.path.clone(), render::file(file, &krate.model));
    let make = |part: emit::Part<'_>| part.files(krate).into_iter().map(file).collect::<Vec<_>>();
    let files = each(0..hands(), emit::parts(krate), |_| make);
    let mut tree: Tree = files.into_iter().flatten().collect();
    let (modules, copies) = emit::support_modules(krate, tree.values().map(String::as_str));
    let root = emit::support_root(krate, &modules);
    tree.insert(root.path.clone(), render::file(root, &krate.model));
    tree.extend(copies.into_iter().map(|copy| (copy.path, copy.text)));
    tree
}
