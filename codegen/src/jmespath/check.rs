//! From an expression as written to a path of Rust: every name looked up in the shapes, every type checked.
//!
//! Where JMESPath gives null, the path gives `None`, and so it does where the value of a function's argument is missing,
//! which JMESPath calls an error.

use super::types::{OPAQUE, Type, Typed, seen};
use super::{Expression, Kind, Literal, Over};
use crate::ast::ShapeId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span, did_you_mean};
use crate::ir::path::{Each, Link, Parts, Path, View};
use crate::model::{self, Member, Model};
use crate::names;

/// What an expression is asked of.
#[derive(Clone, Copy, Debug)]
pub enum Root<'a> {
    /// The input of an operation, in the variable `input`. `None` is `smithy.api#Unit`.
    Input(Option<&'a ShapeId>),
    /// The output, in the variable `output`.
    Output(Option<&'a ShapeId>),
    /// Input and output, under these names.
    Both(Option<&'a ShapeId>, Option<&'a ShapeId>),
}

/// Compiles the expressions of a trait.
pub struct Checker<'m, 'l> {
    pub model: &'m Model,
    pub log: &'l mut Diagnostics,
    /// The trait, for messages.
    pub of: &'static str,
    /// The input of the operation, whose fields are all `Option`s.
    pub(super) input: Option<&'m ShapeId>,
    /// Whether a member on the way is deprecated.
    pub names_deprecated: bool,
}

impl<'m, 'l> Checker<'m, 'l> {
    /// A checker for expressions of the trait `of`; faults go to the log.
    pub fn new(model: &'m Model, of: &'static str, log: &'l mut Diagnostics) -> Self {
        Self { model, log, of, input: None, names_deprecated: false }
    }

    /// The path that an expression describes.
    pub fn check(&mut self, expression: &Expression, root: Root<'m>) -> Option<Typed> {
        let variable = |name, id: Option<&ShapeId>| {
            let unit = || ShapeId::prelude("Unit");
            Typed::new(Path::Variable(name), Type::Structure(id.cloned().unwrap_or_else(unit)))
        };
        let at = match root {
            Root::Input(id) => {
                self.input = id;
                variable("input", id)
            }
            Root::Output(id) => variable("output", id),
            Root::Both(input, output) => {
                self.input = input;
                Typed::new(Path::It, Type::Exchange(input.cloned(), output.cloned()))
            }
        };
        self.of(expression, &at)
    }

    /// What the expression gives when asked of `at`, which is no `Option`.
    pub(super) fn of(&mut self, expression: &Expression, at: &Typed) -> Option<Typed> {
        let span = expression.span;
        match &expression.kind {
            Kind::Current if matches!(at.ty, Type::Exchange(..)) => {
                self.fault(span, "`@` is no value here", "name `input` or `output`")
            }
            Kind::Current => Some(at.clone()),
            Kind::Field(name) => self.field(at, name, span),
            Kind::Then(left, right) => {
                let left = self.of(left, at)?;
                self.lift(left, |checker, it| checker.of(right, it))
            }
            Kind::Index(left, index) => {
                let left = self.of(left, at)?;
                self.lift(left, |checker, it| checker.index(it, *index, span))
            }
            Kind::Flatten(left) => {
                let left = self.of(left, at)?;
                self.lift(left, |checker, it| checker.flatten(it, span))
            }
            Kind::Each(over, left, right) => {
                let left = self.of(left, at)?;
                self.lift(left, |checker, it| checker.each(it, over, right, span))
            }
            Kind::Or(left, right) => self.either(left, right, at, false),
            Kind::And(left, right) => self.either(left, right, at, true),
            Kind::Not(inner) => {
                let holds = self.condition(inner, at)?;
                Some(Typed::new(super::combine::not(holds), Type::Boolean))
            }
            Kind::Compare(comparator, left, right) => self.compare(*comparator, left, right, at, span),
            Kind::List(items) => self.list(items, at, span),
            Kind::Call(name, arguments) => self.call(name, arguments, at, span),
            Kind::Literal(literal) => Some(self::literal(literal)),
            Kind::Unsupported(what) => self.unsupported(span, what),
        }
    }

    /// Takes a step from a value that may be an `Option`.
    pub(super) fn lift(&mut self, left: Typed, step: impl FnOnce(&mut Self, &Typed) -> Option<Typed>) -> Option<Typed> {
        let is_place = matches!(left.path, Path::It | Path::Variable(_) | Path::Field(..) | Path::Text(_));
        if !left.optional && (is_place || matches!(left.ty, Type::List(_) | Type::Iterator(..))) {
            return step(self, &left);
        }
        // An iterator that a closure has made is used where it is made.
        if let (Type::Iterator(..), Path::Then(Link::Map, of, iterator)) = (&left.ty, left.path.clone()) {
            let right = step(self, &Typed::new(*iterator, left.ty))?;
            let link = if right.optional { Link::AndThen } else { Link::Map };
            return Some(Typed::maybe(Path::Then(link, of, right.path.into()), right.ty, true));
        }
        let right = step(self, &Typed::new(Path::It, left.ty))?;
        let link = match (left.optional, right.optional) {
            (true, true) => Link::AndThen,
            (true, false) => Link::Map,
            (false, _) => Link::Let,
        };
        let optional = left.optional || right.optional;
        Some(match right.path {
            Path::It => Typed::maybe(left.path, right.ty, optional),
            path => Typed::maybe(Path::Then(link, left.path.into(), path.into()), right.ty, optional),
        })
    }

    fn field(&mut self, at: &Typed, name: &str, span: Span) -> Option<Typed> {
        let of = || Box::new(at.path.clone());
        match &at.ty {
            Type::Structure(id) => {
                let member = self.member(id, name, span)?;
                let optional = member.nullable || Some(id) == self.input;
                let (ty, view) = seen(self.model, &member.target, optional);
                Some(Typed::maybe(Path::Field(of(), names::field(name), view), ty, optional))
            }
            Type::Union(id) => {
                let member = self.member(id, name, span)?;
                if member.target.is_unit() {
                    return self.unsupported(span, "members without a value");
                }
                let (ty, view) = seen(self.model, &member.target, true);
                let getter = names::as_method(&names::variant(name));
                Some(Typed::maybe(Path::Variant(of(), getter, view), ty, true))
            }
            Type::Map(id) => {
                let model::Kind::Map { key, value, sparse, .. } = &self.model.shapes[id].kind else { return None };
                if matches!(self.model.shapes[key].kind, model::Kind::Enum(_)) {
                    return self.unsupported(span, "entries of maps whose keys are enums");
                }
                let (ty, view) = seen(self.model, &value.target, *sparse);
                Some(Typed::maybe(Path::Entry(of(), name.to_owned(), view), ty, true))
            }
            Type::Exchange(input, output) => {
                let (variable, id) = match name {
                    "input" => ("input", input),
                    "output" => ("output", output),
                    _ => return self.fault(span, format!("there is no `{name}`"), "there are `input` and `output`"),
                };
                let id = id.clone().unwrap_or_else(|| ShapeId::prelude("Unit"));
                Some(Typed::new(Path::Variable(variable), Type::Structure(id)))
            }
            Type::Opaque => self.unsupported(span, OPAQUE),
            other => self.fault(span, format!("{} has no `{name}`", other.name()), "has no members"),
        }
    }

    fn member(&mut self, id: &ShapeId, name: &str, span: Span) -> Option<&'m Member> {
        let members = match self.model.shapes.get(id).map(|shape| &shape.kind) {
            Some(model::Kind::Structure(structure)) => &structure.members[..],
            Some(model::Kind::Union(members)) => members,
            _ => &[],
        };
        let found = members.iter().find(|member| member.name == name);
        self.names_deprecated |= found.is_some_and(|member| member.deprecated.is_some());
        if found.is_none() {
            let near = did_you_mean(name, members.iter().map(|member| (&*member.name, &*member.name)));
            let message = format!("`{}` has no member `{name}`", id.name());
            let fault = Diagnostic::new(Code::TraitValue, span, message).label("no such member").maybe_help(near);
            self.log.miss(id.with_member(name), fault);
        }
        found
    }

    fn each(&mut self, left: &Typed, over: &Over, right: &Expression, span: Span) -> Option<Typed> {
        let (path, ty) = match over {
            Over::Values => self.values(left, span)?,
            Over::Elements | Over::Where(_) => self.elements(left, span)?,
        };
        let it = Typed::new(Path::It, ty);
        let path = match over {
            Over::Elements | Over::Values => path,
            Over::Where(condition) => match (self.condition(condition, &it)?, &it.ty) {
                (Path::Boolean(_), _) => return self.unsupported(span, "a condition that is always the same"),
                (_, Type::Iterator(..)) => return self.unsupported(span, "conditions on lists made here"),
                (condition, _) => Path::Where(path.into(), condition.into()),
            },
        };
        let right = self.of(right, &it)?;
        let step = match (&right.path, right.optional) {
            (Path::It, _) => return Some(Typed::new(path, Type::Iterator(right.ty.into(), false))),
            (_, true) => Each::Option,
            (_, false) => Each::Value,
        };
        Some(Typed::new(Path::Each(step, path.into(), right.path.into()), Type::Iterator(right.ty.into(), false)))
    }

    /// An iterator over the elements that are there, and their type.
    pub(super) fn elements(&mut self, list: &Typed, span: Span) -> Option<(Path, Type)> {
        let of = Box::new(list.path.clone());
        match &list.ty {
            Type::List(id) => {
                let (ty, view) = self.element(id)?;
                Some((Path::Parts(Parts::Elements, of, view), ty))
            }
            Type::Iterator(item, true) => Some((Path::Flat(of), (**item).clone())),
            Type::Iterator(item, false) => Some((list.path.clone(), (**item).clone())),
            Type::Opaque => self.unsupported(span, OPAQUE),
            other => self.fault(span, format!("expected a list, found {}", other.name()), "asked of its elements"),
        }
    }

    fn element(&self, list: &ShapeId) -> Option<(Type, View)> {
        let model::Kind::List { member, sparse } = &self.model.shapes[list].kind else { return None };
        Some(seen(self.model, &member.target, *sparse))
    }

    /// An iterator over the values of a map, and their type.
    pub(super) fn values(&mut self, map: &Typed, span: Span) -> Option<(Path, Type)> {
        let Type::Map(id) = &map.ty else {
            let message = format!("the values of {} cannot be had", map.ty.name());
            return match map.ty {
                Type::Structure(_) | Type::Union(_) => self.unsupported(span, "all members of a structure"),
                _ => self.fault(span, message, "only maps have values"),
            };
        };
        let model::Kind::Map { value, sparse, .. } = &self.model.shapes[id].kind else { return None };
        let (ty, view) = seen(self.model, &value.target, *sparse);
        Some((Path::Parts(Parts::Values, map.path.clone().into(), view), ty))
    }

    fn flatten(&mut self, left: &Typed, span: Span) -> Option<Typed> {
        let (path, item) = self.elements(left, span)?;
        // One step for what `map` and `flatten` would be two for.
        let path = match (path, &item) {
            (Path::Each(Each::Value, of, step), Type::Iterator(inner, optional)) => {
                let path = Path::Each(Each::Iterator, of, step);
                let path = if *optional { Path::Flat(path.into()) } else { path };
                return Some(Typed::new(path, Type::Iterator(inner.clone(), false)));
            }
            (path, _) => path,
        };
        let (path, item) = match item {
            Type::List(_) => {
                let (step, item) = self.elements(&Typed::new(Path::It, item), span)?;
                (Path::Each(Each::Iterator, path.into(), step.into()), item)
            }
            Type::Iterator(item, true) => (Path::Flat(Path::Flat(path.into()).into()), *item),
            Type::Iterator(item, false) => (Path::Flat(path.into()), *item),
            item => (path, item),
        };
        Some(Typed::new(path, Type::Iterator(item.into(), false)))
    }

    fn index(&mut self, left: &Typed, index: i64, span: Span) -> Option<Typed> {
        if left.ty.may_hold_null(self.model) {
            return self.unsupported(span, "an index of a list that may hold null");
        }
        let (path, ty) = self.elements(left, span)?;
        if index < 0 && !matches!(path, Path::Parts(Parts::Elements, ..)) {
            return self.unsupported(span, "an index from the end of what is no member");
        }
        Some(Typed::maybe(Path::Nth(path.into(), index), ty, true))
    }

    /// Reports what is wrong with the expression.
    pub(super) fn fault<T>(&mut self, span: Span, message: impl Into<String>, label: &str) -> Option<T> {
        self.log.push(Diagnostic::new(Code::TraitValue, span, message).label(label));
        None
    }

    /// Reports what cannot be compiled.
    pub(super) fn unsupported<T>(&mut self, span: Span, what: &str) -> Option<T> {
        self.log.push(
            Diagnostic::new(Code::UnsupportedTrait, span, format!("the trait `{}` is not supported here", self.of))
                .label(format!("{what} cannot be compiled"))
                .help("leave the operation out of the selection"),
        );
        None
    }
}

fn literal(literal: &Literal) -> Typed {
    match literal {
        Literal::Null => Typed::maybe(Path::It, Type::Null, true),
        Literal::Boolean(value) => Typed::new(Path::Boolean(*value), Type::Boolean),
        Literal::Integer(number) => Typed::new(Path::Integer(*number), Type::Integer),
        Literal::Float(number) => Typed::new(Path::Float(*number), Type::Float),
        Literal::String(text) => Typed::new(Path::Text(text.clone()), Type::String),
    }
}
