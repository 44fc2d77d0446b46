//! Finds collections of collections that are nested too deeply to become a type.

use crate::ast::ShapeId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Kind, Member, Model};
use std::collections::BTreeSet;

/// Lists and maps may be nested so deep; the type of each level stands within that of the level above.
const LIMIT: usize = 32;

/// Reports every member whose type would be nested too deeply, and gives the lists and maps that are.
pub fn check<'a>(model: &'a Model, diagnostics: &mut Diagnostics) -> BTreeSet<&'a ShapeId> {
    let too_deep: BTreeSet<_> = model.shapes.keys().filter(|id| is_too_deep(model, id)).collect();
    for shape in model.shapes.values() {
        for member in members(&shape.kind).iter().filter(|member| too_deep.contains(&member.target)) {
            let message = format!("lists and maps are nested deeper than {LIMIT} levels");
            diagnostics.push(
                Diagnostic::new(Code::UnsupportedShape, member.span, message)
                    .label("the type of this member")
                    .help("put a structure in between")
                    .shape(&shape.id),
            );
        }
    }
    too_deep
}

fn members(kind: &Kind) -> &[Member] {
    if let Kind::Structure(structure) = kind {
        &structure.members
    } else if let Kind::Union(members) = kind {
        members
    } else {
        &[]
    }
}

fn is_too_deep(model: &Model, target: &ShapeId) -> bool {
    let mut target = target;
    for _ in 0..=LIMIT {
        let kind = &model.shapes[target].kind;
        let (Kind::List { member, .. } | Kind::Map { value: member, .. }) = kind else { return false };
        target = &member.target;
    }
    true
}
