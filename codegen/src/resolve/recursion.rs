//! Finds shapes that lead back to themselves: structures and unions, which must be boxed, and lists and maps, which
//! must not.

use crate::ast::ShapeId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Kind, Member, Shape, Structure};
use std::collections::BTreeMap;

/// Marks members that lead back to their structure or union without a list or map in between; reports and removes lists
/// and maps that lead back to themselves without a structure or union in between.
pub fn mark(shapes: &mut BTreeMap<ShapeId, Shape>, log: &mut Diagnostics) {
    let cycles = Cycles::of(shapes);
    shapes.retain(|_, shape| {
        let own = cycles.component(&shape.id);
        if let Some(members) = members_mut(&mut shape.kind) {
            members.iter_mut().for_each(|member| member.recursive = own == cycles.component(&member.target));
        } else if elements(&shape.kind).any(|target| cycles.component(target) == own) {
            log.push(
                Diagnostic::new(Code::EndlessType, shape.span, format!("`{}` contains itself", shape.id.name()))
                    .label("has no end")
                    .help("let a structure or union stand in between")
                    .shape(&shape.id),
            );
            return false;
        }
        true
    });
}

/// Which shapes lie on the same cycles. Cycles of structures and unions and cycles of lists and maps do not mix.
struct Cycles {
    index: BTreeMap<ShapeId, usize>,
    components: Vec<usize>,
}

impl Cycles {
    fn of(shapes: &BTreeMap<ShapeId, Shape>) -> Self {
        let index: BTreeMap<_, _> = shapes.keys().cloned().zip(0..).collect();
        let edges = |shape: &Shape| {
            let aggregate = members(&shape.kind).is_some();
            let inner = members(&shape.kind).unwrap_or_default().iter().map(|member| &member.target);
            let targets = inner.chain(elements(&shape.kind));
            let alike = |id: &&ShapeId| {
                shapes.get(*id).is_some_and(|target| match members(&target.kind) {
                    Some(_) => aggregate,
                    None => !aggregate && elements(&target.kind).next().is_some(),
                })
            };
            targets.filter(alike).filter_map(|id| index.get(id).copied()).collect()
        };
        let graph: Vec<Vec<usize>> = shapes.values().map(edges).collect();
        Self { components: components(&graph), index }
    }

    /// The number of the cycles that a shape lies on; a shape on no cycle has a number of its own.
    fn component(&self, id: &ShapeId) -> Option<usize> {
        self.index.get(id).map(|at| self.components[*at])
    }
}

/// Strongly connected components by Tarjan's algorithm, with a stack of its own: chains of members may be long.
fn components(graph: &[Vec<usize>]) -> Vec<usize> {
    const NONE: usize = usize::MAX;
    let (mut order, mut low, mut component) = (vec![NONE; graph.len()], vec![0; graph.len()], vec![NONE; graph.len()]);
    let (mut next, mut open) = (0, Vec::new());
    for root in 0..graph.len() {
        let mut stack = if order[root] == NONE { vec![(root, 0)] } else { vec![] };
        while let Some((node, edge)) = stack.last_mut() {
            let node = *node;
            if *edge == 0 && order[node] == NONE {
                (order[node], low[node]) = (next, next);
                next += 1;
                open.push(node);
            }
            if let Some(target) = graph[node].get(*edge).copied() {
                *edge += 1;
                match order[target] {
                    NONE => stack.push((target, 0)),
                    seen if component[target] == NONE => low[node] = low[node].min(seen),
                    _closed => {}
                }
                continue;
            }
            stack.pop();
            if let Some((parent, _)) = stack.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
            if low[node] == order[node] {
                let from = open.iter().rposition(|member| *member == node).unwrap_or(0);
                open.drain(from..).for_each(|member| component[member] = node);
            }
        }
    }
    component
}

fn members(kind: &Kind) -> Option<&[Member]> {
    match kind {
        Kind::Structure(Structure { members, .. }) | Kind::Union(members) => Some(members),
        Kind::Blob | Kind::Boolean | Kind::String | Kind::Timestamp(_) | Kind::Document => None,
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::Float | Kind::Double => None,
        Kind::BigInteger | Kind::BigDecimal | Kind::Enum(_) | Kind::IntEnum(_) => None,
        Kind::List { .. } | Kind::Map { .. } => None,
    }
}

fn members_mut(kind: &mut Kind) -> Option<&mut Vec<Member>> {
    match kind {
        Kind::Structure(Structure { members, .. }) | Kind::Union(members) => Some(members),
        Kind::Blob | Kind::Boolean | Kind::String | Kind::Timestamp(_) | Kind::Document => None,
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::Float | Kind::Double => None,
        Kind::BigInteger | Kind::BigDecimal | Kind::Enum(_) | Kind::IntEnum(_) => None,
        Kind::List { .. } | Kind::Map { .. } => None,
    }
}

/// What a list or map holds.
fn elements(kind: &Kind) -> impl Iterator<Item = &ShapeId> {
    let element = match kind {
        Kind::List { member, .. } => Some(&member.target),
        Kind::Map { value, .. } => Some(&value.target),
        Kind::Blob | Kind::Boolean | Kind::String | Kind::Timestamp(_) | Kind::Document => None,
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::Float | Kind::Double => None,
        Kind::BigInteger | Kind::BigDecimal | Kind::Enum(_) | Kind::IntEnum(_) => None,
        Kind::Structure(_) | Kind::Union(_) => None,
    };
    element.into_iter()
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn cycles_share_a_component() {
        let graph = [vec![1], vec![2, 3], vec![0], vec![3], vec![0]];
        let found = components(&graph);
        assert_eq!((found[0], found[0]), (found[1], found[2]));
        assert!(found[3] != found[0] && found[4] != found[0] && found[3] != found[4]);
    }

    #[test]
    fn long_chains_do_not_overflow_the_stack() {
        let graph: Vec<_> = (0..100_000).map(|node| vec![(node + 1) % 100_000]).collect();
        let found = std::thread::Builder::new().stack_size(64 * 1024).spawn(move || components(&graph)).unwrap();
        assert!(found.join().unwrap().windows(2).all(|pair| pair[0] == pair[1]));
    }
}
