//! A way through values, as JMESPath describes it, in steps that are steps of Rust.
//!
//! Each step is of one value, `it`. A step gives a value, or an `Option` where its text says so. Strings are `&str`,
//! integers `i64`, other numbers `f64`; lists are `&Vec` as they stand in their field, or iterators.

use crate::jmespath::Comparator;
use crate::names::Ident;

/// A step, with all the steps before it.
#[derive(Clone, Debug)]
pub enum Path {
    /// The value at hand.
    It,
    /// A variable of the surrounding code.
    Variable(&'static str),
    Text(String),
    Boolean(bool),
    Integer(i64),
    Float(f64),
    /// A field of a structure; an `Option` if the field is one.
    Field(Box<Path>, Ident, View),
    /// What the `as_...` method of a union gives: an `Option`.
    Variant(Box<Path>, Ident, View),
    /// The entry of a map with this key: an `Option`.
    Entry(Box<Path>, String, View),
    /// One step after another. The kind says where there are `Option`s.
    Then(Link, Box<Path>, Box<Path>),
    /// The elements of a `&Vec`, or the values of a map: an iterator.
    Parts(Parts, Box<Path>, View),
    /// The keys of a map: an iterator.
    Keys(Box<Path>),
    /// An iterator over what the step gives for each value of an iterator.
    Each(Each, Box<Path>, Box<Path>),
    /// The values of an iterator that fulfil the condition.
    Where(Box<Path>, Box<Path>),
    /// The values of an iterator of iterators, or of an iterator of `Option`s.
    Flat(Box<Path>),
    /// Some values of one type: an iterator over `Option`s.
    List(Vec<Typed>),
    /// The value at a position in an iterator, from the end if negative: an `Option`.
    Nth(Box<Path>, i64),
    /// How many there are.
    Length(Length, Box<Path>),
    /// Whether an iterator has the value.
    Contains(Box<Path>, Typed),
    /// Whether an iterator over strings has anything, and nothing but this string.
    All(Box<Path>, String),
    /// A method of strings that takes one and gives a boolean.
    Text2(&'static str, Box<Path>, Box<Path>),
    /// An `Option` if one side is and the order is asked for.
    Compare(Comparator, Typed, Typed),
    /// Both sides are booleans.
    And(Box<Path>, Box<Path>),
    Or(Box<Path>, Box<Path>),
    Not(Box<Path>),
    /// `&&` or `||` of booleans one of which is an `Option`: the value of the side that decides.
    Either {
        and: bool,
        left: Typed,
        right: Typed,
    },
    /// Whether an `Option` has a value.
    IsSome(Box<Path>, bool),
    /// Whether a string, `&Vec` or map has anything in it.
    IsFilled(Box<Path>),
    /// Whether an iterator has anything.
    HasAny(Box<Path>),
    /// Whether an `Option` has a value of which the step holds.
    IsSomeAnd(Box<Path>, Box<Path>),
}

/// A path and whether it gives an `Option`.
pub type Typed = (Box<Path>, bool);

/// How two steps follow each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Link {
    /// Neither gives an `Option`.
    Let,
    /// The first one does.
    Map,
    /// Both do.
    AndThen,
}

/// What an iterator is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Parts {
    Elements,
    Values,
}

/// What a step gives for each value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Each {
    Value,
    Option,
    Iterator,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// The characters of a string.
    Text,
    /// What a `&Vec` or a map has.
    Collection,
    Iterator,
}

/// How a value that stands in a field or a collection is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    pub kind: ViewKind,
    /// Whether an `Option` stands there.
    pub optional: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ViewKind {
    String,
    /// An enum, seen as a string.
    Enum,
    /// Booleans, and numbers that are wide enough.
    Copy,
    /// Integers that are widened to `i64`.
    Integer,
    /// Numbers that are widened to `f64`.
    Float,
    /// All others, by reference.
    Reference,
}
