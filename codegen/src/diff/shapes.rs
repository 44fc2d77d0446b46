//! AddedShape, RemovedShape, ChangedShapeType, AddedTraitDefinition, RemovedTraitDefinition: whole shapes and members.

use super::differences::{Change, Differences, found};
use super::enums::variants;
use super::event::{Finding, Impact, Severity};
use super::part::{Part, Presence};
use super::world::{Item, Member, Shape};
use crate::ast::ShapeType;
use crate::names;
use crate::traits::evolution::{ENUM, ERROR, PRIVATE, TRAIT};

pub fn added(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for item in &all.added {
        if goes_without_saying(all, item) {
            continue;
        }
        let (what, impact) = match item {
            Item::Shape(shape) => added_shape(&all.parts.new, shape),
            Item::Member(owner, member) => added_member(&all.parts.new, owner, member),
        };
        out.push(found(Severity::Note, "AddedShape", *item, what, impact));
    }
}

/// Members of new shapes, and values of a string that becomes an enum, which `ChangedEnumTrait` compares.
fn goes_without_saying(all: &Differences<'_>, item: &Item<'_>) -> bool {
    let Item::Member(owner, _) = item else {
        return false;
    };
    match all.old.shape(&owner.base.id) {
        None => true,
        Some(old) => is_string_enum(old) && owner.is(ShapeType::Enum),
    }
}

fn added_shape(part: &Part<'_>, shape: &Shape<'_>) -> (String, Impact) {
    let name = part.type_name(shape);
    match shape.kind.shape_type {
        ShapeType::Operation => {
            let what = format!("the operation `{}` is new", names::operation(shape.name));
            (what, Impact::minor(format!("new module `operation::{}`, nothing breaks", names::module(shape.name))))
        }
        ShapeType::Structure if shape.base.has(ERROR) => {
            (format!("the error `{name}` is new"), Impact::minor("new type in `types::error`, nothing breaks"))
        }
        ShapeType::Structure if part.is_end(&shape.base.id) => (
            format!("`{name}` is made from `{}`", shape.base.id),
            Impact::minor("what is in it goes with its operation"),
        ),
        ShapeType::Structure | ShapeType::Union | ShapeType::Enum => {
            (format!("`{name}` is new"), Impact::minor("new type, nothing breaks"))
        }
        _ => plain(shape, "is new"),
    }
}

/// Shapes that no type of the crate is named after.
fn plain(shape: &Shape<'_>, what: &str) -> (String, Impact) {
    let what = format!("the {} `{}` {what}", shape.kind.name(), shape.name);
    (what, Impact::patch(UNNAMED))
}

/// Why it does not matter what a shape is called that no type is named after.
pub const UNNAMED: &str = "no type of the crate is named after it";

/// Why it does not matter whether the model gives an error a message.
const MESSAGE: &str = "every error of the crate has a message";

/// The model gives an error a message, or does no longer.
fn message(part: &Part<'_>, owner: &Shape<'_>, member: &Member<'_>) -> Impact {
    match part.strictest(owner, member) {
        Presence::Optional => Impact::patch(MESSAGE),
        _ => Impact::major("its message changes between `String` and `Option<String>`"),
    }
}

fn is_message(owner: &Shape<'_>, member: &Member<'_>) -> bool {
    owner.base.has(ERROR) && names::field(member.name) == "message"
}

fn added_member(part: &Part<'_>, owner: &Shape<'_>, member: &Member<'_>) -> (String, Impact) {
    let (name, own) = (part.type_name(owner), member.name);
    let gains = format!("`{name}` gains `{own}`");
    match owner.kind.shape_type {
        ShapeType::Structure if is_message(owner, member) => (gains, message(part, owner, member)),
        ShapeType::Structure => {
            let field = names::field(own);
            let (how, more) = match part.strictest(owner, member) {
                Presence::Optional => ("optional", "nothing breaks"),
                Presence::Default => ("with a default", "nothing breaks"),
                Presence::Asked | Presence::Required => ("required", "which `build()` asks for"),
            };
            (format!("{gains}, {how}"), Impact::minor(format!("new field `{field}` and builder methods, {more}")))
        }
        ShapeType::Union | ShapeType::Enum => {
            let variant = names::variant(own);
            (gains, Impact::minor(format!("new variant `{variant}`, and the enum is open: nothing breaks")))
        }
        ShapeType::IntEnum => (gains, Impact::patch("its values are plain numbers")),
        _ => (format!("`{}` has a `{own}`", owner.name), Impact::patch("it goes with the new type of the shape")),
    }
}

pub fn removed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for item in &all.removed {
        let apart = match item {
            Item::Shape(_) => false,
            Item::Member(owner, _) => all.new.shape(&owner.base.id).is_none(),
        };
        if apart || item.base().has(PRIVATE) {
            continue;
        }
        let (what, impact) = match item {
            Item::Shape(shape) => removed_shape(&all.parts.old, shape),
            Item::Member(owner, member) => removed_member(all, owner, member),
        };
        let scalar = matches!(item, Item::Shape(shape) if shape.kind.is_scalar() && !is_string_enum(shape));
        let (severity, id) =
            if scalar { (Severity::Warning, "RemovedShape.ScalarShape") } else { (Severity::Error, "RemovedShape") };
        out.push(found(severity, id, *item, what, impact).in_old());
    }
}

/// Whether it is an enum as Smithy 1.0 has them.
pub fn is_string_enum(shape: &Shape<'_>) -> bool {
    shape.is(ShapeType::String) && shape.base.has(ENUM)
}

fn removed_shape(part: &Part<'_>, shape: &Shape<'_>) -> (String, Impact) {
    let name = part.type_name(shape);
    match shape.kind.shape_type {
        ShapeType::Operation => {
            let what = format!("the operation `{}` is gone", names::operation(shape.name));
            (what, Impact::major(format!("the module `operation::{}` goes with it", names::module(shape.name))))
        }
        ShapeType::Structure | ShapeType::Union | ShapeType::Enum => {
            (format!("`{name}` is gone"), Impact::major("programs that name the type do not compile"))
        }
        ShapeType::String if is_string_enum(shape) => {
            (format!("`{name}` is gone"), Impact::major("programs that name the type do not compile"))
        }
        ShapeType::Service => {
            let what = format!("the service `{}` is gone", shape.name);
            (what, Impact::major("every request names its service, and none goes to this one any more"))
        }
        _ => plain(shape, "is gone"),
    }
}

fn removed_member(all: &Differences<'_>, owner: &Shape<'_>, member: &Member<'_>) -> (String, Impact) {
    let (name, own) = (all.parts.old.type_name(owner), member.name);
    let loses = format!("`{name}` loses `{own}`");
    match owner.kind.shape_type {
        ShapeType::Structure if is_message(owner, member) => (loses, message(&all.parts.old, owner, member)),
        ShapeType::Structure => {
            (loses, Impact::major(format!("the field `{}` and its builder methods are gone", names::field(own))))
        }
        ShapeType::Union | ShapeType::Enum => {
            let variant = names::variant(own).to_string();
            let now = all.new.shape(&owner.base.id).filter(|now| is_string_enum(now));
            match now.is_some_and(|now| variants(now).contains(&variant)) {
                true => (loses, Impact::patch(format!("the trait `enum` still has the variant `{variant}`"))),
                false => (loses, Impact::major(format!("the variant `{variant}` is gone"))),
            }
        }
        ShapeType::IntEnum => (loses, Impact::patch("its values are plain numbers")),
        _ => (format!("`{}` has no `{own}`", owner.name), Impact::patch("it goes with the old type of the shape")),
    }
}

pub fn changed_type(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for (change, old, new) in all.shapes() {
        if old.kind == new.kind || is_set_to_list(old, new) || is_enum_to_enum(change) {
            continue;
        }
        let (from, to) = (all.parts.old.rust_type(&old.base.id), all.parts.new.rust_type(&new.base.id));
        let what = format!("`{}` was {} and is {}", new.name, article(old), article(new));
        let impact = match from == to && !old.is_aggregate() && !new.is_aggregate() {
            true => Impact::patch(format!("both are `{to}` in the crate")),
            false => Impact::major(format!("what was `{from}` in the crate is `{to}`")),
        };
        out.push(found(Severity::Error, "ChangedShapeType", Item::Shape(new), what, impact));
    }
}

fn article(shape: &Shape<'_>) -> String {
    if shape.kind.is_set { "a set".to_owned() } else { shape.kind.shape_type.with_article() }
}

/// The change that Smithy recommends for sets.
fn is_set_to_list(old: &Shape<'_>, new: &Shape<'_>) -> bool {
    let list = new.is(ShapeType::List) && !new.kind.is_set;
    old.kind.is_set && list && new.base.has(crate::traits::evolution::UNIQUE_ITEMS)
}

/// The change that Smithy recommends for strings with values.
pub fn is_enum_to_enum(change: &Change<'_>) -> bool {
    let old = change.old.root();
    (old.is(ShapeType::Enum) || change.old.base().has(ENUM)) && change.new.root().is(ShapeType::Enum)
}

pub fn added_trait(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for item in all.added.iter().filter(|item| item.base().has(TRAIT)) {
        let what = format!("the trait `{}` is new", item.id());
        let impact = Impact::patch("nothing is generated from it");
        out.push(found(Severity::Note, "AddedTraitDefinition", *item, what, impact));
    }
}

pub fn removed_trait(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for item in &all.removed {
        let Some(own) = item.base().find(TRAIT) else { continue };
        let what = format!("the trait `{}` is gone", item.id());
        let impact = Impact::patch("nothing is generated from it");
        out.push(found(Severity::Error, "RemovedTraitDefinition", *item, what, impact).in_old().at(own.span));
    }
}
