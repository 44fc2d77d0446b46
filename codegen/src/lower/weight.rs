//! Estimates how large values are, for clippy's `large_enum_variant`: it compares the variants of an enum.

use super::Lowering;
use crate::ast::ShapeId;
use crate::model::Kind;

impl Lowering<'_> {
    /// Whether a value of the shape holds more than seven values side by side; those of collections lie elsewhere.
    pub(super) fn is_large(&self, id: &ShapeId) -> bool {
        let (mut values, mut structures) = (0, 0);
        let mut todo = vec![id];
        while let Some(id) = todo.pop() {
            match &self.model.shapes[id].kind {
                Kind::Structure(structure) => {
                    structures += 1;
                    // A member on a cycle counts for nothing, as if it were boxed.
                    let members = structure.members.iter().filter(|member| !member.recursive);
                    todo.extend(members.map(|member| &member.target));
                }
                Kind::Union(members) => {
                    structures += 1;
                    let members = members.iter().filter(|member| !member.recursive);
                    todo.extend(members.map(|member| &member.target));
                }
                Kind::Map { .. } => values += 2,
                Kind::Blob
                | Kind::Boolean
                | Kind::String
                | Kind::Byte
                | Kind::Short
                | Kind::Integer
                | Kind::Long
                | Kind::Float
                | Kind::Double
                | Kind::BigInteger
                | Kind::BigDecimal
                | Kind::Timestamp(_)
                | Kind::Document
                | Kind::Enum(_)
                | Kind::IntEnum(_)
                | Kind::List { .. } => values += 1,
            }
            if values > 7 || structures > 1000 {
                return true;
            }
        }
        false
    }
}
