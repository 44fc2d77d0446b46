//! Shapes as they count: with what mixins and `apply` statements give them. Finds the shape that an id stands for.

use super::mixins;
use super::prelude::{self, Prelude};
use crate::ast::{Ast, Binding, Member, Reference, Shape, ShapeId, ShapeType, Trait};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, did_you_mean};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A shape as it counts.
pub struct View<'s, 'a> {
    /// As written.
    pub shape: &'s Shape<'a>,
    pub traits: Cow<'s, [Trait<'a>]>,
    pub members: Cow<'s, [Member<'a>]>,
    pub binding: Cow<'s, Binding>,
}

/// Every shape of a model.
pub struct Views<'s, 'a> {
    views: BTreeMap<&'s str, View<'s, 'a>>,
    unread: &'s BTreeSet<ShapeId>,
}

/// What an id stands for.
pub enum Target<'v, 's, 'a> {
    Model(&'v View<'s, 'a>),
    Prelude(Prelude),
}

/// Beyond this many faults nobody reads suggestions, which take time to find.
const SUGGESTIONS: usize = 50;

impl<'s, 'a> Views<'s, 'a> {
    pub fn of(ast: &'s Ast<'a>, log: &mut Diagnostics) -> Self {
        let view = |shape: &'s Shape<'a>| View {
            shape,
            traits: Cow::Borrowed(&shape.traits),
            members: Cow::Borrowed(&shape.members),
            binding: Cow::Borrowed(&shape.binding),
        };
        let views = ast.shapes.iter().map(|shape| (shape.id.as_str(), view(shape))).collect();
        let mut views = Self { views, unread: &ast.unread };
        mixins::flatten(ast, &mut views, log);
        views
    }

    pub fn get(&self, id: &str) -> Option<&View<'s, 'a>> {
        self.views.get(id)
    }

    /// All of them, by id.
    pub fn all(&self) -> impl Iterator<Item = &View<'s, 'a>> {
        self.views.values()
    }

    pub fn get_mut(&mut self, id: &str) -> Option<&mut View<'s, 'a>> {
        self.views.get_mut(id)
    }

    /// What the id stands for. A prelude shape that the model has itself is taken from there.
    pub fn target(&self, id: &ShapeId) -> Option<Target<'_, 's, 'a>> {
        let own = self.get(id.as_str()).map(Target::Model);
        own.or_else(|| prelude::find(id).map(Target::Prelude))
    }

    /// The fault of a reference to nothing. That a shape could not be read is a fault already.
    pub fn dangling(&self, reference: &Reference, log: &mut Diagnostics) {
        let id = &reference.id;
        if self.unread.contains(id) {
            log.note_incomplete();
            return;
        }
        let prelude: Vec<_> = prelude::ids().collect();
        let known = self.views.values().map(|view| &view.shape.id).chain(&prelude);
        let near = (log.len() < SUGGESTIONS)
            .then(|| did_you_mean(id.name(), known.map(|known| (known.name(), known.as_str()))))
            .flatten();
        log.push(
            Diagnostic::new(Code::Dangling, reference.span, format!("there is no shape `{id}`"))
                .label("no such shape")
                .help("define the shape, or join the model with the one that has it")
                .maybe_help(near),
        );
    }
}

impl<'v, 's, 'a> Target<'v, 's, 'a> {
    pub fn shape_type(&self) -> ShapeType {
        match self {
            Target::Model(view) => view.shape.shape_type,
            Target::Prelude(prelude) => prelude.shape_type,
        }
    }

    /// The traits; those of prelude shapes are known without them.
    pub fn traits(&self) -> &'v [Trait<'a>] {
        match self {
            Target::Model(view) => &view.traits,
            Target::Prelude(_) => &[],
        }
    }
}
