//! Decides which members of shapes that contain themselves are boxed: as few as it takes.
//!
//! As in the official crates, each cycle that no box and no list or map interrupts gets one box, at the member with the
//! first id. [`crate::resolve`] has marked the members that are on a cycle at all.

use crate::ast::ShapeId;
use crate::model::{Kind, Member, Model, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// The members that are boxed.
pub struct Boxes(BTreeSet<ShapeId>);

impl Boxes {
    /// Finds cycles until none is left.
    pub fn of(model: &Model) -> Self {
        let mut boxed = BTreeSet::new();
        let edges = edges(model);
        while let Some(member) = cycle(&edges, &boxed).and_then(|cycle| cycle.into_iter().min()) {
            boxed.insert(member);
        }
        Self(boxed)
    }

    /// Whether this member is boxed.
    pub fn has(&self, shape: &Shape, member: &Member) -> bool {
        member.recursive && self.0.contains(&shape.id.with_member(&member.name))
    }
}

/// The members on cycles, by their shape, each with its id and its target.
type Edges<'m> = BTreeMap<&'m ShapeId, Vec<(ShapeId, &'m ShapeId)>>;

fn edges(model: &Model) -> Edges<'_> {
    let mut edges = Edges::new();
    for shape in model.shapes.values() {
        let (Kind::Structure(crate::model::Structure { members, .. }) | Kind::Union(members)) = &shape.kind else {
            continue;
        };
        let recursive = members.iter().filter(|member| member.recursive);
        let own: Vec<_> = recursive.map(|member| (shape.id.with_member(&member.name), &member.target)).collect();
        if !own.is_empty() {
            edges.insert(&shape.id, own);
        }
    }
    edges
}

/// The members of a cycle without boxes. The search keeps its own stack: chains of members may be long.
fn cycle(edges: &Edges<'_>, boxed: &BTreeSet<ShapeId>) -> Option<Vec<ShapeId>> {
    let mut done = BTreeSet::new();
    for root in edges.keys() {
        let mut path: Vec<(&ShapeId, usize)> = if done.contains(root) { vec![] } else { vec![(root, 0)] };
        let mut open = BTreeSet::from([*root]);
        while let Some((shape, next)) = path.last_mut() {
            let Some((member, target)) = edges.get(*shape).and_then(|members| members.get(*next)) else {
                open.remove(*shape);
                done.insert(*shape);
                path.pop();
                continue;
            };
            *next += 1;
            if boxed.contains(member) || done.contains(target) {
                continue;
            }
            if open.insert(target) {
                path.push((target, 0));
                continue;
            }
            let from = path.iter().position(|(shape, _)| shape == target)?;
            return Some(path[from..].iter().map(|(shape, next)| edges[shape][next - 1].0.clone()).collect());
        }
    }
    None
}
