//! ChangedEnumTrait: the values of enums, whether written as `enum` or as a string with `smithy.api#enum`.

use super::differences::{Change, Differences, found};
use super::event::{Finding, Impact, Severity};
use super::shapes::is_enum_to_enum;
use super::shown::quoted;
use super::value::text;
use super::world::{Item, Member, Shape, careless};
use crate::ast::ShapeType;
use crate::names;
use crate::traits::Facts;
use crate::traits::evolution::{ENUM, ENUM_VALUE};
use std::collections::{BTreeMap, BTreeSet};

/// A value of an enum.
#[derive(Debug, PartialEq)]
struct Value {
    name: Option<String>,
    value: String,
}

impl Value {
    /// The variant that the crate has for it.
    fn variant(&self) -> String {
        names::variant(self.name.as_deref().unwrap_or(&self.value)).to_string()
    }
}

/// The first of the values that is spelled like that.
fn by_value(values: &[Value]) -> BTreeMap<&str, &Value> {
    values.iter().rev().map(|own| (own.value.as_str(), own)).collect()
}

fn all_variants(values: &[Value]) -> BTreeSet<String> {
    values.iter().map(Value::variant).collect()
}

pub fn changed(all: &Differences<'_>, out: &mut Vec<Finding>) {
    for (_, old, new) in all.shapes().filter(|(change, ..)| is_compared(change)) {
        let (before, after) = (values(old), values(new));
        if before != after {
            let mut log = Log { all, new, out };
            let kept = log.old_values(&before, &after);
            log.new_values(&before, &after, kept);
        }
    }
}

/// Both have values, and an enum does not become a string again.
fn is_compared(change: &Change<'_>) -> bool {
    let (old, new) = (change.old.root(), change.new.root());
    let strings = old.base.has(ENUM) && new.base.has(ENUM) && !old.is(ShapeType::Enum) && !new.is(ShapeType::Enum);
    strings || is_enum_to_enum(change)
}

/// The variants that the crate has for the values.
pub fn variants(shape: &Shape<'_>) -> Vec<String> {
    values(shape).iter().map(Value::variant).collect()
}

fn values(shape: &Shape<'_>) -> Vec<Value> {
    if !shape.is(ShapeType::Enum) {
        let written = careless(|log| Facts::new(&shape.base.traits).string_enum(log));
        return written.into_iter().flatten().map(|own| Value { name: own.name, value: own.value }).collect();
    }
    let value = |member: &Member<'_>| {
        let value = member.base.find(ENUM_VALUE).and_then(|own| text(&own.value).map(String::from));
        Some(Value { name: Some(member.name.to_owned()), value: value? })
    };
    shape.members.iter().filter_map(value).collect()
}

struct Log<'d, 'm, 'o> {
    all: &'d Differences<'m>,
    new: &'m Shape<'m>,
    out: &'o mut Vec<Finding>,
}

impl Log<'_, '_, '_> {
    fn push(&mut self, severity: Severity, what: &str, at: usize, sentence: String, impact: Impact) {
        let id = format!("ChangedEnumTrait.{what}.{at}");
        self.out.push(found(severity, id, Item::Shape(self.new), sentence, impact));
    }

    fn name(&self) -> String {
        self.all.parts.new.type_name(self.new)
    }

    /// Removed and renamed values; gives how many stay.
    fn old_values(&mut self, before: &[Value], after: &[Value]) -> usize {
        let mut kept = before.len();
        let (known, named) = (by_value(after), all_variants(after));
        for (at, old) in before.iter().enumerate() {
            let Some(new) = known.get(old.value.as_str()) else {
                let what = format!("`{}` loses the value {}", self.name(), quoted(&old.value));
                let impact = match named.contains(&old.variant()) {
                    true => Impact::major(format!("the variant `{}` now stands for another value", old.variant())),
                    false => Impact::major(format!("the variant `{}` is gone", old.variant())),
                };
                self.push(Severity::Error, "Removed", at, what, impact);
                kept -= 1;
                continue;
            };
            if new.name != old.name {
                let what = format!("{} of `{}` has another name", quoted(&old.value), self.name());
                let impact = match (old.variant(), new.variant()) {
                    (from, to) if from == to => Impact::patch(format!("the variant `{to}` stays")),
                    (from, to) => Impact::major(format!("the variant `{from}` is now `{to}`")),
                };
                self.push(Severity::Error, "NameChanged", at, what, impact);
            }
        }
        kept
    }

    /// Values that are new, at the end or before others. `kept` counts on with each that stands before.
    fn new_values(&mut self, before: &[Value], after: &[Value], mut kept: usize) {
        let (known, named) = (by_value(before), all_variants(before));
        for (at, new) in after.iter().enumerate() {
            if known.contains_key(new.value.as_str()) {
                continue;
            }
            let what = format!("`{}` gains the value {}", self.name(), quoted(&new.value));
            let impact = match named.contains(&new.variant()) {
                true => Impact::major(format!("the variant `{}` stood for another value", new.variant())),
                false => {
                    Impact::minor(format!("new variant `{}`, and the enum is open: nothing breaks", new.variant()))
                }
            };
            if at < kept {
                kept += 1;
                self.push(Severity::Error, "OrderChanged", at, what, impact);
            } else {
                self.push(Severity::Note, "Appended", at, what, impact);
            }
        }
    }
}
