//! Names of shapes in the generated code: what `rename` of the service changes, and what must differ.

use super::views::View;
use crate::ast::{Binding, Rename, ShapeId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Kind, Shape, Structure};
use std::collections::BTreeMap;

/// The new names that a service gives.
#[derive(Debug)]
pub struct Names(BTreeMap<ShapeId, Rename>);

impl Names {
    pub fn of(service: &View<'_, '_>) -> Self {
        let renames = match &*service.binding {
            Binding::Service(service) => &service.renames[..],
            Binding::Nothing | Binding::Operation(_) | Binding::Resource(_) => &[],
        };
        Self(renames.iter().map(|rename| (rename.shape.id.clone(), rename.clone())).collect())
    }

    /// The name of a shape.
    pub fn of_shape<'n>(&'n self, id: &'n ShapeId) -> &'n str {
        self.0.get(id).map_or(id.name(), |rename| &rename.name)
    }

    /// Reports renamed errors and equal names.
    pub fn check(&self, shapes: &BTreeMap<ShapeId, Shape>, log: &mut Diagnostics) {
        let mut taken: BTreeMap<String, &Shape> = BTreeMap::new();
        for shape in shapes.values().filter(|shape| !shape.id.is_prelude()) {
            self.check_rename(shape, log);
            if !is_named(&shape.kind) {
                continue;
            }
            match taken.get(&shape.name.to_lowercase()) {
                Some(other) => log.push(same_name(shape, other)),
                None => drop(taken.insert(shape.name.to_lowercase(), shape)),
            }
        }
    }

    fn check_rename(&self, shape: &Shape, log: &mut Diagnostics) {
        let Some(rename) = self.0.get(&shape.id) else {
            return;
        };
        if matches!(&shape.kind, Kind::Structure(Structure { error: Some(_), .. })) {
            log.push(
                Diagnostic::new(Code::Rename, rename.name_span, format!("the error `{}` is renamed", shape.id.name()))
                    .label("errors keep their names")
                    .help("remove the entry: the name of an error goes over the wire")
                    .shape(&shape.id),
            );
        }
    }
}

fn same_name(shape: &Shape, other: &Shape) -> Diagnostic {
    let message = if shape.name == other.name {
        format!("two shapes have the name `{}`", shape.name)
    } else {
        format!("the names `{}` and `{}` differ only in case", shape.name, other.name)
    };
    Diagnostic::new(Code::SameName, shape.span, message)
        .label(format!("the other one is `{}`", other.id))
        .help("let `rename` of the service give one of them another name")
        .shape(&shape.id)
}

/// Whether shapes of the kind become types with a name of their own.
fn is_named(kind: &Kind) -> bool {
    match kind {
        Kind::Structure(_) | Kind::Union(_) | Kind::Enum(_) | Kind::IntEnum(_) => true,
        Kind::Blob | Kind::Boolean | Kind::String | Kind::Timestamp(_) | Kind::Document => false,
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::Float | Kind::Double => false,
        Kind::BigInteger | Kind::BigDecimal | Kind::List { .. } | Kind::Map { .. } => false,
    }
}
