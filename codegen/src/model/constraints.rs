//! What values must be like, as far as the traits of shapes and members say it. Services check it; clients may.

use crate::diagnostic::Span;

/// What values must be like by the traits of a shape or member.
#[derive(Clone, Debug, Default)]
pub struct Constraints {
    /// `smithy.api#length`.
    pub length: Option<Length>,
    /// `smithy.api#range`.
    pub range: Option<Range>,
    /// `smithy.api#pattern`.
    pub pattern: Option<Pattern>,
    /// `smithy.api#uniqueItems`.
    pub unique_items: bool,
}

/// Inclusive bounds of a number of characters, bytes or elements.
#[derive(Clone, Debug)]
pub struct Length {
    pub min: Option<u64>,
    pub max: Option<u64>,
}

/// Inclusive bounds of a number, in the JSON spelling.
#[derive(Clone, Debug)]
pub struct Range {
    pub min: Option<String>,
    pub max: Option<String>,
}

/// A regular expression of ECMA 262.
#[derive(Clone, Debug)]
pub struct Pattern {
    pub text: String,
    pub span: Span,
}
