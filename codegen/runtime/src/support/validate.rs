//! What `validate()` of an input is made of: a walk over everything that the input holds, without recursion, so that no
//! depth overflows the stack. Each kind of constraint adds a method to the walk, in a file of its own.

use std::fmt::{Display, Formatter, Result as Written};

/// What the model asks of a value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Constraint {
    /// `smithy.api#required`: the member must have a value.
    Required,
    /// `smithy.api#length`: so many characters of a string, bytes of a blob, or elements of a list or map.
    #[non_exhaustive]
    Length {
        /// The smallest length.
        min: u64,
        /// The largest; `u64::MAX` if there is none.
        max: u64,
    },
    /// `smithy.api#range`: the decimal bounds of a number, each empty if there is none.
    #[non_exhaustive]
    Range {
        /// The smallest number.
        min: &'static str,
        /// The largest number.
        max: &'static str,
    },
    /// `smithy.api#pattern`: the string must match it somewhere, in the syntax of the crate `regex`.
    Pattern(&'static str),
    /// `smithy.api#uniqueItems`: no element of a list may equal an earlier one.
    UniqueItems,
}

impl Display for Constraint {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        match self {
            Self::Required => write!(f, "is required"),
            Self::Length { min, max: u64::MAX } => write!(f, "must have a length of at least {min}"),
            Self::Length { min: 0, max } => write!(f, "must have a length of at most {max}"),
            Self::Length { min, max } => write!(f, "must have a length of {min} to {max}"),
            Self::Range { min, max: "" } => write!(f, "must be at least {min}"),
            Self::Range { min: "", max } => write!(f, "must be at most {max}"),
            Self::Range { min, max } => write!(f, "must be {min} to {max}"),
            Self::Pattern(pattern) => write!(f, "must match {pattern}"),
            Self::UniqueItems => write!(f, "repeats an earlier element"),
        }
    }
}

/// A constraint that a value breaks. The value itself is not in here: it may be secret.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Violation {
    /// The way from the input to the value in the names of the model, such as `Tags[3].Key`. Keys of sensitive maps are
    /// `*`; of a path with more than 64 steps only the last are there.
    pub path: String,
    /// The id of the shape or member that has the constraint.
    pub shape: String,
    /// The constraint.
    pub constraint: Constraint,
}

impl Display for Violation {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        write!(f, "{} {} ({})", self.path, self.constraint, self.shape)
    }
}

/// All constraints that an input breaks: of each structure those of its own members first, in the order of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// Each of them; there is at least one.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }
}

impl Display for Violations {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        for (at, violation) in self.0.iter().enumerate() {
            write!(f, "{}{violation}", if at == 0 { "" } else { "; " })?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

/// A structure or union with constraints in it.
pub trait Validate {
    /// Checks its members; the structures among them later.
    fn validate<'a>(&'a self, walk: &mut Walk<'a>);
}

impl<T: Validate> Validate for Box<T> {
    fn validate<'a>(&'a self, walk: &mut Walk<'a>) {
        T::validate(self, walk);
    }
}

/// Checks an input and everything in it.
pub fn all(input: &dyn Validate) -> Result<(), Violations> {
    let mut walk = Walk::default();
    walk.todo.push((walk.place, input));
    while let Some((place, value)) = walk.todo.pop() {
        let next = walk.todo.len();
        walk.place = place;
        value.validate(&mut walk);
        walk.todo[next..].reverse();
    }
    if walk.found.is_empty() { Ok(()) } else { Err(Violations(walk.found)) }
}

/// A step into a value.
#[allow(dead_code, reason = "not every model constrains lists and maps")]
pub enum Step<'a> {
    /// To a member.
    Member(&'static str),
    /// To an element of a list.
    Index(usize),
    /// To a key of a map or its value.
    Key(&'a str),
}

/// Where the walk is: how many steps are known to it, as the last of them leads there, and whether keys are secret.
#[derive(Clone, Copy, Default)]
struct Place {
    steps: usize,
    is_sensitive: bool,
}

/// A walk over an input.
#[derive(Default)]
pub struct Walk<'a> {
    /// The id of the structure or union that is being checked.
    shape: &'static str,
    place: Place,
    /// Each with the place that it leads on from.
    steps: Vec<(Place, Step<'a>)>,
    todo: Vec<(Place, &'a dyn Validate)>,
    found: Vec<Violation>,
}

#[allow(dead_code, reason = "not every model has constraints of each kind")]
impl<'a> Walk<'a> {
    /// Begins with the members of a structure or union.
    pub fn begin(&mut self, shape: &'static str) {
        self.shape = shape;
    }

    /// A member that must be set.
    pub fn required<T>(&mut self, member: &'a Option<T>, name: &'static str, check: impl FnOnce(&mut Self, &'a T)) {
        self.optional(member, name, check);
        if member.is_none() {
            let shape = format!("{}${name}", self.shape);
            self.inside(Step::Member(name), |walk| walk.broken(Constraint::Required, &shape));
        }
    }

    /// A member that may be set.
    pub fn optional<T>(&mut self, member: &'a Option<T>, name: &'static str, check: impl FnOnce(&mut Self, &'a T)) {
        self.present(member, |walk, member| walk.always(member, name, check));
    }

    /// A member that has a value.
    pub fn always<T>(&mut self, member: &'a T, name: &'static str, check: impl FnOnce(&mut Self, &'a T)) {
        self.inside(Step::Member(name), |walk| check(walk, member));
    }

    /// A value that may be there.
    pub fn present<T>(&mut self, value: &'a Option<T>, check: impl FnOnce(&mut Self, &'a T)) {
        if let Some(value) = value {
            check(self, value);
        }
    }

    /// A value whose keys, if there are any below it, are not to be shown.
    pub fn sensitive<T>(&mut self, _: &'a T) {
        self.place.is_sensitive = true;
    }

    /// A structure or union, which is put off.
    pub fn nested<T: Validate>(&mut self, value: &'a T) {
        self.todo.push((self.place, value));
    }

    /// Checks something one step further on.
    pub fn inside(&mut self, step: Step<'a>, check: impl FnOnce(&mut Self)) {
        let (place, known, queued) = (self.place, self.steps.len(), self.todo.len());
        self.steps.push((place, step));
        self.place.steps = self.steps.len();
        check(self);
        self.place = place;
        if self.todo.len() == queued {
            self.steps.truncate(known);
        }
    }

    /// Notes a constraint of `shape`; the namespace is that of the structure unless it says another.
    pub fn broken(&mut self, constraint: Constraint, shape: &str) {
        let namespace = self.shape.split('#').next().filter(|_| !shape.contains('#'));
        let shape = namespace.map_or(shape.to_owned(), |namespace| format!("{namespace}#{shape}"));
        self.found.push(Violation { path: self.path(), shape, constraint });
    }

    fn path(&self) -> String {
        let mut names = Vec::new();
        let mut place = self.place;
        while place.steps > 0 {
            let (before, step) = &self.steps[place.steps - 1];
            names.push(match step {
                _ if names.len() == 64 => "...".to_owned(),
                Step::Member(name) if before.steps == 0 => (*name).to_owned(),
                Step::Member(name) => format!(".{name}"),
                Step::Index(index) => format!("[{index}]"),
                Step::Key(_) if before.is_sensitive => "[*]".to_owned(),
                Step::Key(key) => format!("[{key:?}]"),
            });
            place = if names.len() > 64 { Place::default() } else { *before };
        }
        names.into_iter().rev().collect()
    }
}

/// Declares what is checked of a structure, or of a union behind the word `union`; behind the name of an input stands
/// that of its method. A row is `field, "Member": required|optional|always CHECK..`, of a union `Variant, "member":
/// CHECK..`; a check is a method of [`Walk`] with its arguments, or with the checks of what is inside: `each[nested()]`.
macro_rules! validate {
    ($Name:ident.$method:ident = $($rest:tt)*) => {
        impl $Name {
            /// Checks the constraints of the model, which a service may have relaxed since. No call does so by itself.
            ///
            /// # Errors
            /// Everything that breaks a constraint.
            pub fn $method(&self) -> ::std::result::Result<(), crate::validate::Violations> {
                crate::support::validate::all(self)
            }
        }

        crate::support::validate::validate! { $Name = $($rest)* }
    };
    ($Name:ident = $id:literal; $($field:ident, $wire:literal: $presence:ident $($check:ident $inner:tt)*;)*) => {
        impl crate::support::validate::Validate for $Name {
            fn validate<'a>(&'a self, walk: &mut crate::support::validate::Walk<'a>) {
                walk.begin($id);
                $(walk.$presence(&self.$field, $wire, crate::support::validate::validate!(@checks $($check $inner)*));)*
            }
        }
    };
    (union $Name:ident = $id:literal; $($Variant:ident, $wire:literal: $($check:ident $inner:tt)*;)*) => {
        impl crate::support::validate::Validate for $Name {
            fn validate<'a>(&'a self, walk: &mut crate::support::validate::Walk<'a>) {
                walk.begin($id);
                $(if let Self::$Variant(value) = self {
                    walk.always(value, $wire, crate::support::validate::validate!(@checks $($check $inner)*));
                })*
            }
        }
    };
    (@checks) => { |_, _| {} };
    (@checks $($check:ident $inner:tt)*) => {
        |walk, value| { $(crate::support::validate::validate!(@check walk value $check $inner);)* }
    };
    (@check $walk:ident $value:ident $check:ident ($($argument:expr),*)) => { $walk.$check($value, $($argument),*) };
    (@check $walk:ident $value:ident $check:ident [$($inner:tt)*]) => {
        $walk.$check($value, crate::support::validate::validate!(@checks $($inner)*))
    };
}

pub(crate) use validate;
