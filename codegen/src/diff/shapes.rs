//! AddedShape, RemovedShape, ChangedShapeType, AddedTraitDefinition, RemovedTraitDefinition: whole shapes and members.

use super::differences::{Change, Differences, found};
use super::enums::variants;
use super::event::{Finding, Impact, Severity, Verdict};
use super::instead::Instead;
use super::part::{Part, Presence};
use super::scope::concerns;
use super::secrets::is_secret;
use super::world::{Item, Member, Shape, World};
use crate::ast::ShapeType;
use crate::names;
use crate::traits::evolution::{ENUM, ERROR, PRIVATE, TRAIT};

pub fn added(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for item in &all.added {
        if goes_without_saying(all, item) {
            continue;
        }
        let (what, impact) = match item {
            Item::Shape(shape) => added_shape(all, shape),
            Item::Member(owner, member) => added_member(all, owner, member),
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

fn added_shape(all: &Differences<'_>, shape: &Shape<'_>) -> (String, Impact) {
    let part = &all.parts.new;
    let name = part.type_name(shape);
    match shape.kind.shape_type {
        ShapeType::Operation => {
            let what = format!("the operation `{}` is new", names::operation(shape.name));
            (what, Impact::minor(format!("new module `operation::{}`, nothing breaks", names::module(shape.name))))
        }
        ShapeType::Structure if shape.base.has(ERROR) => {
            (format!("the error `{name}` is new"), Impact::minor("new type in `types::error`, nothing breaks"))
        }
        ShapeType::Structure if part.is_end(&shape.base.id) => (made_from(&name, shape), Impact::patch(OF_OPERATION)),
        _ if !part.is_named(shape) => plain(shape, "is new"),
        _ if all.parts.old.named(&name).is_some() => (
            made_from(&name, shape),
            Impact::patch("the type is there already, and what is in it goes with its members"),
        ),
        _ => (format!("`{name}` is new"), Impact::minor("new type, nothing breaks")),
    }
}

/// Shapes that no type of the crate is named after.
fn plain(shape: &Shape<'_>, what: &str) -> (String, Impact) {
    let what = format!("the {} `{}` {what}", shape.kind.name(), shape.name);
    (what, Impact::patch(UNNAMED))
}

/// Why it does not matter what a shape is called that no type is named after.
pub const UNNAMED: &str = "no type of the crate is named after it";

/// Why it does not matter from which shape an input or output is made.
const OF_OPERATION: &str = "its name and what is in it go with its operation";

fn made_from(type_name: &str, shape: &Shape<'_>) -> String {
    format!("`{type_name}` is made from `{}`", shape.base.id)
}

/// Why it does not matter whether the model gives an error a message.
const MESSAGE: &str = "every error of the crate has a message";

/// The model gives an error a message, or does no longer.
fn message(world: &World<'_>, part: &Part<'_>, owner: &Shape<'_>, member: &Member<'_>) -> Impact {
    match part.strictest(owner, member) {
        Presence::Optional if is_secret(world, (owner, member)) => {
            Impact::minor("whether `Display` and `meta()` show the message changes")
        }
        Presence::Optional => Impact::patch(MESSAGE),
        _ => Impact::major("its message changes between `String` and `Option<String>`"),
    }
}

/// Whether the message is read from the member as it is from any response.
fn is_message(owner: &Shape<'_>, member: &Member<'_>) -> bool {
    owner.base.has(ERROR) && ["message", "Message"].contains(&member.name)
}

/// Whether the message is read from the member, too.
fn is_other_message(owner: &Shape<'_>, member: &Member<'_>) -> bool {
    owner.base.has(ERROR) && names::field(member.name) == "message"
}

/// The member of the other version of a structure or union that is the same field or variant in Rust.
fn twin<'m>(other: Option<&'m Shape<'m>>, owner: &Shape<'_>, member: &Member<'_>) -> Option<&'m Member<'m>> {
    let name = match owner.kind.shape_type {
        ShapeType::Structure => names::field,
        _ => names::variant,
    };
    let other = other.filter(|other| other.kind == owner.kind)?;
    other.members.iter().find(|own| name(own.name) == name(member.name))
}

fn added_member(all: &Differences<'_>, owner: &Shape<'_>, member: &Member<'_>) -> (String, Impact) {
    use ShapeType::{Enum, IntEnum, Structure, Union};
    let (part, own) = (&all.parts.new, member.name);
    let gains = format!("`{}` gains `{own}`", part.type_name(owner));
    let before = all.old.shape(&owner.base.id);
    let variant = names::variant(own).to_string();
    match (owner.kind.shape_type, twin(before, owner, member)) {
        (Structure, _) if is_message(owner, member) => (gains, message(all.new, part, owner, member)),
        (Structure | Union, Some(twin)) => {
            (gains, Impact::patch(format!("it takes the place of `{}`, with which it is judged", twin.name)))
        }
        (Structure, None) if is_other_message(owner, member) => {
            (gains, Impact::minor("the message is read from it, too").or_worse(message(all.new, part, owner, member)))
        }
        (Structure, None) => {
            let (how, more) = match part.strictest(owner, member) {
                Presence::Optional => ("optional", "nothing breaks"),
                Presence::Default => ("with a default", "nothing breaks"),
                Presence::Asked | Presence::Required => ("required", "which `build()` asks for"),
            };
            let field = names::field(own);
            (format!("{gains}, {how}"), Impact::minor(format!("new field `{field}` and builder methods, {more}")))
        }
        (Enum, _) if before.is_some_and(|before| variants(before).contains(&variant)) => {
            (gains, Impact::patch(format!("the variant `{variant}` is there already")))
        }
        (Union | Enum, _) => {
            (gains, Impact::minor(format!("new variant `{variant}`, and the enum is open: nothing breaks")))
        }
        (IntEnum, _) => (gains, Impact::patch("its values are plain numbers")),
        _ => (format!("`{}` has a `{own}`", owner.name), Impact::patch("it goes with the new type of the shape")),
    }
}

pub fn removed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for item in gone(all).filter(|item| !item.base().has(PRIVATE)) {
        let (what, impact) = removed_item(all, item);
        let scalar = matches!(item, Item::Shape(shape) if shape.kind.is_scalar() && !is_string_enum(shape));
        let (severity, id) =
            if scalar { (Severity::Warning, "RemovedShape.ScalarShape") } else { (Severity::Error, "RemovedShape") };
        out.push(found(severity, id, *item, what, impact).in_old());
    }
}

/// What no other namespace may use goes without an event, but the crate has it.
pub fn unreported(all: &Differences<'_>) -> Vec<Finding> {
    let private = gone(all).filter(|item| item.base().has(PRIVATE));
    let findings = private.map(|item| {
        let (what, impact) = removed_item(all, item);
        found(Severity::Note, "", *item, what, impact).in_old()
    });
    findings.filter(|own| own.impact.verdict > Verdict::Patch && concerns(own, all.parts)).collect()
}

/// What is gone, without the members of what is gone.
fn gone<'d, 'm>(all: &'d Differences<'m>) -> impl Iterator<Item = &'d Item<'m>> {
    all.removed.iter().filter(|item| match item {
        Item::Shape(_) => true,
        Item::Member(owner, _) => all.new.shape(&owner.base.id).is_some(),
    })
}

fn removed_item(all: &Differences<'_>, item: &Item<'_>) -> (String, Impact) {
    match item {
        Item::Shape(shape) => removed_shape(all, shape),
        Item::Member(owner, member) => removed_member(all, owner, member),
    }
}

/// Whether it is an enum as Smithy 1.0 has them.
pub fn is_string_enum(shape: &Shape<'_>) -> bool {
    shape.is(ShapeType::String) && shape.base.has(ENUM)
}

fn removed_shape(all: &Differences<'_>, shape: &Shape<'_>) -> (String, Impact) {
    let part = &all.parts.old;
    let name = part.type_name(shape);
    match shape.kind.shape_type {
        ShapeType::Operation => {
            let what = format!("the operation `{}` is gone", names::operation(shape.name));
            (what, Impact::major(format!("the module `operation::{}` goes with it", names::module(shape.name))))
        }
        ShapeType::Service => {
            let what = format!("the service `{}` is gone", shape.name);
            (what, Impact::major("every request names its service, and none goes to this one any more"))
        }
        ShapeType::Structure if part.is_end(&shape.base.id) && !shape.base.has(ERROR) => {
            (format!("`{name}` is no longer made from `{}`", shape.base.id), Impact::patch(OF_OPERATION))
        }
        _ if !part.is_named(shape) => plain(shape, "is gone"),
        _ => match all.parts.new.named(&name).filter(|now| now.kind == shape.kind && !shape.base.has(ERROR)) {
            Some(now) => {
                let inner = Instead::new(all).shape(&shape.base.id, &now.base.id);
                (made_from(&name, now), Impact::patch("the type stays").or_worse(inner))
            }
            None => (format!("`{name}` is gone"), Impact::major("programs that name the type do not compile")),
        },
    }
}

fn removed_member(all: &Differences<'_>, owner: &Shape<'_>, member: &Member<'_>) -> (String, Impact) {
    use ShapeType::{Enum, IntEnum, Structure, Union};
    let own = member.name;
    let loses = format!("`{}` loses `{own}`", all.parts.old.type_name(owner));
    let now = all.new.shape(&owner.base.id);
    let (field, variant) = (names::field(own), names::variant(own).to_string());
    let impact = match (owner.kind.shape_type, twin(now, owner, member)) {
        (Structure, twin) if is_message(owner, member) && twin.is_none_or(|twin| is_message(owner, twin)) => {
            message(all.old, &all.parts.old, owner, member)
        }
        (Structure | Union, Some(twin)) => {
            let name = if owner.is(Structure) { field.to_string() } else { variant };
            Impact::major(format!("`{name}` goes over the wire as `{}`, no longer as `{own}`", twin.name))
        }
        (Structure, None) if is_other_message(owner, member) => {
            Impact::major("the message is not read from it any more")
        }
        (Structure, None) => Impact::major(format!("the field `{field}` and its builder methods are gone")),
        (Enum, _) if now.is_some_and(|now| variants(now).contains(&variant)) => {
            Impact::patch(format!("the variant `{variant}` stays"))
        }
        (Union | Enum, _) => Impact::major(format!("the variant `{variant}` is gone")),
        (IntEnum, _) => Impact::patch("its values are plain numbers"),
        _ => {
            let what = format!("`{}` has no `{own}`", owner.name);
            return (what, Impact::patch("it goes with the old type of the shape"));
        }
    };
    (loses, impact)
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
