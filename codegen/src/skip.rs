//! Finds the operations that cannot be generated yet, so that they can be left out.

use crate::ast::{self, Ast};
use crate::diagnostic::{Diagnostics, Source};
use crate::lower;
use crate::resolve::{self, Operations, Selection, Views};

/// A selection without what cannot be generated.
pub struct Supported {
    /// The operations that are left.
    pub selection: Selection,
    /// The others, in the order of their names.
    pub skipped: Vec<Skipped>,
}

/// An operation that is left out.
pub struct Skipped {
    /// Its name.
    pub operation: String,
    /// What is not supported.
    pub reason: String,
}

/// The selection without what cannot be generated; as it is if that leaves nothing, or something else is wrong.
pub fn narrowed(source: &Source, selection: &Selection) -> Selection {
    supported(source, selection).map_or_else(|_| selection.clone(), |supported| supported.selection)
}

/// Narrows a selection to what can be generated.
///
/// # Errors
/// What is wrong with the model or the selection, other than that something is not supported; and if nothing is left.
pub fn supported(source: &Source, selection: &Selection) -> Result<Supported, Diagnostics> {
    let ast = ast::parse(source)?;
    let mut log = Diagnostics::new();
    let views = Views::of(&ast, &mut log);
    log.into_result(())?;
    let faults = match check(&ast, &views, selection) {
        Err(faults) if faults.sorted().iter().any(|fault| fault.code.is_unsupported()) => faults,
        // Leaving out operations mends nothing else.
        _ => return Ok(Supported { selection: selection.clone(), skipped: Vec::new() }),
    };
    let (mut names, mut skipped) = (Vec::new(), Vec::new());
    for id in resolve::selected(&ast, selection)? {
        let only = Operations::Named(vec![id.to_string()]);
        let only = Selection { service: selection.service.clone(), operations: only };
        match check(&ast, &views, &only).err().and_then(|faults| reason(&faults)) {
            Some(reason) => skipped.push(Skipped { operation: id.name().to_owned(), reason }),
            None => names.push(id.to_string()),
        }
    }
    if names.is_empty() {
        return Err(faults);
    }
    let selection = Selection { service: selection.service.clone(), operations: Operations::Named(names) };
    Ok(Supported { selection, skipped })
}

fn check(ast: &Ast<'_>, views: &Views<'_, '_>, selection: &Selection) -> Result<(), Diagnostics> {
    let model = resolve::resolve_in(ast, views, selection, Diagnostics::new())?;
    lower::lower(&model, "", "").map(drop)
}

/// Why an operation is not supported, if that is all that is wrong with it.
pub(crate) fn reason(faults: &Diagnostics) -> Option<String> {
    let faults = faults.sorted();
    let first = faults.first().filter(|_| faults.iter().all(|fault| fault.code.is_unsupported()))?;
    Some(format!("{}: {}", first.message, first.label))
}
