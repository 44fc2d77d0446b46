//! A model as written and a choice of operations in, [`Model`] out: every reference followed, mixins taken apart, each
//! member with its nullability.
//!
//! Knows what Smithy means. JSON ends at [`crate::ast`], trait ids at `traits`.

mod auth;
mod closure;
mod elements;
mod enums;
mod members;
mod mixins;
mod names;
pub(crate) mod prelude;
mod recursion;
pub(crate) mod select;
pub(crate) mod sound;
pub(crate) mod views;

use crate::ast::{self, Ast, Binding, Reference, ShapeId};
use crate::diagnostic::Diagnostics;
use crate::model::{EndpointParam, Model, Operation, Paginated, Service, Waiter};
use crate::traits::{Definitions, Facts, Owner};
use auth::Auth;
use closure::Closure;
use names::Names;
use std::collections::BTreeSet;
use views::View;

pub(crate) use views::Views;

/// What to generate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The full id or the name of a service; not needed if the model has just one.
    pub service: Option<String>,
    /// Its operations.
    pub operations: Operations,
}

/// Operations of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operations {
    /// All that are bound to the service, directly or through resources.
    All,
    /// None: just what the service itself has, such as its endpoints.
    None,
    /// Those with these names or full ids.
    Named(Vec<String>),
}

/// Resolves the selected operations and every shape that they reach.
///
/// Fails with every fault of the selection and of the shapes reached; faults of other shapes stay unseen, except those
/// of mixins and `apply` statements.
pub fn resolve(ast: &Ast<'_>, selection: &Selection) -> Result<Model, Diagnostics> {
    let mut log = Diagnostics::new();
    let views = Views::of(ast, &mut log);
    resolve_in(ast, &views, selection, log)
}

/// The same with views that are there already; `log` has their faults.
pub(crate) fn resolve_in(
    ast: &Ast<'_>,
    views: &Views<'_, '_>,
    selection: &Selection,
    mut log: Diagnostics,
) -> Result<Model, Diagnostics> {
    match attempt(ast, views, selection, &mut log) {
        Some(model) => log.into_result(model),
        None => Err(log),
    }
}

/// Resolves what can be resolved. The model is whole only if no fault is found.
pub(crate) fn attempt(
    ast: &Ast<'_>,
    views: &Views<'_, '_>,
    selection: &Selection,
    log: &mut Diagnostics,
) -> Option<Model> {
    let view = select::service(ast, views, selection, log)?;
    let bound = select::bound(view, views, log);
    let selected = select::operations(view, &bound, views, selection, log);
    let definitions = Definitions::of(ast);
    let names = Names::of(view);
    let mut closure = Closure::new(views, ast.version, &definitions, &names, log);
    let auth = closure.inside(&view.shape.id, |closure| Auth::of(&Facts::new(&view.traits), closure));
    let service = service(view, &auth, !selected.is_empty(), &mut closure);
    let mut operations: Vec<_> =
        selected.iter().filter_map(|id| operation(id, &service, &auth, &mut closure)).collect();
    operations.sort_by(|a, b| (a.id.name(), &a.id).cmp(&(b.id.name(), &b.id)));
    let mut shapes = closure.finish();
    recursion::mark(&mut shapes, log);
    names.check(&shapes, log);
    Some(Model { service, operations, shapes })
}

/// The ids of the selected operations.
///
/// # Errors
/// What is wrong with the selection, and with mixins and `apply` statements.
pub fn selected(ast: &Ast<'_>, selection: &Selection) -> Result<Vec<ShapeId>, Diagnostics> {
    let mut log = Diagnostics::new();
    let views = Views::of(ast, &mut log);
    let Some(view) = select::service(ast, &views, selection, &mut log) else {
        return Err(log);
    };
    let bound = select::bound(view, &views, &mut log);
    let mut selected: Vec<_> = select::operations(view, &bound, &views, selection, &mut log).into_iter().collect();
    selected.sort_by(|a, b| (a.name(), a).cmp(&(b.name(), b)));
    log.into_result(selected)
}

/// The service; its errors matter only to operations.
fn service(view: &View<'_, '_>, auth: &Auth, with_errors: bool, closure: &mut Closure<'_, '_, '_>) -> Service {
    let id = view.shape.id.clone();
    closure.inside(&id, |closure| {
        closure.definitions.check(&view.traits, Owner::Service, closure.log);
        let traits = Facts::new(&view.traits);
        let facts = traits.service(closure.definitions, closure.log);
        let docs = traits.docs(closure.log);
        let binding = match &*view.binding {
            Binding::Service(service) => service.clone(),
            Binding::Nothing | Binding::Operation(_) | Binding::Resource(_) => Default::default(),
        };
        Service {
            span: view.shape.span,
            docs,
            version: binding.version.unwrap_or_default(),
            title: facts.title,
            sdk_id: facts.sdk_id.unwrap_or_else(|| id.name().to_owned()),
            endpoint_prefix: facts.endpoint_prefix,
            schemes: auth.schemes(),
            auth: auth.default(),
            endpoint_rules: facts.endpoint_rules,
            endpoint_cases: facts.endpoint_cases,
            client_params: facts.client_params,
            query_compatible: facts.query_compatible,
            paginated: traits.paginated(closure.log),
            protocols: facts.protocols,
            errors: if with_errors { closure.errors(&binding.errors) } else { Vec::new() },
            id: id.clone(),
        }
    })
}

fn operation(id: &ShapeId, service: &Service, auth: &Auth, closure: &mut Closure<'_, '_, '_>) -> Option<Operation> {
    let view = closure.views.get(id.as_str())?;
    let Binding::Operation(binding) = &*view.binding else {
        return None;
    };
    closure.inside(id, |closure| {
        closure.definitions.check(&view.traits, Owner::Operation, closure.log);
        let traits = Facts::new(&view.traits);
        let mut errors: BTreeSet<ShapeId> = closure.errors(&binding.errors).into_iter().collect();
        errors.extend(service.errors.iter().cloned());
        let mut errors: Vec<_> = errors.into_iter().collect();
        errors.sort_by(|a, b| (a.name(), a).cmp(&(b.name(), b)));
        let [given, gives] = [binding.input.as_ref(), binding.output.as_ref()];
        let [input, output] = [closure.payload(given, "an input"), closure.payload(gives, "an output")];
        let paths = Paths::of(&traits, given, service, closure);
        // Nothing can be said of paths through what could not be had.
        let is_whole = closure.has(given, input.as_ref()) && closure.has(gives, output.as_ref());
        let paths = if is_whole { paths } else { Paths::default() };
        Some(Operation {
            id: id.clone(),
            span: view.shape.span,
            docs: traits.docs(closure.log),
            deprecated: traits.deprecated(closure.log),
            input,
            output,
            errors,
            host_prefix: if is_whole {
                traits.host_prefix(&labels(given, closure.views), given, closure.log)
            } else {
                None
            },
            compression: traits.compression(closure.log),
            checksum_required: traits.checksum_required(closure.log),
            auth: auth.effective(&traits, closure),
            unsigned_payload: traits.unsigned_payload(closure.log),
            endpoint_params: paths.endpoint_params,
            waiters: paths.waiters,
            paginated: paths.paginated,
        })
    })
}

/// What leads through the input and output of an operation.
#[derive(Default)]
struct Paths {
    endpoint_params: Vec<EndpointParam>,
    waiters: Vec<Waiter>,
    paginated: Option<Paginated>,
}

impl Paths {
    fn of(
        traits: &Facts<'_, '_>,
        input: Option<&Reference>,
        service: &Service,
        closure: &mut Closure<'_, '_, '_>,
    ) -> Self {
        Self {
            endpoint_params: endpoint_params(traits, input, closure),
            waiters: traits.waiters(closure.log),
            paginated: traits.paginated(closure.log).map(|own| own.or(service.paginated.as_ref())),
        }
    }
}

/// The parameters of the endpoint rules that an operation sets, in the order of precedence.
fn endpoint_params(
    traits: &Facts<'_, '_>,
    input: Option<&Reference>,
    closure: &mut Closure<'_, '_, '_>,
) -> Vec<EndpointParam> {
    let mut params = traits.static_params(closure.log);
    for member in members(input, closure.views) {
        params.extend(Facts::new(&member.traits).context_param(&member.name, closure.log));
    }
    params.extend(traits.operation_params(closure.log));
    let mut seen = BTreeSet::new();
    params.retain(|param| seen.insert(param.name.clone()));
    params
}

fn members<'v, 'a>(input: Option<&Reference>, views: &'v Views<'_, 'a>) -> &'v [ast::Member<'a>] {
    input.and_then(|input| views.get(input.id.as_str())).map_or(&[][..], |view| &view.members)
}

/// The members of an input that can stand in the host.
fn labels(input: Option<&Reference>, views: &Views<'_, '_>) -> Vec<String> {
    let labels = members(input, views).iter().filter(|member| Facts::new(&member.traits).is_host_label());
    labels.map(|member| member.name.clone()).collect()
}
