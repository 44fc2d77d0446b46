//! Finds the service and the operations that were asked for.

use super::views::{View, Views};
use super::{Operations, Selection};
use crate::ast::{Ast, Binding, Reference, Shape, ShapeId, ShapeType};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span, did_you_mean};
use std::collections::BTreeSet;

/// The service that is asked for, or else the only one.
pub fn service<'v, 's, 'a>(
    ast: &Ast<'_>,
    views: &'v Views<'s, 'a>,
    selection: &Selection,
    log: &mut Diagnostics,
) -> Option<&'v View<'s, 'a>> {
    views.get(service_shape(ast, selection, log)?.id.as_str())
}

/// The same, as written.
pub fn service_shape<'v, 'a>(ast: &'v Ast<'a>, selection: &Selection, log: &mut Diagnostics) -> Option<&'v Shape<'a>> {
    let services: Vec<_> = ast.shapes.iter().filter(|shape| shape.shape_type == ShapeType::Service).collect();
    let wanted = selection.service.as_deref();
    let found: Vec<_> = services
        .iter()
        .filter(|shape| wanted.is_none_or(|wanted| [shape.id.as_str(), shape.id.name()].contains(&wanted)))
        .collect();
    match found[..] {
        [only] => return Some(only),
        [] => log.push(no_service(ast, wanted, &services)),
        [first, ..] => log.push(
            Diagnostic::new(Code::SeveralServices, first.span, "the model has several services")
                .label("one of them")
                .help(format!(
                    "name one with `--service`, or `service` in Cargo.toml: {}",
                    list(found.iter().map(|shape| shape.id.as_str()))
                )),
        ),
    }
    None
}

fn no_service(ast: &Ast<'_>, wanted: Option<&str>, services: &[&Shape<'_>]) -> Diagnostic {
    let Some(wanted) = wanted else {
        return Diagnostic::new(Code::NoService, ast.shapes_span, "the model has no service")
            .label("no shape of type `service` in here")
            .help("choose a model with a service, or join this one with the model that has it");
    };
    let message = format!("the model has no service `{wanted}`");
    if services.is_empty() {
        return Diagnostic::new(Code::NoService, ast.shapes_span, message).label("no shape of type `service` in here");
    }
    let other = ast.shapes.iter().find(|shape| [shape.id.as_str(), shape.id.name()].contains(&wanted));
    let (span, label) = match other {
        Some(shape) => (shape.span, format!("this is {}", shape.shape_type.with_article())),
        None => (ast.shapes_span, "no such service in here".to_owned()),
    };
    Diagnostic::new(Code::NoService, span, message)
        .label(label)
        .help(format!("the model has {}", list(services.iter().map(|shape| shape.id.as_str()))))
}

/// The operations of the service and of its resources.
pub fn bound<'v, 's, 'a>(
    service: &'v View<'s, 'a>,
    views: &'v Views<'s, 'a>,
    log: &mut Diagnostics,
) -> BTreeSet<ShapeId> {
    let (mut operations, mut seen, mut queue) = (BTreeSet::new(), BTreeSet::new(), vec![service]);
    while let Some(view) = queue.pop() {
        let faults = log.len();
        let (own, resources) = match &*view.binding {
            Binding::Service(service) => (&service.operations, &service.resources),
            Binding::Resource(resource) => (&resource.operations, &resource.resources),
            Binding::Nothing | Binding::Operation(_) => continue,
        };
        log.inside(&view.shape.id, |log| {
            let mut expect = |reference: &Reference, shape_type| binding(reference, shape_type, views, log);
            let own = own.iter().filter_map(|reference| expect(reference, ShapeType::Operation));
            operations.extend(own.map(|view| view.shape.id.clone()));
            let resources = resources.iter().filter_map(|reference| expect(reference, ShapeType::Resource));
            queue.extend(resources.filter(|view| seen.insert(view.shape.id.as_str())));
        });
        if log.len() > faults || log.is_incomplete(view.shape.id.as_str()) {
            log.inside(&service.shape.id, Diagnostics::note_incomplete);
        }
    }
    operations
}

fn binding<'v, 's, 'a>(
    reference: &Reference,
    expected: ShapeType,
    views: &'v Views<'s, 'a>,
    log: &mut Diagnostics,
) -> Option<&'v View<'s, 'a>> {
    let Some(view) = views.get(reference.id.as_str()) else {
        views.dangling(reference, log);
        return None;
    };
    if view.shape.shape_type == expected {
        return Some(view);
    }
    let (expected, found) = (expected.with_article(), view.shape.shape_type.with_article());
    log.push(
        Diagnostic::new(Code::WrongTarget, reference.span, format!("expected {expected} here, not {found}"))
            .label(format!("this is {found}")),
    );
    None
}

/// The ids of the selected operations.
pub fn operations(
    service: &View<'_, '_>,
    bound: &BTreeSet<ShapeId>,
    views: &Views<'_, '_>,
    selection: &Selection,
    log: &mut Diagnostics,
) -> BTreeSet<ShapeId> {
    let (span, id) = (service.shape.span, &service.shape.id);
    let none = |message: String| Diagnostic::new(Code::NothingSelected, span, message).shape(id);
    match &selection.operations {
        Operations::All => {
            if bound.is_empty() {
                log.miss(
                    id,
                    none(format!("the service `{}` has no operations", id.name()))
                        .label("nothing to generate")
                        .help("choose a service that has operations"),
                );
            }
            bound.clone()
        }
        Operations::None => BTreeSet::new(),
        Operations::Named(wanted) => {
            if wanted.is_empty() {
                let help = format!("name operations, or choose all {} of the service", bound.len());
                log.push(none("no operation is selected".to_owned()).label("nothing to generate").help(help));
            }
            let find = |wanted: &String| {
                one(wanted, bound).cloned().or_else(|| {
                    log.miss(id, unknown(wanted, bound, views, span, id));
                    None
                })
            };
            wanted.iter().filter_map(find).collect()
        }
    }
}

fn one<'b>(wanted: &str, bound: &'b BTreeSet<ShapeId>) -> Option<&'b ShapeId> {
    bound.get(wanted).or_else(|| bound.iter().find(|id| id.name() == wanted))
}

fn unknown(
    wanted: &str,
    bound: &BTreeSet<ShapeId>,
    views: &Views<'_, '_>,
    span: Span,
    service: &ShapeId,
) -> Diagnostic {
    let message = format!("the service `{}` has no operation `{wanted}`", service.name());
    let in_namespace = format!("{}#{wanted}", service.namespace());
    let other = views.get(wanted).or_else(|| views.get(&in_namespace));
    if let Some(view) = other {
        let (label, help) = if view.shape.shape_type == ShapeType::Operation {
            ("exists, but is not bound to the service", "bind it to the service or to one of its resources")
        } else {
            ("exists, but is not an operation", "name an operation")
        };
        return Diagnostic::new(Code::UnknownOperation, view.shape.span, message).label(label).help(help);
    }
    let count = match bound.len() {
        1 => "1 operation".to_owned(),
        count => format!("{count} operations"),
    };
    Diagnostic::new(Code::UnknownOperation, span, message)
        .label(format!("has {count}"))
        .shape(service)
        .help(instead(wanted, &bound.iter().map(ShapeId::name).collect()))
}

/// The operations that may be meant with one that is not there: those with a name like it, or else the first few.
pub fn instead(wanted: &str, names: &BTreeSet<&str>) -> String {
    let wanted = wanted.rsplit('#').next().unwrap_or(wanted);
    did_you_mean(wanted, names.iter().map(|name| (*name, *name))).unwrap_or_else(|| {
        let few = list(names.iter().take(FEW).copied());
        match names.len().checked_sub(FEW) {
            None if names.is_empty() => "choose a service that has operations".to_owned(),
            None | Some(0) => format!("there is {few}"),
            Some(more) => format!("there is {few} and {more} more"),
        }
    })
}

const FEW: usize = 8;

fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
