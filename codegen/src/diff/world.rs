//! A model as smithy-diff sees it: every shape and every member with all traits that count for it, whether written,
//! from a mixin, from an `apply` statement or implied by the version of the model.

use super::implied;
use crate::ast::{Ast, Binding, Entry, Node, Reference, ShapeId, ShapeType, Trait, Version};
use crate::diagnostic::{Diagnostics, Source, Span};
use crate::protocol::{self, Protocol};
use crate::resolve::prelude;
use crate::resolve::views::{View, Views};
use crate::traits::evolution;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// A model.
pub struct World<'w> {
    /// By id, without those of the prelude.
    pub shapes: BTreeMap<&'w str, Shape<'w>>,
    pub metadata: &'w [Entry<'w>],
    prelude: BTreeMap<String, Shape<'w>>,
    bound: OnceCell<BTreeSet<&'w str>>,
}

/// What shapes and members have in common.
pub struct Base<'w> {
    pub id: String,
    pub span: Span,
    pub traits: Vec<Trait<'w>>,
}

/// A shape.
pub struct Shape<'w> {
    pub base: Base<'w>,
    /// The id without namespace.
    pub name: &'w str,
    pub kind: Kind,
    pub members: Vec<Member<'w>>,
    pub binding: &'w Binding,
    /// Where a member stands in `members`.
    places: BTreeMap<&'w str, usize>,
}

/// The type of a shape. A `set` of Smithy 1.0 is a type of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    pub shape_type: ShapeType,
    pub is_set: bool,
}

impl Kind {
    /// The word of the model.
    pub fn name(self) -> &'static str {
        if self.is_set { "set" } else { self.shape_type.name() }
    }

    /// Whether the type is the only thing that matters about a shape, apart from its traits.
    pub fn is_scalar(self) -> bool {
        use ShapeType::*;
        match self.shape_type {
            Blob | Boolean | String | Byte | Short | Integer | Long | Float | Double => true,
            BigInteger | BigDecimal | Timestamp => true,
            Document | Enum | IntEnum | List | Map | Structure | Union | Operation | Resource | Service => false,
        }
    }
}

/// A member.
pub struct Member<'w> {
    pub base: Base<'w>,
    pub name: &'w str,
    pub target: &'w str,
}

/// A shape or a member.
#[derive(Clone, Copy)]
pub enum Item<'m> {
    Shape(&'m Shape<'m>),
    /// After the shape that has it.
    Member(&'m Shape<'m>, &'m Member<'m>),
}

static NOTHING: Binding = Binding::Nothing;

impl<'w> World<'w> {
    /// Takes the model apart.
    pub fn of(source: &'w Source, ast: &'w Ast<'w>, views: &'w Views<'w, 'w>) -> Self {
        let shapes = views.all().map(|view| (view.shape.id.as_str(), shape(view, source))).collect();
        let mut world = Self { shapes, metadata: &ast.metadata, prelude: prelude_shapes(), bound: OnceCell::new() };
        if ast.version == Version::One {
            implied::add_defaults(&mut world);
        }
        world
    }

    /// The shape with this id, from the model or else from the prelude.
    pub fn shape(&self, id: &str) -> Option<&Shape<'w>> {
        self.shapes.get(id).or_else(|| self.prelude.get(id))
    }

    /// The shape or member with this id.
    pub fn item<'m>(&'m self, id: &str) -> Option<Item<'m>> {
        match id.split_once('$') {
            None => self.shape(id).map(|shape| Item::Shape(narrow(shape))),
            Some((root, name)) => {
                let shape = narrow(self.shape(root)?);
                shape.member(name).map(|member| Item::Member(shape, member))
            }
        }
    }

    /// Every shape of the model with its members, by id.
    pub fn items<'m>(&'m self) -> impl Iterator<Item = Item<'m>> {
        self.shapes.values().flat_map(|shape| {
            let shape: &'m Shape<'m> = narrow(shape);
            std::iter::once(Item::Shape(shape)).chain(shape.members.iter().map(move |own| Item::Member(shape, own)))
        })
    }

    /// The operations that services or resources reach through their resources.
    pub fn operations_of<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> BTreeSet<&'w str> {
        let (mut operations, mut seen) = (BTreeSet::new(), BTreeSet::new());
        let mut queue: Vec<_> = ids.into_iter().filter_map(|id| self.shape(id)).collect();
        while let Some((own, resources)) = queue.pop().map(Shape::bound) {
            operations.extend(own.iter().map(|own| own.id.as_str()));
            let new = resources.iter().map(|own| own.id.as_str()).filter(|id| seen.insert(*id));
            queue.extend(new.filter_map(|id| self.shape(id)));
        }
        operations
    }

    /// The resources that lead to operations that are wanted.
    pub fn resources_to(&self, is_wanted: impl Fn(&str) -> bool) -> BTreeSet<&'w str> {
        let (mut above, mut queue): (BTreeMap<&str, Vec<&str>>, Vec<&str>) = (BTreeMap::new(), Vec::new());
        for (id, shape) in self.shapes.iter().filter(|(_, shape)| shape.is(ShapeType::Resource)) {
            let (operations, resources) = shape.bound();
            resources.iter().for_each(|own| above.entry(own.id.as_str()).or_default().push(id));
            queue.extend(operations.iter().any(|own| is_wanted(own.id.as_str())).then_some(id));
        }
        let mut leading = BTreeSet::new();
        while let Some(id) = queue.pop() {
            if leading.insert(id) {
                queue.extend(above.get(id).into_iter().flatten());
            }
        }
        leading
    }

    /// The operations of all services.
    pub fn bound(&self) -> &BTreeSet<&'w str> {
        self.bound.get_or_init(|| {
            let services = self.shapes.iter().filter(|(_, shape)| shape.is(ShapeType::Service));
            self.operations_of(services.map(|(id, _)| *id))
        })
    }
}

/// Shapes live as long as the world is looked at.
fn narrow<'m, 'w: 'm>(shape: &'m Shape<'w>) -> &'m Shape<'m> {
    shape
}

impl<'w> Shape<'w> {
    pub fn member(&self, name: &str) -> Option<&Member<'w>> {
        self.places.get(name).and_then(|at| self.members.get(*at))
    }

    /// The operations and resources of a service or resource.
    pub fn bound(&self) -> (&'w [Reference], &'w [Reference]) {
        match self.binding {
            Binding::Service(own) => (&own.operations, &own.resources),
            Binding::Resource(own) => (&own.operations, &own.resources),
            Binding::Nothing | Binding::Operation(_) => (&[], &[]),
        }
    }

    /// What the crate of a service speaks, if the generator knows it.
    pub fn protocol(&self) -> Option<&'static dyn Protocol> {
        protocol::ALL.iter().copied().find(|known| self.base.has(known.id()))
    }

    /// Whether the shape is of this type.
    pub fn is(&self, shape_type: ShapeType) -> bool {
        self.kind.shape_type == shape_type
    }

    /// Whether generators that follow AWS treat values of this type as optional whatever the traits say.
    pub fn is_aggregate(&self) -> bool {
        matches!(self.kind.shape_type, ShapeType::Structure | ShapeType::Union)
    }
}

impl<'w> Base<'w> {
    pub fn find(&self, id: &str) -> Option<&Trait<'w>> {
        self.traits.iter().find(|own| own.id.as_str() == id)
    }

    pub fn has(&self, id: &str) -> bool {
        self.find(id).is_some()
    }

    /// Puts a trait in the place of the one with its id, if any.
    pub fn put(&mut self, new: Trait<'w>) {
        self.traits.retain(|own| own.id != new.id);
        self.traits.push(new);
    }
}

impl<'m> Item<'m> {
    pub fn base(self) -> &'m Base<'m> {
        match self {
            Item::Shape(shape) => &shape.base,
            Item::Member(_, member) => &member.base,
        }
    }

    pub fn id(self) -> &'m str {
        &self.base().id
    }

    /// The shape itself, or the one that has the member.
    pub fn root(self) -> &'m Shape<'m> {
        match self {
            Item::Shape(shape) | Item::Member(shape, _) => shape,
        }
    }
}

fn shape<'w>(view: &'w View<'w, 'w>, source: &'w Source) -> Shape<'w> {
    let own = view.shape;
    let kind = Kind { shape_type: own.shape_type, is_set: own.is_set };
    let base = |id: String, span, traits: &[Trait<'w>]| Base { id, span, traits: traits.to_vec() };
    let members = view.members.iter().map(|member| {
        let id = format!("{}${}", own.id, member.name);
        let mut base = base(id, member.span, &member.traits);
        if own.shape_type == ShapeType::Enum && !base.has(evolution::ENUM_VALUE) {
            base.put(name_as_value(member.span, source));
        }
        Member { base, name: &member.name, target: member.target.id.as_str() }
    });
    let mut shape = Shape {
        base: base(own.id.to_string(), own.span, &view.traits),
        name: own.id.name(),
        kind,
        members: members.collect(),
        binding: &view.binding,
        places: view.members.iter().enumerate().map(|(at, member)| (member.name.as_str(), at)).collect(),
    };
    if own.is_set && !shape.base.has(evolution::UNIQUE_ITEMS) {
        shape.base.put(implied::own(evolution::UNIQUE_ITEMS, Node::implied("{}", own.span), own.span));
    }
    shape
}

/// The value of an enum member that has none of its own: its name, which stands in quotes in the text of the model.
fn name_as_value<'w>(span: Span, source: &'w Source) -> Trait<'w> {
    let text = source.text.get(span.start..span.end).unwrap_or("\"\"");
    implied::own(evolution::ENUM_VALUE, Node::implied(text, span), span)
}

fn prelude_shapes<'w>() -> BTreeMap<String, Shape<'w>> {
    let shape = |id: ShapeId| {
        let found = prelude::find(&id)?;
        let span = Span::default();
        let mut base = Base { id: id.to_string(), span, traits: vec![] };
        let zero = implied::zero(found.shape_type).filter(|_| !found.boxed);
        base.traits.extend(zero.map(|zero| implied::own(evolution::DEFAULT, Node::implied(zero, span), span)));
        if found.boxed && implied::zero(found.shape_type).is_some() {
            base.traits.push(implied::own(evolution::BOX, Node::implied("{}", span), span));
        }
        let kind = Kind { shape_type: found.shape_type, is_set: false };
        let name = found.name;
        Some((id.to_string(), Shape { base, name, kind, members: vec![], binding: &NOTHING, places: BTreeMap::new() }))
    };
    prelude::ids().filter_map(shape).collect()
}

/// Reads without caring for faults, which are found when the crate is generated.
pub fn careless<T>(read: impl FnOnce(&mut Diagnostics) -> T) -> T {
    read(&mut Diagnostics::new())
}
