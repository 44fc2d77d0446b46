//! The part of a model that becomes a crate: which operations, the shapes that they reach, and how the crate calls them.

use super::shapes::is_string_enum;
use super::world::{Member, Shape, World};
use crate::ast::{Binding, ShapeType};
use crate::names;
use crate::traits::evolution::{CLIENT_OPTIONAL, DEFAULT, ENUM, ERROR, IDEMPOTENCY_TOKEN, INPUT, REQUIRED, SPARSE};
use std::collections::{BTreeMap, BTreeSet};

/// The parts of both models.
pub struct Parts<'m> {
    pub old: Part<'m>,
    pub new: Part<'m>,
}

impl Parts<'_> {
    /// Whether the crate has anything of the shape, before or after.
    pub fn has(&self, root: &str) -> bool {
        self.old.has(root) || self.new.has(root)
    }
}

/// The part of a model that becomes a crate.
pub struct Part<'m> {
    world: &'m World<'m>,
    pub operations: BTreeSet<&'m str>,
    /// The operations that clients have methods for, and the services that they are clients of.
    pub callable: BTreeSet<&'m str>,
    pub services: BTreeSet<&'m str>,
    reached: BTreeSet<&'m str>,
    /// Those that lead to the operations.
    resources: BTreeSet<&'m str>,
    /// The operations that a structure is the input or output of.
    inputs: BTreeMap<&'m str, &'m str>,
    outputs: BTreeMap<&'m str, &'m str>,
    /// Structures that are members of something.
    nested: BTreeSet<&'m str>,
    renames: BTreeMap<&'m str, &'m str>,
    /// The shapes that types are named after, by the name of the type; but for errors, which go by their own on the wire.
    named: BTreeMap<String, &'m str>,
}

/// What happens when a member of a structure has no value. What asks for more of callers is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// It is `None`.
    Optional,
    /// It has a default value.
    Default,
    /// It is an `Option`, but `build()` asks for it.
    Asked,
    /// It is no `Option`, and `build()` asks for it.
    Required,
}

/// As what the crate has a structure. One that an operation takes is a type of its own, whatever else it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Input,
    /// An output, an error, or a part of something.
    Data,
}

/// Lists within lists are shown so deep.
const DEEPEST: usize = 6;

impl<'m> Part<'m> {
    /// What these operations of this service reach.
    pub fn of(world: &'m World<'m>, service: Option<&'m str>, operations: BTreeSet<&'m str>) -> Self {
        let mut part = Self {
            world,
            callable: operations.clone(),
            services: service.into_iter().collect(),
            reached: BTreeSet::new(),
            resources: world.resources_to(|id| operations.contains(id)),
            inputs: BTreeMap::new(),
            outputs: BTreeMap::new(),
            nested: BTreeSet::new(),
            renames: BTreeMap::new(),
            named: BTreeMap::new(),
            operations,
        };
        let mut queue: Vec<&str> = part.operations.iter().copied().chain(service).collect();
        while let Some(id) = queue.pop() {
            if let Some(shape) = world.shape(id).filter(|_| part.reached.insert(id)) {
                part.visit(shape, id, &mut queue);
            }
        }
        let reached = part.reached.iter().filter_map(|id| Some((*id, world.shape(id)?)));
        let named = reached.filter(|(_, shape)| part.is_named(shape) && !shape.base.has(ERROR));
        part.named = named.map(|(id, shape)| (part.type_name(shape), id)).collect();
        part
    }

    fn visit(&mut self, shape: &'m Shape<'m>, id: &'m str, queue: &mut Vec<&'m str>) {
        match shape.binding {
            Binding::Operation(own) => {
                let name = shape.name;
                self.inputs.extend(own.input.iter().map(|input| (input.id.as_str(), name)));
                self.outputs.extend(own.output.iter().map(|output| (output.id.as_str(), name)));
                let ends = own.input.iter().chain(&own.output).chain(&own.errors);
                queue.extend(ends.map(|own| own.id.as_str()));
            }
            Binding::Service(own) => {
                queue.extend(own.errors.iter().map(|own| own.id.as_str()));
                self.renames.extend(own.renames.iter().map(|own| (own.shape.id.as_str(), own.name.as_str())));
            }
            Binding::Nothing | Binding::Resource(_) => {}
        }
        // Members of enums all point to `Unit`, which says nothing.
        if matches!(shape.kind.shape_type, ShapeType::Enum | ShapeType::IntEnum) {
            return;
        }
        self.nested.extend(shape.members.iter().map(|member| member.target).filter(|target| *target != id));
        queue.extend(shape.members.iter().map(|member| member.target));
    }

    /// Whether the crate has anything of the shape.
    pub fn has(&self, root: &str) -> bool {
        self.reached.contains(root) || self.resources.contains(root)
    }

    /// The types that the crate has for a structure.
    pub fn roles(&self, id: &str) -> BTreeSet<Role> {
        let is_input = self.inputs.contains_key(id);
        let is_data = !is_input || self.outputs.contains_key(id) || self.nested.contains(id);
        [(is_input, Role::Input), (is_data, Role::Data)]
            .into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, role)| role)
            .collect()
    }

    /// Whether the structure is only known as the input or output of an operation.
    pub fn is_end(&self, id: &str) -> bool {
        (self.inputs.contains_key(id) || self.outputs.contains_key(id)) && !self.nested.contains(id)
    }

    /// Whether a type is named after the shape; inputs and outputs are called after their operation.
    pub fn is_named(&self, shape: &Shape<'_>) -> bool {
        match shape.kind.shape_type {
            ShapeType::Structure => !self.is_end(&shape.base.id),
            ShapeType::Union | ShapeType::Enum => true,
            _ => is_string_enum(shape),
        }
    }

    /// The shape that the type of this name is made from, if that is no error.
    pub fn named(&self, type_name: &str) -> Option<&'m Shape<'m>> {
        self.named.get(type_name).and_then(|id| self.world.shapes.get(id))
    }

    /// Whether the crate has the shape as an error or as the input of an operation.
    pub fn is_error_or_input(&self, shape: &Shape<'_>) -> bool {
        let id = shape.base.id.as_str();
        self.reached.contains(id) && (shape.base.has(ERROR) || self.inputs.contains_key(id))
    }

    /// The name of the type that the crate has for the shape.
    pub fn type_name(&self, shape: &Shape<'_>) -> String {
        let id = shape.base.id.as_str();
        let nested = self.nested.contains(id);
        if let Some(operation) = self.inputs.get(id).filter(|_| !nested) {
            return names::input(operation).to_string();
        }
        if let Some(operation) = self.outputs.get(id).filter(|_| !nested) {
            return names::output(operation).to_string();
        }
        if shape.is(ShapeType::Operation) {
            return names::operation(shape.name).to_string();
        }
        names::type_name(self.renames.get(id).copied().unwrap_or(shape.name)).to_string()
    }

    /// The Rust type of values of the shape.
    pub fn rust_type(&self, id: &str) -> String {
        self.rust_type_within(id, DEEPEST)
    }

    fn rust_type_within(&self, id: &str, depth: usize) -> String {
        use ShapeType::*;
        let Some(shape) = self.world.shape(id) else {
            return id.to_owned();
        };
        if depth == 0 {
            return "_".to_owned();
        }
        let element = |name: &str| {
            let inner = shape.member(name).map(|member| self.rust_type_within(member.target, depth - 1));
            let inner = inner.unwrap_or_else(|| "_".to_owned());
            if name != "key" && shape.base.has(SPARSE) { format!("Option<{inner}>") } else { inner }
        };
        let plain = match shape.kind.shape_type {
            String if shape.base.has(ENUM) => return self.type_name(shape),
            Enum | Structure | Union | Operation | Resource | Service => return self.type_name(shape),
            List => return format!("Vec<{}>", element("member")),
            Map => return format!("HashMap<{}, {}>", element("key"), element("value")),
            String => "String",
            Boolean => "bool",
            Byte => "i8",
            Short => "i16",
            Integer | IntEnum => "i32",
            Long => "i64",
            Float => "f32",
            Double => "f64",
            Blob => "Blob",
            Timestamp => "DateTime",
            Document => "Document",
            BigInteger => "BigInteger",
            BigDecimal => "BigDecimal",
        };
        plain.to_owned()
    }

    /// What happens when the member has no value, where that asks for most.
    pub fn strictest(&self, owner: &Shape<'_>, member: &Member<'_>) -> Presence {
        let roles = self.roles(&owner.base.id).into_iter();
        roles.map(|role| self.presence(owner, member, role)).max().unwrap_or(Presence::Optional)
    }

    /// What happens when the member has no value.
    pub fn presence(&self, owner: &Shape<'_>, member: &Member<'_>, role: Role) -> Presence {
        let has = |id: &str| member.base.has(id);
        let required = has(REQUIRED);
        let default = member.base.find(DEFAULT).map(|own| !own.value.is_null());
        let aggregate = self.world.shape(member.target).is_some_and(Shape::is_aggregate);
        let absent = !default.unwrap_or(required);
        let input = role == Role::Input;
        if input || owner.base.has(INPUT) || has(CLIENT_OPTIONAL) || aggregate || absent {
            // A token is made up where there is none.
            let asked = required && default.is_none() && input && !has(IDEMPOTENCY_TOKEN) && !has(CLIENT_OPTIONAL);
            return if asked { Presence::Asked } else { Presence::Optional };
        }
        if default == Some(true) { Presence::Default } else { Presence::Required }
    }

    /// Whether `build()` of the structure may fail.
    pub fn is_fallible(&self, owner: &Shape<'_>, role: Role) -> bool {
        role == Role::Input
            || owner.members.iter().any(|member| self.presence(owner, member, role) == Presence::Required)
    }
}
