//! Gives shapes what they get from mixins and from `apply` statements (Smithy specification, "Mixins").
//!
//! Members of mixins come first, in the order of the mixins; a member or trait that is given again takes the place of
//! the inherited one.

use super::views::{View, Views};
use crate::ast::{Apply, Ast, Binding, Member, Reference, Shape, ShapeId, Trait};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, did_you_mean};
use crate::traits::Facts;
use std::collections::BTreeMap;

/// Rewrites the views of all shapes that mixins or `apply` statements change.
pub fn flatten<'s, 'a>(ast: &'s Ast<'a>, views: &mut Views<'s, 'a>, log: &mut Diagnostics) {
    let mut applies: BTreeMap<&str, Vec<&Apply<'a>>> = BTreeMap::new();
    for apply in &ast.applies {
        applies.entry(apply.id.root()).or_default().push(apply);
    }
    for shape in mixins_first(ast, log) {
        let own = applies.remove(shape.id.as_str()).unwrap_or_default();
        if shape.mixins.is_empty() && own.is_empty() {
            continue;
        }
        log.inside(&shape.id, |log| {
            let mut view = mixed(shape, views, log);
            for apply in own {
                apply_to(&mut view, apply, log);
            }
            if let Some(place) = views.get_mut(shape.id.as_str()) {
                *place = view;
            }
        });
    }
    for apply in applies.into_values().flatten().filter(|apply| !apply.id.is_prelude()) {
        views.dangling(&Reference { id: root(&apply.id), span: apply.span }, log);
    }
}

/// The shapes, each after its mixins. Keeps its own stack, because chains of mixins may be long.
fn mixins_first<'s, 'a>(ast: &'s Ast<'a>, log: &mut Diagnostics) -> Vec<&'s Shape<'a>> {
    let mut done: BTreeMap<&str, bool> = BTreeMap::new();
    let mut order = Vec::with_capacity(ast.shapes.len());
    for shape in &ast.shapes {
        if done.contains_key(shape.id.as_str()) {
            continue;
        }
        done.insert(shape.id.as_str(), false);
        let mut stack = vec![(shape, shape.mixins.iter())];
        while let Some((shape, rest)) = stack.last_mut() {
            let Some(reference) = rest.next() else {
                done.insert(shape.id.as_str(), true);
                order.push(*shape);
                stack.pop();
                continue;
            };
            match (done.get(reference.id.as_str()), ast.shape(reference.id.as_str())) {
                (None, Some(mixin)) => {
                    done.insert(mixin.id.as_str(), false);
                    stack.push((mixin, mixin.mixins.iter()));
                }
                (Some(false), _) => log.inside(&reference.id, |log| {
                    log.push(cycle(reference, stack.iter().map(|(shape, _)| &shape.id)));
                    log.note_incomplete();
                }),
                (Some(true), _) | (None, None) => {}
            }
        }
    }
    order
}

fn cycle<'s>(reference: &Reference, stack: impl Iterator<Item = &'s ShapeId>) -> Diagnostic {
    let names: Vec<_> = stack.skip_while(|id| **id != reference.id).map(ShapeId::name).collect();
    let path = format!("{} -> {}", names.join(" -> "), reference.id.name());
    Diagnostic::new(Code::MixinCycle, reference.span, format!("mixins form a cycle: {path}"))
        .label("leads back to itself")
        .help("remove one of these mixins")
}

/// The shape with what its mixins give.
fn mixed<'s, 'a>(shape: &'s Shape<'a>, views: &Views<'s, 'a>, log: &mut Diagnostics) -> View<'s, 'a> {
    let (mut traits, mut members, mut binding) = (vec![], vec![], shape.binding.clone());
    for reference in &shape.mixins {
        let mixin = views.get(reference.id.as_str());
        if mixin.is_none() {
            views.dangling(reference, log);
        }
        let mixin = mixin.filter(|mixin| usable(shape, mixin, reference, log));
        if mixin.is_none() || log.is_incomplete(reference.id.as_str()) {
            log.note_incomplete();
        }
        let Some(mixin) = mixin else { continue };
        let local = Facts::new(&mixin.traits).local_traits(log);
        mixin.traits.iter().filter(|own| !local.contains(&own.id)).for_each(|own| put(&mut traits, own));
        mixin.members.iter().for_each(|member| put_member(&mut members, member, log));
        extend(&mut binding, &mixin.binding);
    }
    shape.traits.iter().for_each(|own| put(&mut traits, own));
    shape.members.iter().for_each(|member| put_member(&mut members, member, log));
    View { shape, traits: traits.into(), members: members.into(), binding: std::borrow::Cow::Owned(binding) }
}

fn usable(shape: &Shape<'_>, mixin: &View<'_, '_>, reference: &Reference, log: &mut Diagnostics) -> bool {
    let (own, other) = (shape.shape_type, mixin.shape.shape_type);
    if own != other {
        let message = format!("{} cannot use {} as mixin", own.with_article(), other.with_article());
        log.push(
            Diagnostic::new(Code::WrongTarget, reference.span, message)
                .label(format!("this is {}", other.with_article())),
        );
    } else if !Facts::new(&mixin.traits).is_mixin() {
        log.miss(
            &reference.id,
            Diagnostic::new(Code::WrongTarget, reference.span, format!("`{}` is not a mixin", reference.id))
                .label("not a mixin")
                .help("mark the shape as a mixin, or copy its members"),
        );
    } else {
        return true;
    }
    false
}

fn put<'a>(traits: &mut Vec<Trait<'a>>, own: &Trait<'a>) {
    match traits.iter_mut().find(|known| known.id == own.id) {
        Some(known) => *known = own.clone(),
        None => traits.push(own.clone()),
    }
}

fn put_member<'a>(members: &mut Vec<Member<'a>>, member: &Member<'a>, log: &mut Diagnostics) {
    let Some(known) = members.iter_mut().find(|known| known.name == member.name) else {
        members.push(member.clone());
        return;
    };
    if known.target.id != member.target.id {
        let message = format!("the member `{}` of a mixin changes its target", member.name);
        log.push(
            Diagnostic::new(Code::MixinConflict, member.target.span, message)
                .label(format!("was `{}`", known.target.id))
                .help("use the same target, or another name"),
        );
    }
    known.span = member.span;
    member.traits.iter().for_each(|own| put(&mut known.traits, own));
}

fn extend(own: &mut Binding, mixin: &Binding) {
    match (own, mixin) {
        (Binding::Operation(own), Binding::Operation(mixin)) => {
            own.input = own.input.take().or_else(|| mixin.input.clone());
            own.output = own.output.take().or_else(|| mixin.output.clone());
            own.errors.extend_from_slice(&mixin.errors);
        }
        (Binding::Service(own), Binding::Service(mixin)) => {
            own.version = own.version.take().or_else(|| mixin.version.clone());
            own.operations.extend_from_slice(&mixin.operations);
            own.resources.extend_from_slice(&mixin.resources);
            own.errors.extend_from_slice(&mixin.errors);
            own.renames.extend_from_slice(&mixin.renames);
        }
        (Binding::Resource(own), Binding::Resource(mixin)) => {
            own.operations.extend_from_slice(&mixin.operations);
            own.instance_operations.extend_from_slice(&mixin.instance_operations);
            own.resources.extend_from_slice(&mixin.resources);
            own.identifiers.extend_from_slice(&mixin.identifiers);
        }
        (Binding::Nothing | Binding::Operation(_) | Binding::Service(_) | Binding::Resource(_), _) => {}
    }
}

/// Adds the traits of the statement. They go before what mixins give, and must not contradict the shape itself.
fn apply_to<'a>(view: &mut View<'_, 'a>, apply: &Apply<'a>, log: &mut Diagnostics) {
    let Some(name) = apply.id.member() else {
        let own = &view.shape.traits;
        apply.traits.iter().for_each(|new| put_applied(view.traits.to_mut(), own, new, log));
        return;
    };
    let own = view.shape.members.iter().find(|member| member.name == name);
    let own = own.map_or(&[][..], |member| &member.traits);
    if let Some(member) = view.members.to_mut().iter_mut().find(|member| member.name == name) {
        apply.traits.iter().for_each(|new| put_applied(&mut member.traits, own, new, log));
        return;
    }
    let names = view.members.iter().map(|member| (member.name.as_str(), member.name.as_str()));
    log.miss(
        &apply.id,
        Diagnostic::new(Code::Dangling, apply.span, format!("the shape has no member `{name}`"))
            .label("no such member")
            .maybe_help(did_you_mean(name, names)),
    );
}

fn put_applied<'a>(traits: &mut Vec<Trait<'a>>, own: &[Trait<'a>], new: &Trait<'a>, log: &mut Diagnostics) {
    let Some(known) = own.iter().find(|known| known.id == new.id) else {
        put(traits, new);
        return;
    };
    if known.contradicts(new) {
        log.push(
            Diagnostic::new(Code::TraitConflict, new.span, format!("the trait `{}` has two values", new.id))
                .label("the shape itself gives another value")
                .help("remove one of them"),
        );
    }
}

fn root(id: &ShapeId) -> ShapeId {
    ShapeId::parse(id.root()).unwrap_or_else(|_| id.clone())
}
